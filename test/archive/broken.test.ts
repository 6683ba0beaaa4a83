import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FolderStore, importFiles } from '../../src/archive/index.ts';
import { stage } from '../../src/archive/stage.ts';
import { formats } from '../../src/datasets/index.ts';
import { imported, written } from '../fixtures/archives.ts';
import { temporaryFolder } from '../fixtures/folders.ts';

const header = '"ccode1","ccode2","year","flow1"';
const rows = (n: number): string =>
  Array.from({ length: n }, (_, i) => `${2 + (i % 900)},${2 + Math.floor(i / 900)},1991,${i}`).join('\n');
const csv = (n: number): string => `${header}\n${rows(n)}\n`;
const importOf = (paths: readonly string[], store: FolderStore) =>
  importFiles(store, paths, { formats, now: new Date('2026-01-02T00:00:00Z'), version: 'test' });

describe('a torn file gives what is whole', () => {
  it('gzip, cut anywhere', async () => {
    const packed = gzipSync(csv(5000));
    for (const share of [0.3, 0.6, 0.95]) {
      const { record, rejects } = await imported({
        'trade.csv.gz': packed.subarray(0, Math.floor(packed.length * share)),
      });
      expect(record.rows.taken).toBeGreaterThan(0);
      expect(record.rows.taken).toBeLessThan(5000);
      // The torn line comes after the header and the rows that are in.
      expect(rejects.map(({ line, reason }) => [line, /^the gzip file is torn/.test(reason)])).toEqual([
        [record.rows.taken + 2, true],
      ]);
    }
  });

  it('zip, cut anywhere behind its first lines', async () => {
    const packed = zipSync({ 'trade.csv': strToU8(csv(5000)) });
    const { record, rejects } = await imported({
      'trade.zip': packed.subarray(0, Math.floor(packed.length * 0.7)),
    });
    expect(record.rows.taken).toBeGreaterThan(0);
    expect(rejects.map(({ line, reason }) => [line, /^the zip file is torn/.test(reason)])).toEqual([
      [record.rows.taken + 2, true],
    ]);
  });

  it('is refused whole where nothing of it can be read', async () => {
    const [gz = '', zip = ''] = await written({
      'a.csv.gz': gzipSync(csv(10)).subarray(0, 12),
      'b.zip': zipSync({ 'b.csv': strToU8(csv(10)) }).subarray(0, 20),
    });
    const store = new FolderStore(join(await temporaryFolder(), 'archive'));
    await expect(importOf([gz], store)).rejects.toThrow(/no format that is known|not one row/);
    await expect(importOf([zip], store)).rejects.toThrow(/zip file/);
    expect(await store.imports()).toEqual([]);
  });
});

