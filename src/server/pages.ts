import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

/** Where `npm run build:web` puts the page, seen from here before and after building. */
export const builtPage = fileURLToPath(new URL('../../dist/web/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};
/** Already small; pressing them again costs time and gains nothing. */
const pressed = new Set(['.woff2', '.png']);

interface Page {
  readonly type: string;
  readonly tag: string;
  /** Its name has a hash of its content, so it never changes. */
  readonly lasting: boolean;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzip?: Uint8Array<ArrayBuffer>;
  readonly br?: Uint8Array<ArrayBuffer>;
}

const plain = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

async function read(folder: string, name: string): Promise<Page> {
  const file = await readFile(join(folder, name));
  const ending = extname(name);
  const page = {
    type: types[ending] ?? 'application/octet-stream',
    tag: `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`,
    lasting: name.startsWith('assets/'),
    bytes: plain(file),
  };
  if (pressed.has(ending) || file.length < 512) return page;
  const [small, smaller] = await Promise.all([
    promisify(gzip)(file),
    promisify(brotliCompress)(file, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: file.length },
    }),
  ]);
  return { ...page, gzip: plain(small), br: plain(smaller) };
}

/** All files of the page by their path. A request can only name one of them: no path is ever put together from it. */
async function readAll(folder: string): Promise<Map<string, Page>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/').replace(/^\//, ''),
    );
  return new Map(
    await Promise.all(names.map(async (name) => [`/${name}`, await read(folder, name)] as const)),
  );
}

/** Serves the built page from memory, pressed once. */
export function pages(folder: string = builtPage): MiddlewareHandler {
  let all: Promise<Map<string, Page>> | undefined;
  return async (c, next) => {
    all ??= readAll(folder);
    const found = await all;
    const page = found.get(c.req.path === '/' ? '/index.html' : c.req.path);
    if (!page) {
      if (c.req.path === '/' && found.size === 0)
        return c.text('The page is not built yet – run: npm run build:web\n', 503);
      return next();
    }
    const head: Record<string, string> = {
      'Content-Type': page.type,
      ETag: page.tag,
      'Cache-Control': page.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: 'Accept-Encoding',
    };
    if (c.req.header('if-none-match') === page.tag) return c.body(null, 304, head);
    const takes = c.req.header('accept-encoding') ?? '';
    if (page.br && /\bbr\b/.test(takes)) return c.body(page.br, 200, { ...head, 'Content-Encoding': 'br' });
    if (page.gzip && /\bgzip\b/.test(takes))
      return c.body(page.gzip, 200, { ...head, 'Content-Encoding': 'gzip' });
    return c.body(page.bytes, 200, head);
  };
}
