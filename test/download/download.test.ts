import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { type ConnectionOptions, download, proxyOf, userAgentOf } from '../../src/download/index.ts';
import { MultivectorError } from '../../src/model/errors.ts';
import { temporaryFolder } from '../fixtures/folders.ts';
import {
  connection,
  cutOff,
  fakeClock,
  type Handler,
  md5,
  sendFile,
  serve,
  serveProxy,
  sha256,
  table,
} from './server.ts';

// Many servers and processes, on a machine that may be busy.
vi.setConfig({ testTimeout: 20_000 });

const bytes = table(5000);

/** Downloads `/data.csv` of a server that answers so; the error, where there is one. */
async function from(
  handler: Handler,
  {
    expected,
    ...over
  }: Partial<ConnectionOptions> & { expected?: { bytes?: number; md5?: string; sha256?: string } } = {},
) {
  const server = await serve(handler);
  const to = join(await temporaryFolder(), 'data.csv');
  const setbacks: string[] = [];
  const again = (more: Partial<ConnectionOptions> & { url?: string } = {}) =>
    download({
      ...connection({ ...over, ...more }),
      url: more.url ?? `${server.base}/data.csv`,
      to,
      expected,
      onSetback: ({ error }) => setbacks.push(error.message),
    });
  const result = await again().catch((error: unknown) => {
    if (error instanceof MultivectorError) return error;
    throw error;
  });
  return { ...server, to, setbacks, again, result };
}

const file = (path: string): Promise<Buffer | undefined> => readFile(path).catch(() => undefined);

/** What lies in the folder of a download beside its file. */
const beside = async (to: string): Promise<string[]> =>
  (await readdir(join(to, '..'))).filter((name) => name !== 'data.csv').sort();

describe('a download', () => {
  it('is the file, with its checksum, where it came from and when', async () => {
    const { to, base, result, asked } = await from((request, response) => sendFile(request, response, bytes));
    expect(result).toEqual({
      path: to,
      url: `${base}/data.csv`,
      bytes: 5000,
      sha256: sha256(bytes),
      retrieved: '2026-11-24T12:00:00.000Z',
      unchanged: false,
    });
    expect(await file(to)).toEqual(bytes);
    expect(await beside(to)).toEqual(['data.csv.fetched.json']);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers).toMatchObject({
      'user-agent': 'multivector/test',
      'accept-encoding': 'identity',
    });
  });

  it('introduces us by name, version and, where there is one, address', () => {
    expect(userAgentOf('0.1.0')).toBe('multivector/0.1.0');
    expect(userAgentOf('0.1.0', 'https://example.org')).toBe('multivector/0.1.0 (+https://example.org)');
  });

  it('tells how far it is', async () => {
    const server = await serve((request, response) => sendFile(request, response, bytes));
    const seen: unknown[] = [];
    await download({
      ...connection(),
      url: `${server.base}/data.csv`,
      to: join(await temporaryFolder(), 'a', 'b', 'data.csv'),
      onProgress: (progress) => seen.push(progress),
    });
    expect(seen.at(-1)).toEqual({ bytes: 5000, total: 5000 });
  });

  it('is left alone where the server still has the same', async () => {
    const { again, asked, to, result } = await from((request, response) =>
      sendFile(request, response, bytes),
    );
    const second = await again({ clock: fakeClock(Date.parse('2027-01-01')) });
    expect(second).toEqual({ ...result, unchanged: true });
    expect(asked[1]?.headers['if-none-match']).toBe(`"${md5(bytes)}"`);
    await writeFile(to, 'spoilt');
    expect(await again()).toMatchObject({ unchanged: false });
    expect(
      asked[2]?.headers['if-none-match'],
      'a file that is not as it came is fetched anew',
    ).toBeUndefined();
    expect(await file(to)).toEqual(bytes);
  });

  it('is fetched anew, in the place of the old one, where the server has another', async () => {
    const versions = [bytes, table(3000, 7)];
    const { again, to } = await from((request, response, nth) =>
      sendFile(request, response, versions[nth] ?? bytes),
    );
    expect(await again()).toMatchObject({ bytes: 3000, unchanged: false });
    expect(await file(to)).toEqual(versions[1]);
  });

  it('asks nobody where the file with the publisher’s checksum is there', async () => {
    const { again, asked } = await from((request, response) => sendFile(request, response, bytes), {
      expected: { md5: md5(bytes).toUpperCase() },
    });
    expect(await again()).toMatchObject({ unchanged: true });
    expect(asked).toHaveLength(1);
  });
});

