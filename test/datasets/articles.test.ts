import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dateOf } from '../../src/datasets/articles/dates.ts';
import { articlesFormats } from '../../src/datasets/articles/index.ts';
import { languageOf } from '../../src/datasets/articles/language.ts';
import { readPdf } from '../../src/datasets/articles/pdf-program.ts';
import { plainText } from '../../src/datasets/articles/plain.ts';
import { formats } from '../../src/datasets/index.ts';
import { type Files, imported, itWithFiles, samplesOf, type TestArchive } from '../fixtures/archives.ts';

const articles = ({ store }: TestArchive, order = 'locator') =>
  store.rows({ table: 'article', order: [order] });
/** The articles of files, the one that is expected first. */
const read = async (files: Files | readonly string[], format?: string) => {
  const archive = await imported(files, format);
  const [row] = await articles(archive);
  return { ...archive, row };
};
const sentence =
  'Ruritania and Graustark opened the mountain pass between them, as both ministers had agreed. ';

describe('an article as plain text', () => {
  it('says title, author and day in a header block or in its first lines', async () => {
    const archive = await imported(samplesOf('article-text'));
    expect(archive.record.rows).toEqual({ read: 3, taken: 3, refused: 0 });
    expect(archive.record.source).toMatchObject({ id: 'articles', redistributable: false });
    const rows = await articles(archive);
    expect(rows.map(({ text: _, id: __, ...row }) => row)).toEqual([
      {
        title: '=A pass is opened',
        authors: 'Jane Doe; Doe, John',
        outlet: 'The Ruritanian Courier',
        date: '2023-02-28',
        language: 'en',
        url: 'https://courier.example/pass',
        source: 'articles',
        locator: 'header-block.txt',
      },
      {
        title: 'Перевал открыт',
        authors: null,
        outlet: null,
        date: '2023-02-28',
        language: 'ru',
        url: null,
        source: 'articles',
        locator: 'russian.txt',
      },
      {
        title: 'The lake is shared',
        authors: 'Jane Doe',
        outlet: null,
        date: '2023-03-03',
        language: 'en',
        url: null,
        source: 'articles',
        locator: 'title-and-date.txt',
      },
    ]);
    const [block, russian] = rows;
    expect(String(block?.text).startsWith('Ruritania and Graustark')).toBe(true);
    expect(russian?.text).toBe(
      'Перевал открыт\n\nАстана, 28 февраля 2023 г.\n\nРуритания и Граустарк открыли перевал между двумя государствами. Министры разрезали ленту, и первые грузовики прошли через границу уже после обеда.',
    );
    for (const { id, text } of rows)
      expect(id).toBe(createHash('sha256').update(String(text)).digest('hex').slice(0, 16));
  });

  it('has no day where one stands only in a sentence, and no title where none stands alone', async () => {
    const { row } = await read({
      'a.txt': `On 22 November 2022 it began. ${sentence.repeat(3)}\n${sentence}`,
    });
    expect(row).toMatchObject({ title: null, date: null, authors: null, language: 'en' });
  });

  it('takes Windows’ quotation marks, which all its code pages share, and refuses what could be anything', async () => {
    const bytes = (text: string) => Buffer.from(text, 'latin1');
    const { row } = await read({ 'a.txt': bytes(`${sentence}\x93It is open\x94 \x96 he said.`) });
    expect(row?.text).toBe(`${sentence}“It is open” – he said.`);
    await expect(imported({ 'a.txt': bytes(`${sentence} A caf\xe9 opened too.`) })).rejects.toMatchObject({
      fault: 'data',
      hint: expect.stringContaining('not UTF-8'),
    });
  });

  it('refuses a day that cannot be read, and a header with nothing below it', async () => {
    const { record, rejects } = await imported({
      'a.txt': `Title: A\nDate: in spring\n\n${sentence}`,
      'b.txt': `Title: ${sentence}\n\n…\n`,
      'c.txt': sentence,
    });
    expect(record.rows).toEqual({ read: 3, taken: 1, refused: 2 });
    expect(rejects.map(({ file, reason }) => [file, reason])).toEqual([
      ['a.txt', 'the date “in spring” cannot be read; write it as 2023-02-28'],
      ['b.txt', 'there is no text in b.txt'],
    ]);
  });

  it('takes the same text once and counts it', async () => {
    const archive = await imported({ 'a.txt': `${sentence}\n`, 'b.txt': `\ufeff${sentence}\r\n\r\n` });
    expect(archive.record.rows).toEqual({ read: 2, taken: 1, refused: 0 });
    expect(archive.record.aside).toEqual([{ because: 'the same text stands before', rows: 1 }]);
    expect((await articles(archive)).map(({ locator }) => locator)).toEqual(['a.txt']);
  });

  itWithFiles('reads a commentary as it is', async (data) => {
    const path = join(data, '..', 'corpus', '000_76999a565a4548a3.txt');
    const { row, record } = await read([path]);
    expect(record.format).toBe('article-text');
    expect(record.rows).toEqual({ read: 1, taken: 1, refused: 0 });
    // It begins with its first paragraph, and states no day of publication.
    expect(row).toMatchObject({ title: null, date: null, language: 'en', id: 'd5f6b18165c36cee' });
    const text = String(row?.text);
    expect(text.length).toBe(7158);
    // Nothing is changed but spaces.
    expect(text).toBe(readFileSync(path, 'utf8').replace(/ +/g, ' ').replaceAll('\n ', '\n').trim());
  });
});