describe('packed files that mean harm', () => {
  it('a bomb is refused before it fills the disk', { timeout: 60_000 }, async () => {
    const [gz = '', zip = ''] = await written({
      'bomb.csv.gz': gzipSync(Buffer.alloc(80 * 2 ** 20, 48)),
      'bomb.zip': zipSync({ 'bomb.csv': new Uint8Array(80 * 2 ** 20) }),
    });
    const folder = await temporaryFolder();
    for (const path of [gz, zip]) {
      await expect(stage(path, folder)).rejects.toThrow(/grows to more than \d+ MB/);
    }
    const sizes = await Promise.all(
      (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
    );
    expect(Math.max(...sizes)).toBeLessThan(70 * 2 ** 20);
  });

  it('entries that point out of the archive are refused, the others are in', async () => {
    const { record, rejects } = await imported({
      'mixed.zip': zipSync({
        '../../evil.csv': strToU8(csv(3)),
        'good/trade.csv': strToU8(csv(4)),
        '/etc/x.csv': strToU8(csv(3)),
      }),
    });
    expect(record.rows.taken).toBe(4);
    expect(rejects.map(({ reason }) => reason)).toEqual([
      'the entry “../../evil.csv” of the zip file points out of it',
      'the entry “/etc/x.csv” of the zip file points out of it',
    ]);
  });

  it('too many entries are refused', async () => {
    const [path = ''] = await written({
      'many.zip': zipSync(
        Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.csv`, strToU8('x')])),
      ),
    });
    const limits = { unpacked: 1e9, growth: 250, entries: 20 };
    await expect(stage(path, await temporaryFolder(), limits)).rejects.toThrow('has more than 20 entries');
  });
});

describe('letters in the wrong encoding', () => {
  it('UTF-16 with its mark is read as it is', async () => {
    for (const order of ['le', 'be'] as const) {
      const text = Buffer.from(`\ufeff${csv(3)}`, 'utf16le');
      if (order === 'be') text.swap16();
      const { record } = await imported({ 'trade.csv': text });
      expect(record.rows).toEqual({ read: 3, taken: 3, refused: 0 });
    }
  });

  it('a byte that is no UTF-8 costs its own row only', async () => {
    const { record, rejects } = await imported({
      'trade.csv': Buffer.concat([
        Buffer.from(`${header}\n2,20,1991,5\n2,`),
        Buffer.from([0xff, 0xfe]),
        Buffer.from(',1992,5\n2,31,1991,7\n'),
      ]),
    });
    expect(record.rows).toEqual({ read: 3, taken: 2, refused: 1 });
    expect(rejects.map(({ line }) => line)).toEqual([3]);
  });
});

describe('a line that is wrong costs its own row only', () => {
  const around = (line: string): string => `${header}\n2,20,1991,1\n${line}\n2,31,1991,2\n2,40,1991,3\n`;
  it.each([
    ['too few columns', '2,20,1992', 'too few columns'],
    ['one column too many', '2,20,1992,5,9', 'too many columns'],
    ['a quote that stays open', '2,"20,1992,5', 'a quote is opened and not closed'],
    [
      'text after a closing quote',
      '"2"x,20,1992,5',
      'a quote is opened and not closed, or something follows its end',
    ],
    ['a carriage return within', '2,20\r,1992,5', 'a carriage return stands within the line'],
    ['text for a number', '2,20,1992,much', 'flow1: “much” is not a number'],
    ['a number that is none', '2,20,1992,NaN', 'flow1: not a finite number'],
    ['an endless number', '2,20,1992,inf', 'flow1: not a finite number'],
    ['a formula', '=cmd|calc!A1,20,1992,5', 'ccode1: “=cmd|calc!A1” is not a whole number'],
  ])('%s', async (_what, line, reason) => {
    const { record, rejects } = await imported({ 'trade.csv': around(line) });
    expect(record.rows).toEqual({ read: 4, taken: 3, refused: 1 });
    expect(rejects).toHaveLength(1);
    expect(rejects[0]).toMatchObject({ file: 'trade.csv', line: 3, reason });
  });

  it('a line of more than a gigabyte, in little memory', { timeout: 120_000 }, async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'trade.csv');
    const out = createWriteStream(path);
    out.write(`${header}\n2,20,1991,1\n2,20,1992,`);
    const part = Buffer.alloc(2 ** 24, 49);
    for (let i = 0; i < 65; i++) if (!out.write(part)) await once(out, 'drain');
    out.end('\n2,31,1991,2\n');
    await finished(out);
    const before = process.memoryUsage().rss;
    const { record, rejects } = await imported([path]);
    expect(record.rows).toEqual({ read: 3, taken: 2, refused: 1 });
    expect(rejects[0]).toMatchObject({ line: 3, reason: 'the line is longer than 2,000,000 bytes' });
    expect(rejects[0]?.text?.length).toBeLessThanOrEqual(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);
  });
});

describe('a file that is wrong as a whole is refused, and nothing of it is in', () => {
  it('without a column: the error names it, and what there is', async () => {
    const store = new FolderStore(join(await temporaryFolder(), 'archive'));
    const [path = ''] = await written({ 'trade.csv': '"ccode1","ccode2","jahr","flow1"\n2,20,1991,1\n' });
    await expect(importOf([path], store)).rejects.toMatchObject({
      fault: 'data',
      hint: expect.stringContaining('there is no column “year” (line 1 has: ccode1, ccode2, jahr, flow1)'),
    });
    expect(await store.imports()).toEqual([]);
  });

  it('a broken promise: the error names it and the row', async () => {
    const store = new FolderStore(join(await temporaryFolder(), 'archive'));
    const [path = ''] = await written({ 'trade.csv': `${header}\n2,20,1991,1\n2,20,1991,2\n` });
    await expect(importOf([path], store)).rejects.toMatchObject({
      message: expect.stringContaining('breaks the promise “a pair has one figure a year”'),
      hint: expect.stringContaining('"partner":"CAN"'),
    });
    expect(await store.imports()).toEqual([]);
    expect(await store.rows({ table: 'observation' })).toEqual([]);
  });

  it('what no format knows', async () => {
    const store = new FolderStore(join(await temporaryFolder(), 'archive'));
    const [path = ''] = await written({
      'noise.bin': Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)),
    });
    await expect(importOf([path], store)).rejects.toThrow('no format that is known');
  });
});

describe('the same file twice changes nothing', () => {
  it('packed or not, under another name, alone or with others', async () => {
    const store = new FolderStore(join(await temporaryFolder(), 'archive'));
    const paths = await written({
      'trade.csv': csv(9),
      'copy.csv.gz': gzipSync(csv(9)),
      'in.zip': zipSync({ 'x.csv': strToU8(csv(9)) }),
    });
    const [plain = '', ...others] = paths;
    const first = await importOf([plain], store);
    const before = await readFile(join(store.place, 'imports', `${first.made[0]?.id}.json`), 'utf8');
    for (const path of others) expect((await importOf([path], store)).already).toHaveLength(1);
    expect((await importOf(paths, store)).made).toEqual([]);
    expect((await store.imports()).length).toBe(1);
    expect(await readFile(join(store.place, 'imports', `${first.made[0]?.id}.json`), 'utf8')).toBe(before);
    expect((await store.rows({ table: 'observation' })).length).toBe(9);
    await store.close();
  });

  it('a newer edition stands in the place of the older one, and taking it out brings that back', async () => {
    const store = new FolderStore(join(await temporaryFolder(), 'archive'));
    const [old = '', young = ''] = await written({ 'old.csv': csv(3), 'young.csv': csv(5) });
    await importOf([old], store);
    const { made } = await importFiles(store, [young], {
      formats,
      now: new Date('2026-01-03T00:00:00Z'),
      version: 'test',
    });
    expect((await store.rows({ table: 'observation' })).length).toBe(5);
    await store.remove(made[0]?.id ?? '');
    expect((await store.rows({ table: 'observation' })).length).toBe(3);
    await store.close();
  });
});

it('an archive with a broken record says which', async () => {
  const { store, record } = await imported({ 'trade.csv': csv(2) });
  const path = join(store.place, 'imports', `${record.id}.json`);
  await writeFile(path, '{"archive": 1, "id": 7');
  const opened = () => new FolderStore(store.place).imports();
  await expect(opened()).rejects.toThrow(`${path} is not JSON`);
  await writeFile(path, '{"archive": 1, "id": 7}');
  await expect(opened()).rejects.toThrow(/id/);
});