describe('a connection that breaks', () => {
  it('after any number of bytes, goes on from there', async () => {
    for (const cut of [1, 15, 16, 17, 100, 2500, 4983, 4999]) {
      const { result, asked, to } = await from((request, response, nth) => {
        if (nth > 0) return sendFile(request, response, bytes);
        response.writeHead(200, { etag: `"${md5(bytes)}"`, 'content-length': 5000 });
        cutOff(response, bytes.subarray(0, cut));
      });
      expect(result, `cut after ${cut}`).toMatchObject({ sha256: sha256(bytes) });
      expect(await file(to)).toEqual(bytes);
      expect(asked).toHaveLength(2);
      // The last 16 bytes come again, to be compared.
      expect(asked[1]?.headers).toMatchObject({
        range: `bytes=${Math.max(0, cut - 16)}-`,
        'if-range': `"${md5(bytes)}"`,
      });
    }
  });

  it('in each of many tries, goes on from each', async () => {
    const { result, asked } = await from((request, response, nth) => {
      const start = Number(/\d+/.exec(request.headers.range ?? '0')?.[0]);
      const end = Math.min(5000, start + 1300);
      response.writeHead(nth === 0 ? 200 : 206, {
        etag: '"v1"',
        'content-length': 5000 - start,
        ...(nth > 0 && { 'content-range': `bytes ${start}-4999/5000` }),
      });
      if (end === 5000) response.end(bytes.subarray(start));
      else cutOff(response, bytes.subarray(start, end));
    });
    expect(result).toMatchObject({ sha256: sha256(bytes) });
    expect(asked.map(({ headers }) => headers.range)).toEqual([
      undefined,
      'bytes=1284-',
      'bytes=2568-',
      'bytes=3852-',
    ]);
  });

  it('begins again where the server does not know parts', async () => {
    const { result, to } = await from((_request, response, nth) => {
      response.writeHead(200, { etag: '"v1"', 'content-length': 5000 });
      if (nth > 0) response.end(bytes);
      else cutOff(response, bytes.subarray(0, 3000));
    });
    expect(result).toMatchObject({ sha256: sha256(bytes) });
    expect(await file(to)).toEqual(bytes);
  });

  it('begins again, and does not join two files, where the file has changed meanwhile', async () => {
    const other = table(5000, 99);
    for (const honest of [true, false]) {
      const { result, to } = await from((request, response, nth) => {
        if (nth === 0) {
          response.writeHead(200, { etag: '"old"', 'content-length': 5000 });
          cutOff(response, bytes.subarray(0, 3000));
        } else if (honest || request.headers.range === undefined) sendFile(request, response, other, '"new"');
        else {
          // A server that does not heed If-Range.
          const { range, 'user-agent': agent } = request.headers;
          request.headers = { range, 'user-agent': agent };
          sendFile(request, response, other, '"new"');
        }
      });
      expect(result).toMatchObject({ sha256: sha256(other) });
      expect(await file(to)).toEqual(other);
    }
  });

  it('begins again where the tag is the same and the bytes are not', async () => {
    const other = table(5000, 99);
    const { result, to } = await from((request, response, nth) => {
      if (nth > 0) return sendFile(request, response, other, '"same"');
      response.writeHead(200, { etag: '"same"', 'content-length': 5000 });
      cutOff(response, bytes.subarray(0, 3000));
    });
    expect(result).toMatchObject({ sha256: sha256(other) });
    expect(await file(to)).toEqual(other);
  });

  it('begins again where nothing tells whether it is the same file', async () => {
    const { result, asked } = await from((_request, response, nth) => {
      response.writeHead(200, { etag: 'W/"weak"', 'content-length': 5000 });
      if (nth > 0) response.end(bytes);
      else cutOff(response, bytes.subarray(0, 3000));
    });
    expect(result).toMatchObject({ sha256: sha256(bytes) });
    expect(asked[1]?.headers.range).toBeUndefined();
  });

  it('goes on without a tag where the publisher gives a checksum', async () => {
    const { result, asked } = await from(
      (request, response, nth) => {
        if (nth > 0) return sendFile(request, response, bytes);
        response.writeHead(200, { 'content-length': 5000 });
        cutOff(response, bytes.subarray(0, 3000));
      },
      { expected: { md5: md5(bytes) } },
    );
    expect(result).toMatchObject({ sha256: sha256(bytes) });
    expect(asked[1]?.headers.range).toBe('bytes=2984-');
  });

  it('ends after so many tries, keeps what has come, and the next download goes on from it', async () => {
    let broken = true;
    const { result, again, to, asked } = await from(
      (request, response, nth) => {
        if (!broken) return sendFile(request, response, bytes, '"v1"');
        if (nth > 0) return void response.destroy();
        response.writeHead(200, { etag: '"v1"', 'content-length': 5000 });
        cutOff(response, bytes.subarray(0, 3000));
      },
      { limits: { tries: 3 } },
    );
    expect(result).toBeInstanceOf(MultivectorError);
    expect(result).toMatchObject({ hint: expect.stringContaining('goes on from there') });
    expect(asked).toHaveLength(3);
    expect(existsSync(to)).toBe(false);
    expect(await beside(to)).toEqual(['data.csv.part', 'data.csv.part.json']);
    broken = false;
    expect(await again()).toMatchObject({ sha256: sha256(bytes) });
    expect(asked[3]?.headers.range).toBe('bytes=2984-');
    expect(await beside(to)).toEqual(['data.csv.fetched.json']);
  });

  it('does not go on from another address’s part, or from a torn note', async () => {
    const { again, to, asked } = await from(
      (request, response, nth) => {
        if (nth > 0) return sendFile(request, response, bytes, '"v1"');
        response.writeHead(200, { etag: '"v1"', 'content-length': 5000 });
        cutOff(response, bytes.subarray(0, 3000));
      },
      { limits: { tries: 1 } },
    );
    await writeFile(`${to}.part.json`, '{"url":');
    await again();
    expect(asked[1]?.headers.range).toBeUndefined();
    expect(await file(to)).toEqual(bytes);
  });
});