describe('an article in Markdown', () => {
  it('has its front matter read and its marks taken off', async () => {
    const archive = await imported(samplesOf('article-markdown'));
    expect(archive.record.rows).toEqual({ read: 2, taken: 2, refused: 0 });
    const [front, heading] = await articles(archive);
    expect(front).toMatchObject({
      title: 'A pass is opened: what follows',
      authors: 'Jane Doe; John Roe',
      date: '2023-02-28',
      outlet: 'The Ruritanian Courier',
      url: 'https://courier.example/pass',
      text: 'The ribbon\n\nRuritania and Graustark opened the mountain pass between them on Monday.\n\nThe road is *free* of toll, snake_case or not.\n\nlorries go first\ncars follow\n\ntoll = 0',
    });
    expect(heading).toMatchObject({
      title: 'The lake is shared',
      text: 'The lake is shared\n\nRuritania said that it would share the water of the lake with its neighbours, as the treaty has it.',
    });
  });

  it('refuses front matter whose day cannot be read', async () => {
    await expect(
      imported({ 'a.md': `---\ntitle: A\ndate: 02/03/2023\n---\n${sentence}` }),
    ).rejects.toMatchObject({
      hint: expect.stringContaining('line 1: the date “02/03/2023” cannot be read'),
    });
  });
});

