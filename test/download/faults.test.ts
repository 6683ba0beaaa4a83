import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { download } from '../../src/download/index.ts';
import { MultivectorError } from '../../src/model/errors.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import { connection, cutOff, md5, sendFile, serve, table } from './server.ts';

/** Versions of a file: the server may go over to another one at any time. */
const versions = [table(3000, 1), table(3000, 2), table(2500, 3)];
const tag = (version: number): string => `"v${version}"`;

type Fault =
  | {
      readonly kind:
        | 'none'
        | 'ignores-range'
        | 'ignores-if-range'
        | 'wrong-range'
        | 'page'
        | 'packed'
        | 'chunked';
    }
  | { readonly kind: 'cut' | 'promises-more'; readonly after: number }
  | { readonly kind: 'status'; readonly status: number };

/** What an answer does, and the version that the server has gone over to before it, if any. */
interface Step {
  readonly fault: Fault;
  readonly version: number | undefined;
}

const after = fc.nat(2999);
const fault: fc.Arbitrary<Fault> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('cut' as const), after }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ignores-if-range' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('promises-more' as const), after }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      status: fc.constantFrom(500, 503, 429, 404, 416),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'none' as const,
        'ignores-range' as const,
        'wrong-range' as const,
        'page' as const,
        'packed' as const,
        'chunked' as const,
      ),
    }),
  },
);

const step: fc.Arbitrary<Step> = fc.record({
  fault,
  version: fc.option(fc.nat(versions.length - 1), { nil: undefined, freq: 2 }),
});

function answer(
  fault: Fault,
  bytes: Buffer,
  etag: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const start = Number(/\d+/.exec(request.headers.range ?? '0')?.[0]);
  const rest = bytes.subarray(Math.min(start, bytes.length));
  const part = {
    etag,
    'content-length': rest.length,
    'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}`,
  };
  const asked = request.headers.range !== undefined && rest.length > 0;
  const fresh = asked && request.headers['if-range'] === etag;
  switch (fault.kind) {
    case 'cut':
      if (fresh) response.writeHead(206, part);
      else response.writeHead(200, { etag, 'content-length': bytes.length });
      cutOff(response, (fresh ? rest : bytes).subarray(0, fault.after));
      break;
    case 'promises-more':
      response.writeHead(200, { etag, 'content-length': bytes.length + 10 });
      cutOff(response, bytes.subarray(0, Math.max(fault.after, 2000)));
      break;
    case 'status':
      response.writeHead(fault.status, { 'retry-after': '1' }).end('<html>sorry</html>');
      break;
    case 'ignores-range':
      response.writeHead(200, { etag, 'content-length': bytes.length }).end(bytes);
      break;
    case 'ignores-if-range':
      if (asked) response.writeHead(206, part).end(rest);
      else sendFile(request, response, bytes, etag);
      break;
    case 'wrong-range':
      if (asked)
        response
          .writeHead(206, { etag, 'content-range': `bytes ${start + 1}-${bytes.length - 1}/${bytes.length}` })
          .end(rest.subarray(1));
      else sendFile(request, response, bytes, etag);
      break;
    case 'page':
      response.writeHead(200, { etag, 'content-type': 'text/csv' }).end('<!doctype html><title>Busy</title>');
      break;
    case 'packed':
      response.writeHead(200, { etag, 'content-encoding': 'gzip' }).end(gzipSync(bytes));
      break;
    case 'chunked':
      response.writeHead(200, { etag });
      response.write(bytes.subarray(0, 1000));
      response.end(bytes.subarray(1000));
      break;
    default:
      sendFile(request, response, bytes, etag);
  }
}

it('is one of the files that were served, whole, or none, whatever goes wrong', {
  timeout: 30_000,
}, async () => {
  let whole = 0;
  let plan: readonly Step[] = [];
  let version = 0;
  const server = await serve((request, response) => {
    const [now, ...rest] = plan;
    plan = rest;
    version = now?.version ?? version;
    answer(
      now?.fault ?? { kind: 'none' },
      versions[version] ?? Buffer.alloc(0),
      tag(version),
      request,
      response,
    );
  });
  const folder = await temporaryFolder();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 8 }),
      fc.constantFrom(0, 16, 4096),
      fc.constantFrom(undefined, undefined, 0, 1),
      async (steps, overlap, promised) => {
        const to = join(folder, `${run++}.csv`);
        plan = steps;
        version = 0;
        const expected =
          promised === undefined ? undefined : { md5: md5(versions[promised] ?? Buffer.alloc(0)) };
        // Twice: the second one finds what the first one left.
        for (let time = 0; time < 2; time++) {
          const error = await download({
            ...connection({ limits: { tries: 4, overlap } }),
            url: `${server.base}/data.csv`,
            to,
            expected,
          }).then(
            () => undefined,
            (thrown: unknown) => thrown,
          );
          if (error !== undefined) expect(error).toBeInstanceOf(MultivectorError);
          const there = await readFile(to).catch(() => undefined);
          if (error === undefined) expect(there).toBeDefined();
          if (there === undefined) continue;
          whole++;
          const fitting = promised === undefined ? versions : [versions[promised]];
          expect(fitting.some((bytes) => bytes?.equals(there))).toBe(true);
        }
      },
    ),
    {
      seed: 20261124,
      numRuns: 80,
      endOnFailure: true,
      // The worst, which chance seldom finds: another file comes where the first one broke off.
      examples: [0, 16, 4096].map((overlap): [Step[], number, number | undefined] => [
        [
          { fault: { kind: 'cut', after: 2000 }, version: 0 },
          { fault: { kind: 'ignores-if-range' }, version: 1 },
        ],
        overlap,
        undefined,
      ]),
    },
  );
  expect(whole, 'many of them come in the end').toBeGreaterThan(40);
});