describe('a server that lies', () => {
  const wholeOrNone = async ({ to, result }: { to: string; result: unknown }) => {
    expect(result).toBeInstanceOf(MultivectorError);
    expect(existsSync(to)).toBe(false);
  };

  it('about the length, promising more, brings nothing', async () => {
    const lie = await from((_request, response) => {
      response.writeHead(200, { etag: '"v1"', 'content-length': 6000 });
      cutOff(response, bytes);
    });
    await wholeOrNone(lie);
  });

  it('about the length, promising less, is found out by what the publisher says of the file', async () => {
    const short: Handler = (_request, response) => {
      response.writeHead(200, { 'content-length': 4000 });
      response.end(bytes.subarray(0, 4000));
    };
    for (const expected of [{ bytes: 5000 }, { md5: md5(bytes) }, { sha256: sha256(bytes) }])
      await wholeOrNone(await from(short, { expected, limits: { tries: 2 } }));
  });

  it('about the part it sends brings nothing wrong', async () => {
    for (const range of [
      'bytes 0-4999/5000',
      'bytes 2983-4999/5000',
      'bytes 2984-5000/5000',
      'lines 1-2/3',
      undefined,
    ]) {
      const { result, to } = await from((request, response, nth) => {
        if (nth === 0) {
          response.writeHead(200, { etag: '"v1"', 'content-length': 5000 });
          cutOff(response, bytes.subarray(0, 3000));
        } else if (request.headers.range === undefined) sendFile(request, response, bytes, '"v1"');
        else response.writeHead(206, { ...(range && { 'content-range': range }) }).end(bytes.subarray(2984));
      });
      expect(result, range).toMatchObject({ sha256: sha256(bytes) });
      expect(await file(to)).toEqual(bytes);
    }
  });

  it('that the file has become shorter (416) is asked for the whole', async () => {
    const { result } = await from((request, response, nth) => {
      if (nth === 0) {
        response.writeHead(200, { etag: '"v1"', 'content-length': 5000 });
        cutOff(response, bytes.subarray(0, 3000));
      } else sendFile(request, response, bytes.subarray(0, 1000), '"v1"');
    });
    expect(result).toMatchObject({ bytes: 1000 });
  });

  it('about its type, with a web page for a table, is told by what the page says', async () => {
    for (const page of [
      '<!DOCTYPE html><html><head><title>Sign in\n to go on</title></head></html>',
      '\uFEFF  <!-- made by --><HTML lang="en"><title>Sign in to go on</title>',
      '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html><title>Sign in to go on</title></html>',
    ]) {
      const lie = await from((_request, response) =>
        response
          .writeHead(200, { 'content-type': 'text/csv', 'content-length': Buffer.byteLength(page) })
          .end(page),
      );
      await wholeOrNone(lie);
      expect(lie.result).toMatchObject({
        fault: 'data',
        message: expect.stringContaining('“Sign in to go on”'),
      });
      expect(lie.asked).toHaveLength(1);
      expect(await beside(lie.to)).toEqual([]);
    }
  });

  it('about its type, with a table for a web page, or XML, is believed by its bytes', async () => {
    for (const text of [
      'a,b\n1,<html>\n',
      '<?xml version="1.0"?><CONSOLIDATED_LIST/>',
      '<htmlist><x/></htmlist>',
      '{"a":1}',
    ])
      expect(
        (
          await from((_request, response) =>
            response.writeHead(200, { 'content-type': 'text/html', 'content-length': text.length }).end(text),
          )
        ).result,
      ).toMatchObject({ sha256: sha256(Buffer.from(text)) });
  });

  it('about the checksum is asked once more, and then not believed', async () => {
    const lie = await from((request, response) => sendFile(request, response, bytes), {
      expected: { md5: md5(Buffer.from('another')) },
    });
    await wholeOrNone(lie);
    expect(lie.result).toMatchObject({ fault: 'data', message: expect.stringContaining('checksum') });
    expect(lie.asked).toHaveLength(2);
    expect(await beside(lie.to), 'what is wrong is not kept').toEqual([]);
  });

  it('that sends nothing has sent no file', async () => {
    const lie = await from((_request, response) => response.writeHead(200, { 'content-length': 0 }).end());
    await wholeOrNone(lie);
    expect(lie.result).toMatchObject({ message: expect.stringContaining('empty') });
  });

  it('that does not say how long the file is, is not believed that it is whole', async () => {
    const endless: Handler = (_request, response) => {
      response.useChunkedEncodingByDefault = false;
      response.removeHeader('content-length');
      response.writeHead(200, { connection: 'close' });
      response.write(bytes);
      response.end();
    };
    await wholeOrNone(await from(endless));
    expect((await from(endless, { expected: { bytes: 5000 } })).result).toMatchObject({ bytes: 5000 });
    await wholeOrNone(await from(endless, { expected: { bytes: 5001 } }));
  });

  it('in chunks is believed when the last one has come', async () => {
    const chunked =
      (whole: boolean): Handler =>
      (_request, response) => {
        response.writeHead(200);
        response.write(bytes, () => (whole ? response.end() : response.destroy()));
      };
    expect((await from(chunked(true))).result).toMatchObject({ sha256: sha256(bytes) });
    await wholeOrNone(await from(chunked(false)));
  });

  it('and packs what should not be packed is unpacked, whole or not at all', async () => {
    const packed = gzipSync(bytes);
    const send =
      (upTo: number): Handler =>
      (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': upTo, etag: '"v1"' });
        response.end(packed.subarray(0, upTo));
      };
    expect((await from(send(packed.length), { expected: { md5: md5(bytes) } })).result).toMatchObject({
      bytes: 5000,
    });
    await wholeOrNone(await from(send(packed.length - 20)));
    const bomb = gzipSync(Buffer.alloc(3e6));
    const burst = await from(
      (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb),
      { limits: { bytes: 1e6 } },
    );
    await wholeOrNone(burst);
    expect(burst.result).toMatchObject({ message: expect.stringContaining('larger than 1000000 bytes') });
  });

  it('and calls a gzip file a packed one leaves it a gzip file', async () => {
    const packed = gzipSync(bytes);
    const server = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': packed.length }).end(packed),
    );
    const to = join(await temporaryFolder(), 'data.csv.gz');
    await download({ ...connection(), url: `${server.base}/data.csv.gz`, to });
    expect(await file(to)).toEqual(packed);
  });

  it('and never ends is left when it is too much', async () => {
    const endless = await from(
      (_request, response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write(table(20_000)));
        };
        response.on('drain', more);
        more();
      },
      { limits: { bytes: 300_000 } },
    );
    await wholeOrNone(endless);
    expect(endless.asked, 'it is not asked again').toHaveLength(1);
    expect(await beside(endless.to)).toEqual([]);
  });

  it('and says that it is too much is not begun', async () => {
    const huge = await from(
      (_request, response) => {
        response.writeHead(200, { 'content-length': 10_000 });
        response.write('a');
      },
      { limits: { bytes: 9999 } },
    );
    await wholeOrNone(huge);
    expect(huge.asked).toHaveLength(1);
  });

  it('and drips is left for another try', async () => {
    const { result, asked } = await from(
      (request, response, nth) => {
        if (nth > 0) return sendFile(request, response, bytes, '"v1"');
        response.writeHead(200, { etag: '"v1"', 'content-length': 5000 });
        let at = 0;
        const drip = setInterval(() => response.write(bytes.subarray(at, ++at)), 10);
        response.on('close', () => clearInterval(drip));
      },
      { limits: { idleMs: 150 } },
    );
    expect(result).toMatchObject({ sha256: sha256(bytes) });
    expect(asked).toHaveLength(2);
  });

  it('and says nothing at all is left for another try', async () => {
    const { result, asked } = await from(
      (request, response, nth) => {
        if (nth > 0) sendFile(request, response, bytes);
      },
      { limits: { idleMs: 150 } },
    );
    expect(result).toMatchObject({ sha256: sha256(bytes) });
    expect(asked).toHaveLength(2);
  });
});