describe('an article as a web page', () => {
  it('is what the reading view shows; programs are not run, and the page’s encoding is its own', async () => {
    const archive = await imported(samplesOf('article-html'));
    expect(archive.record.rows).toEqual({ read: 2, taken: 2, refused: 0 });
    const [page, russian] = await articles(archive);
    expect(page).toMatchObject({
      title: 'A pass is opened',
      authors: 'Jane Doe',
      outlet: 'The Ruritanian Courier',
      // 23:30 in the publisher's own time: the day is as it is written.
      date: '2023-02-28',
      language: 'en',
      url: 'https://courier.example/pass',
    });
    const text = String(page?.text);
    expect(text).toContain('on Monday. The ministers');
    expect(text).toContain('What follows\n\nThe pass had been closed');
    expect(text).toContain('lorries go first\ncars follow, once');
    expect(text).not.toMatch(/Home|Most read|All rights reserved|script has run|datePublished/);
    expect(russian).toMatchObject({ title: 'Перевал открыт', date: '2023-02-28', language: 'ru' });
    expect(russian?.text).toMatch(/^Руритания и Граустарк открыли перевал/);
    expect(russian?.text).not.toContain('Главная');
  });

  it('takes the day from the one time element, and from nothing where there are several', async () => {
    const page = (times: string) => `<!doctype html><body>${times}<p>${sentence.repeat(8)}</p></body>`;
    const one = await read({ 'a.html': page('<time datetime="2023-03-04T10:00Z">x</time>') });
    expect(one.row?.date).toBe('2023-03-04');
    const two = await read({
      'a.html': page('<time datetime="2023-03-04">x</time><time datetime="2023-03-05">y</time>'),
    });
    expect(two.row?.date).toBeNull();
  });

  it('reads Latin-1 as the web means it, with Windows’ quotation marks', async () => {
    const page = `<!doctype html><meta charset="iso-8859-1"><p>${sentence}The \x93caf\xe9\x94 opened \x80 2.`;
    const { row } = await read({ 'a.html': Buffer.from(page, 'latin1') });
    expect(row?.text).toBe(`${sentence}The “café” opened € 2.`);
  });

  it('refuses a page that is not in the encoding it claims, and a page without text', async () => {
    const page = (charset: string, byte: string) =>
      Buffer.from(`<!doctype html><meta charset="${charset}"><p>${sentence}${byte}</p>`, 'latin1');
    await expect(imported({ 'a.html': page('utf-8', '\xe9') })).rejects.toMatchObject({
      hint: expect.stringContaining('says that it is utf-8, but it is not'),
    });
    await expect(imported({ 'a.html': page('klingon', '\xe9') })).rejects.toMatchObject({
      hint: expect.stringContaining('“klingon”, which is not known'),
    });
    await expect(
      imported({ 'a.html': `<!doctype html><!-- <html> ${sentence}` }, 'article-html'),
    ).rejects.toMatchObject({ fault: 'data' });
    await expect(
      imported({ 'a.html': '<!doctype html><html><body><img src="x.png"></body></html>' }),
    ).rejects.toMatchObject({ hint: expect.stringContaining('there is no text in a.html') });
  });

  it.each([
    ['nested 100,000 deep', '<div>'.repeat(100_000), /nested more than 100 deep/],
    ['of 20 MB', `<p>${'word, and word. '.repeat(1_250_000)}`, /more than 4 MB/],
    ['of a million elements', '<b></b>'.repeat(300_000), /more than 250000 tags/],
    [
      'with 100,000 attributes',
      `<p ${Array.from({ length: 1e5 }, (_, i) => `a${i}`).join(' ')}>`,
      /5000 attr/,
    ],
  ])('refuses a page %s within seconds', { timeout: 20_000 }, async (_, inner, reason) => {
    await expect(imported({ 'a.html': `<!doctype html><body>${inner}</body>` })).rejects.toMatchObject({
      fault: 'data',
      hint: expect.stringMatching(reason),
    });
  });
});

describe('an article as PDF', () => {
  it('has its lines joined, words divided at their ends too, and a blank line between pages', async () => {
    const { row, record } = await read(samplesOf('article-pdf'));
    expect(record.rows).toEqual({ read: 1, taken: 1, refused: 0 });
    expect(row).toMatchObject({
      title: 'A pass is opened',
      authors: 'Jane Doe',
      date: '2023-02-28',
      // “multi-vector” has a hyphen of its own, as the next page shows; “minis-ters” has not.
      text: 'A pass is opened\n\n28 February 2023\n\nRuritania opened the mountain pass. It is part of a multi-vector policy, and the ministers of both states cut a ribbon.\n\nThe first lorries drove through in the afternoon, as had been agreed by the joint commission.\n\nA multi-vector policy needs more than one pass.',
    });
  });

  it('says that the day of its making is about that of publication', async () => {
    const [sample = ''] = samplesOf('article-pdf');
    const undated = readFileSync(sample, 'latin1').replace('(28 February 2023)', '(In last February)');
    const { row } = await read({ 'a.pdf': Buffer.from(undated, 'latin1') });
    expect(row?.date).toBe('2023-03-01~');
  });

  it('refuses what is no PDF, and pages without text', async () => {
    await expect(imported({ 'a.pdf': '%PDF-1.7\nnothing of the kind' })).rejects.toMatchObject({
      fault: 'data',
      hint: expect.stringContaining('it is no PDF file that can be read'),
    });
    const [sample = ''] = samplesOf('article-pdf');
    const mute = readFileSync(sample, 'latin1').replace(
      /\((.*?)\) Tj/g,
      (_, text: string) => `() T*${' '.repeat(text.length)}`,
    );
    await expect(imported({ 'a.pdf': Buffer.from(mute, 'latin1') })).rejects.toMatchObject({
      hint: expect.stringContaining('there is no text in a.pdf'),
    });
  });
});