describe('a server that will not', () => {
  it('for now (500, 503) is asked again, after ever longer waits', async () => {
    const clock = fakeClock();
    const { result, setbacks } = await from(
      (request, response, nth) =>
        nth < 3
          ? void response.writeHead([500, 502, 503][nth] ?? 500).end('sorry')
          : sendFile(request, response, bytes),
      { clock },
    );
    expect(result).toMatchObject({ sha256: sha256(bytes) });
    expect(clock.waits).toEqual([750, 1500, 3000]);
    expect(setbacks[0]).toMatch(/the server answers 500/);
  });

  it('and names a time (429) is asked again then, whether in seconds or as a date', async () => {
    const clock = fakeClock();
    const date = new Date(clock.now() + 20_000 + 90_000).toUTCString();
    const { result } = await from(
      (request, response, nth) =>
        nth < 2
          ? void response.writeHead(429, { 'retry-after': nth === 0 ? '20' : date }).end()
          : sendFile(request, response, bytes),
      { clock },
    );
    expect(result).toMatchObject({ sha256: sha256(bytes) });
    expect(clock.waits).toEqual([20_000, 90_000]);
  });

  it('for a day is not waited for', async () => {
    const { result, asked } = await from((_request, response) =>
      response.writeHead(503, { 'retry-after': '86400' }).end(),
    );
    expect(result).toMatchObject({ fault: 'data', hint: expect.stringContaining('later') });
    expect(asked).toHaveLength(1);
  });

  it('is asked no more than so many times', async () => {
    const { result, asked } = await from((_request, response) => response.writeHead(500).end());
    expect(result).toMatchObject({ fault: 'data' });
    expect(asked).toHaveLength(5);
  });

  it('because the file is not there (404) is not asked again, and the hint says where to look', async () => {
    const { result, asked, to } = await from((_request, response) =>
      response.writeHead(404, { 'content-type': 'text/html' }).end('<html>no</html>'),
    );
    expect(result).toMatchObject({ fault: 'missing', hint: expect.stringContaining('publisher’s page') });
    expect(asked).toHaveLength(1);
    expect(existsSync(to)).toBe(false);
  });

  it('because we may not (403) is not asked again', async () => {
    const { result, asked } = await from((_request, response) => response.writeHead(403).end());
    expect(result).toMatchObject({ fault: 'input', hint: expect.stringContaining('browser') });
    expect(asked).toHaveLength(1);
  });

  it('leaves the old file in place', async () => {
    const { again, to } = await from((request, response, nth) =>
      nth === 0 ? sendFile(request, response, bytes) : void response.writeHead(nth === 1 ? 404 : 500).end(),
    );
    await expect(again()).rejects.toThrow('not there');
    await expect(again()).rejects.toThrow('500');
    expect(await file(to)).toEqual(bytes);
  });
});

describe('a way that leads on', () => {
  const leading =
    (way: Readonly<Record<string, string>>): Handler =>
    (request, response) => {
      const to = way[request.url ?? ''];
      if (to === undefined) sendFile(request, response, bytes);
      else response.writeHead(302, { location: to }).end('this way');
    };

  it('is gone, up to five times', async () => {
    const steps = { '/data.csv': '/1', '/1': '/2', '/2': './3', '/3': '/4', '/4': '/file?Signature=abc' };
    expect((await from(leading(steps))).result).toMatchObject({
      sha256: sha256(bytes),
      url: expect.stringMatching(/data\.csv$/),
    });
    const { result } = await from(leading({ ...steps, '/4': '/5', '/5': '/6' }));
    expect(result).toMatchObject({ message: expect.stringContaining('more than 5 times') });
  });

  it('in a circle is not', async () => {
    const { result, asked } = await from(leading({ '/data.csv': '/1', '/1': '/data.csv' }));
    expect(result).toMatchObject({ fault: 'data', message: expect.stringContaining('circle') });
    expect(asked).toHaveLength(2);
  });

  it('from a safe connection to an open one, or to a file of this machine, is not', async () => {
    const downgrade = await serve(leading({ '/data.csv': 'http://other.example/data.csv' }));
    const to = join(await temporaryFolder(), 'data.csv');
    const hosts = { 'safe.example': downgrade.base, 'other.example': downgrade.base };
    await expect(
      download({ ...connection({ hosts }), url: 'https://safe.example/data.csv', to }),
    ).rejects.toMatchObject({ message: expect.stringContaining('from a safe connection to an open one') });
    const { result } = await from(leading({ '/data.csv': 'file:///etc/passwd' }));
    expect(result).toMatchObject({ message: expect.stringContaining('only http and https') });
    await expect(download({ ...connection(), url: 'file:///etc/passwd', to })).rejects.toMatchObject({
      fault: 'input',
    });
  });

  it('is gone again when the download goes on', async () => {
    const { result, asked } = await from((request, response, nth) => {
      if (request.url === '/data.csv')
        return void response.writeHead(302, { location: `/signed-${nth}` }).end();
      if (nth > 1) return sendFile(request, response, bytes, '"v1"');
      response.writeHead(200, { etag: '"v1"', 'content-length': 5000 });
      cutOff(response, bytes.subarray(0, 3000));
    });
    expect(result).toMatchObject({ sha256: sha256(bytes) });
    expect(asked.map(({ line, headers }) => `${line} ${headers.range}`)).toEqual([
      'GET /data.csv undefined',
      'GET /signed-0 undefined',
      'GET /data.csv bytes=2984-',
      'GET /signed-2 bytes=2984-',
    ]);
  });
});