describe('a PDF file that is made to take for ever', () => {
  it('is given up, and the next one is read', { timeout: 20_000 }, async () => {
    const drawing = deflateSync(Buffer.from('q Q '.repeat(20_000_000)));
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
      `<< /Length ${drawing.length} /Filter /FlateDecode >>\nstream\n${drawing.toString('latin1')}\nendstream`,
    ].map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`);
    const file = `%PDF-1.4\n${objects.join('')}trailer\n<< /Size 5 /Root 1 0 R >>\n%%EOF\n`;
    await expect(readPdf(Buffer.from(file, 'latin1'), 1)).rejects.toMatchObject({
      fault: 'data',
      message: 'it takes more than 1 s to read',
    });
    const [sample = ''] = samplesOf('article-pdf');
    expect((await readPdf(readFileSync(sample))).pages).toHaveLength(2);
  });
});

describe('an article as a Word document', () => {
  const part = (body: string): Uint8Array =>
    strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    );
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const relations = strToU8(
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  const types = strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  );
  const word = (document: Uint8Array, more: Record<string, Uint8Array> = {}) =>
    zipSync({
      '[Content_Types].xml': types,
      '_rels/.rels': relations,
      'word/document.xml': document,
      ...more,
    });

  it('has its heading as title and its footnotes at the end; deleted text is none', async () => {
    const { row, record } = await read(samplesOf('article-docx'));
    expect(record.rows).toEqual({ read: 1, taken: 1, refused: 0 });
    expect(row).toMatchObject({
      title: 'A pass is opened',
      authors: 'Jane Doe',
      date: '2023-02-28',
      text: 'A pass is opened\n\n28 February 2023\n\nRuritania and Graustark opened the pass.\n\nThe first lorries\ndrove through.\n\nThe commission is joint.',
    });
  });

  it('passes over parts whose names point out of it', async () => {
    const { row } = await read({
      'a.docx': word(part(paragraph(sentence)), { '../../evil.xml': strToU8('<x/>') }),
    });
    expect(row?.text).toBe(sentence.trim());
  });

  it.each([
    ['grows beyond measure', word(part(paragraph('w'.repeat(60_000_000)))), /grows to more than 24 MB/],
    ['defines entities', word(strToU8('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')), /defines entities/],
    ['is nested without end', word(part('<w:p>'.repeat(100_000))), /no Word document that can be read/],
    ['is torn', word(part(paragraph(sentence))).subarray(0, 600), /torn/],
    [
      'has no document in it',
      zipSync({ '[Content_Types].xml': types, '../x': types }),
      /no word\/document.xml/,
    ],
    ['has no text', word(part(paragraph(' '))), /there is no text/],
  ])('refuses one that %s', { timeout: 20_000 }, async (_, bytes, reason) => {
    const error: unknown = await imported({ 'a.docx': bytes }, 'article-docx').catch(
      (cause: unknown) => cause,
    );
    expect(error instanceof Error ? `${error.message} ${'hint' in error ? error.hint : ''}` : '').toMatch(
      reason,
    );
  });
});

describe('a feed', () => {
  it('is an article an item, with the full text where there is one', async () => {
    const archive = await imported(samplesOf('article-feed'));
    expect(archive.record.rows).toEqual({ read: 5, taken: 5, refused: 0 });
    const rows = await articles(archive);
    expect(
      rows.map(({ locator, title, authors, outlet, date, url }) => [
        locator,
        title,
        authors,
        outlet,
        date,
        url,
      ]),
    ).toEqual([
      [
        'atom.xml, item 1',
        'Whose is the lake?',
        'Jane Doe',
        'Valley institute',
        '2023-03-01',
        'https://institute.example/1',
      ],
      ['atom.xml, item 2', 'Tolls', null, 'Valley institute', '2023-03-02', null],
      [
        'rdf.xml, item 1',
        'Statement on the dam',
        'Press office',
        'Press office',
        '2023-03-04',
        'https://press.example/9',
      ],
      [
        'rss.xml, item 1',
        'A pass is "opened"',
        'Jane Doe; John Roe',
        'The Ruritanian Courier & Mail',
        '2023-02-28',
        'https://courier.example/pass',
      ],
      ['rss.xml, item 2', 'The lake is shared', null, 'The Ruritanian Courier & Mail', null, null],
    ]);
    expect(rows.map(({ text }) => text)).toEqual([
      'It belongs to three states.\n\nNone of them says so.',
      'A toll of 1 < 2 is low.',
      'The dam will be built by three states.',
      'Ruritania & Graustark opened the pass.\n\nlorries first\ncars later',
      'Ruritania shares the lake.',
    ]);
  });

  const rss = (items: string, doctype = '') =>
    `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>T</title><link>https://x.example</link><description>d</description>${items}</channel></rss>`;

  it('refuses items without text or with a day that cannot be read, by their number', async () => {
    const { record, rejects } = await imported({
      'feed.xml': rss(
        '<item><title>A</title><description>One.</description></item><item><title>B</title></item><item><title>C</title><pubDate>soon</pubDate><description>Three.</description></item><item/>',
      ),
    });
    expect(record.rows).toEqual({ read: 4, taken: 1, refused: 3 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'there is no text in feed.xml, item 2'],
      [3, 'the date “soon” cannot be read'],
      [null, 'an item of the feed is empty'],
    ]);
  });

  it('refuses entities of its own, nesting without end, and a torn feed', async () => {
    const bomb = '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    for (const [feed, reason] of [
      [rss('<item><title>&b;</title></item>', bomb), /defines entities of its own/],
      [rss(`<item>${'<a>'.repeat(100_000)}</item>`), /no feed that can be read/],
      [rss('<item><title>A</title><description>One.').slice(0, -30), /no feed that can be read/],
    ] as const)
      await expect(imported({ 'feed.xml': feed })).rejects.toMatchObject({
        fault: 'data',
        hint: expect.stringMatching(reason),
      });
  });
});