describe('names and passwords', () => {
  it('in an address are not sent, and not told', async () => {
    const server = await serve((_request, response) => response.writeHead(404).end());
    const to = join(await temporaryFolder(), 'data.csv');
    const url = `${server.base.replace('//', '//anna:geheim@')}/data.csv?api_key=geheim2&year=2023`;
    const error = await download({ ...connection(), url, to }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ message: expect.stringContaining('year=2023') });
    expect(String(error)).not.toMatch(/geheim|anna/);
    expect(server.asked[0]?.headers.authorization).toBeUndefined();
  });

  it('of a proxy go to the proxy only', async () => {
    const server = await serve((request, response) => sendFile(request, response, bytes));
    const proxy = await serveProxy();
    const to = join(await temporaryFolder(), 'data.csv');
    const http = proxy.base.replace('//', '//anna:geheim@');
    await download({ ...connection({ proxy: { http } }), url: `${server.base}/data.csv`, to });
    expect(proxy.authorizations).toEqual([`Basic ${Buffer.from('anna:geheim').toString('base64')}`]);
    expect(JSON.stringify(server.asked)).not.toMatch(/authorization/i);
  });
});

describe('a proxy', () => {
  it('is asked for plain addresses with the whole address, and left out for hosts without', async () => {
    const server = await serve((request, response) => sendFile(request, response, bytes));
    const proxy = await serveProxy();
    const folder = await temporaryFolder();
    const url = `${server.base}/data.csv`;
    await download({ ...connection({ proxy: { http: proxy.base } }), url, to: join(folder, 'a') });
    expect(proxy.through).toEqual([`GET ${url}`]);
    await download({
      ...connection({ proxy: { http: proxy.base, no: 'x.org, 127.0.0.1' } }),
      url,
      to: join(folder, 'b'),
    });
    expect(proxy.through).toHaveLength(1);
    expect(await file(join(folder, 'a'))).toEqual(await file(join(folder, 'b')));
  });

  it('is asked for a tunnel for safe addresses, and its refusal is told as its own', async () => {
    const proxy = await serveProxy();
    const to = join(await temporaryFolder(), 'data.csv');
    const error = await download({
      ...connection({ proxy: { https: proxy.base } }),
      url: 'https://publisher.example/data.csv',
      to,
    }).catch((thrown: unknown) => thrown);
    expect(proxy.through).toEqual(['CONNECT publisher.example:443']);
    expect(error).toMatchObject({
      fault: 'input',
      message: expect.stringContaining('the proxy answers 403'),
      hint: expect.stringContaining('NO_PROXY'),
    });
  });

  it('is found in the environment, in lower case first', () => {
    expect(
      proxyOf({
        HTTPS_PROXY: 'http://a:1',
        https_proxy: 'http://b:2',
        NO_PROXY: 'c',
        HTTP_PROXY: 'http://d:3',
      }),
    ).toEqual({ https: 'http://b:2', http: 'http://d:3', no: 'c' });
    expect(proxyOf({})).toEqual({});
  });

  it('that is none is told as what is wrong', async () => {
    const to = join(await temporaryFolder(), 'data.csv');
    await expect(
      download({ ...connection({ proxy: { http: 'anna:geheim@proxy' } }), url: 'http://a.example/', to }),
    ).rejects.toMatchObject({ fault: 'input', hint: expect.stringContaining('http://proxy:3128') });
  });
});

describe('without a network', () => {
  it('a host that cannot be found, or does not answer, is told with what to look at', async () => {
    const to = join(await temporaryFolder(), 'data.csv');
    const nowhere = download({ ...connection(), url: 'http://nowhere.invalid/data.csv', to });
    await expect(nowhere).rejects.toMatchObject({
      fault: 'input',
      hint: expect.stringContaining('HTTPS_PROXY'),
    });
    const { base } = await serve(() => {});
    const closed = base.replace(/\d+$/, '1');
    const refused = download({ ...connection(), url: `${closed}/data.csv`, to });
    await expect(refused).rejects.toMatchObject({
      fault: 'input',
      hint: expect.stringContaining('HTTPS_PROXY'),
    });
  });
});

describe('two downloads of one file', () => {
  it('at once: one has it, and the other is told so', async () => {
    const server = await serve((request, response) => {
      setTimeout(() => sendFile(request, response, bytes), 50);
    });
    const to = join(await temporaryFolder(), 'data.csv');
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => download({ ...connection(), url: `${server.base}/data.csv`, to })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { fault: 'input', message: expect.stringContaining('already') },
    });
    expect(await file(to)).toEqual(bytes);
    expect(await beside(to)).toEqual(['data.csv.fetched.json']);
  });

  it('one after another: a dead process’s claim is taken over', async () => {
    const { again, to } = await from((request, response) => sendFile(request, response, bytes));
    const dead = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => dead.once('exit', resolve));
    await writeFile(`${to}.lock`, `${dead.pid} 1700000000000 x\n`);
    expect(await again()).toMatchObject({ unchanged: true });
    await writeFile(`${to}.lock`, `${process.pid} 1700000000000 x\n`);
    expect(await again(), 'one of our own number, before a restart').toMatchObject({ unchanged: true });
    expect(existsSync(`${to}.lock`)).toBe(false);
  });
});