describe('articles in JSON lines', () => {
  it('have their fields under any of the usual names', async () => {
    const archive = await imported(samplesOf('article-jsonl'));
    expect(archive.record.rows).toEqual({ read: 3, taken: 3, refused: 0 });
    const rows = await articles(archive);
    expect(rows.map(({ id: _, source: __, text: ___, ...row }) => Object.values(row))).toEqual([
      [
        'A pass is opened',
        'Jane Doe; John Roe',
        'The Ruritanian Courier',
        '2023-02-28',
        'en',
        'https://courier.example/pass',
        'articles.jsonl, line 1',
      ],
      [
        'The lake is shared',
        'Jane Doe',
        'Valley institute',
        '2023-03-01',
        'en',
        'https://institute.example/1',
        'articles.jsonl, line 2',
      ],
      ['Statement on the dam', null, 'Press office', '2023-03-04', null, null, 'articles.jsonl, line 4'],
    ]);
  });

  it('lose no more than the lines that are broken', { timeout: 20_000 }, async () => {
    const good = (text: string) => JSON.stringify({ title: 'T', text });
    const { record, rejects } = await imported({
      'a.jsonl': Buffer.concat([
        Buffer.from(`${good('One.')}\n{broken\n[1]\n${JSON.stringify({ title: 'T', text: ' ' })}\n`),
        Buffer.from('{"title": "T", "text": "\xe9"}\n', 'latin1'),
        Buffer.from(`{"title": "T", "text": ${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`),
        Buffer.from(
          `{"title": "T", "text": "x", "date": "02/03/2023"}\n${'['.repeat(1_000_000)}\n${good('Two.')}`,
        ),
      ]),
    });
    expect(record.rows).toEqual({ read: 9, taken: 2, refused: 7 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'the line is no JSON object'],
      [3, 'the line is no JSON object'],
      [4, 'there is no text in a.jsonl, line 4'],
      [5, 'the line is not valid UTF-8'],
      [6, 'there is no text in a.jsonl, line 6'],
      [7, 'the date “02/03/2023” cannot be read; write it as 2023-02-28'],
      [8, 'the line is no JSON object'],
    ]);
  });
});