describe('a download that is stopped', () => {
  it('keeps what has come, and says how to go on', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { etag: '"v1"', 'content-length': 5000 });
      response.write(bytes.subarray(0, 3000));
    });
    const to = join(await temporaryFolder(), 'data.csv');
    const stop = new AbortController();
    const running = download({
      ...connection(),
      url: `${server.base}/data.csv`,
      to,
      signal: stop.signal,
      onProgress: ({ bytes: there }) => {
        if (there === 3000) stop.abort();
      },
    });
    await expect(running).rejects.toMatchObject({
      fault: 'input',
      message: expect.stringContaining('was stopped'),
      hint: expect.stringContaining('goes on from there'),
    });
    expect((await stat(`${to}.part`)).size).toBe(3000);
    expect(await beside(to)).toEqual(['data.csv.part', 'data.csv.part.json']);
  });

  it('by killing the process goes on in another one', { timeout: 20_000 }, async () => {
    const server = await serve((request, response, nth) => {
      if (nth > 0) return sendFile(request, response, bytes, '"v1"');
      response.writeHead(200, { etag: '"v1"', 'content-length': 5000 });
      response.write(bytes.subarray(0, 3000)); // and then nothing
    });
    const to = join(await temporaryFolder(), 'data.csv');
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'test/download/downloader.ts', `${server.base}/data.csv`, to],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (text: Buffer) => {
        if (text.toString().includes('3000')) resolve();
      });
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(to)).toBe(false);
    const result = await download({ ...connection(), url: `${server.base}/data.csv`, to });
    expect(result).toMatchObject({ sha256: sha256(bytes) });
    expect(server.asked[1]?.headers.range).toBe('bytes=2984-');
    expect(await beside(to)).toEqual(['data.csv.fetched.json']);
  });
});