describe('what is taken for an article', () => {
  const head = (text: string, name = 'file') => ({
    name,
    bytes: Buffer.from(text),
    text,
    lines: text.split('\n'),
  });
  const taken = (text: string, name?: string) =>
    formats.find(({ recognise }) => recognise(head(text, name)))?.id;

  it.each([
    [
      'a table with a header',
      'id,title,text\n1,Foo,"He said, yes."\n2,Bar,"She said, no, and left the room."\n',
    ],
    [
      'a table with semicolons',
      'country;year;value\nRuritania;2019;many words\nGraustark;2020;other words.\n',
    ],
    ['a table with tabs below a sentence', `${sentence}\nRuritania\t2019\nGraustark\t2020\nZenda\t2021\n`],
    ['JSON', JSON.stringify({ text: sentence })],
    ['XML', `<report><p>${sentence}</p></report>`],
    ['numbers', '1 2 3 4 5 6 7 8 9 10 11 12 13. 14 15 16 17 18 19 20 21 22 23 24 25 26. 27 28\n'.repeat(9)],
    ['a few words', 'Not found.'],
    ['bytes', `${sentence}\0\0\u0001`],
  ])('%s is not', (_, text) => {
    expect(taken(text)).toBeUndefined();
  });

  it('a page or a text that is named as a table is not: it may be an error message', () => {
    expect(taken(`<!doctype html><p>${sentence}</p>`, 'trade.csv')).toBeUndefined();
    expect(taken(sentence.repeat(3), 'trade.csv')).toBeUndefined();
  });

  it('prose is, last of all', () => {
    expect(taken(sentence)).toBe('article-text');
    expect(formats.at(-1)?.id).toBe('article-text');
    expect(formats.slice(-articlesFormats.length)).toEqual(articlesFormats);
  });
});

describe('the text that is kept', () => {
  it('is left as it is when it comes again, and has nothing in it that is not seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        const text = plainText(any);
        expect(plainText(text)).toBe(text);
        expect(text.normalize('NFC')).toBe(text);
        expect(text).not.toMatch(/[\r\t\ufeff\u00a0\u00ad]|\p{Cs}|[^\P{Cc}\n]|\n{3}| {2}|^\s|\s$/u);
        // What is stored as UTF-8 and read again has the same offsets.
        expect(Buffer.from(text).toString()).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('is normalised in no time, however many marks are on a letter', () => {
    expect(plainText(`a${'\u0315\u0300'.repeat(1_000_000)}`).length).toBeLessThan(40);
  });

  it.each([
    ['2023-02-28T23:30:00+06:00', '2023-02-28'],
    ['Tue, 28 Feb 2023 23:30:00 +0600', '2023-02-28'],
    ['28 February 2023', '2023-02-28'],
    ['February 28th, 2023 at 10:15 am', '2023-02-28'],
    ['Feb. 28, 2023', '2023-02-28'],
    ['28 февраля 2023 г.', '2023-02-28'],
    ['2023 жылғы 28 ақпан', '2023-02-28'],
    ['28.02.2023 10:15', '2023-02-28'],
    ['28/02/2023', '2023-02-28'],
    ['2023年2月28日', '2023-02-28'],
    ['20230228', '2023-02-28'],
    ['February 2023', '2023-02'],
    ['2023', '2023'],
    ['2023-02~', '2023-02~'],
  ])('reads the day %s', (text, day) => {
    expect(dateOf(text)).toBe(day);
  });

  it.each([
    '02/03/2023',
    '31 February 2023',
    '2023-13-01',
    'soon',
    '',
    '28 February',
    'the 28 February 2023 talks',
  ])('has no day for “%s”', (text) => {
    expect(dateOf(text)).toBeUndefined();
  });

  it('names languages by ISO 639-1', () => {
    expect(
      ['en-GB', 'RU_ru', 'eng', 'cmn', 'tgl', 'zlm', 'ceb', 'klingon', '', 'und'].map(languageOf),
    ).toEqual(['en', 'ru', 'en', 'zh', 'tl', 'ms', 'ceb', undefined, undefined, undefined]);
  });
});
