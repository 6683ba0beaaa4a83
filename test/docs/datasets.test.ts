import { expect, it } from 'vitest';
import { formats } from '../../src/datasets/index.ts';
import { publishers } from '../../src/datasets/publishers.ts';
import { bulkTables } from '../../src/model/bulk.ts';
import type { Format } from '../../src/model/format.ts';
import { reference } from '../../src/model/trace.ts';

const how = {
  csv: 'Delimited text',
  'json-lines': 'One JSON object a line',
  parsed: 'Read by a parser',
} as const;

const cell = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');

function formatText({
  id,
  title,
  source,
  otherSources = [],
  quirks,
  reading,
  edition,
  tables,
}: Format): string {
  const columns =
    reading.kind === 'json-lines'
      ? []
      : Object.entries(reading.columns).map(([key, { header }]) => `\`${[header ?? key].flat()[0]}\``);
  return [
    `### ${id}`,
    '',
    `${title}. ${how[reading.kind]}, ${edition}; makes ${Object.keys(tables).join(', ')}.`,
    '',
    `- *Cite:* ${[source, ...otherSources].map((one) => cell(reference(one))).join(' · ')}`,
    `- *Licence:* ${cell(source.licence)}${source.redistributable ? '' : ' (not handed on in exports)'}`,
    ...(reading.kind === 'csv' ? [`- *Columns read:* ${columns.map(cell).join(', ')}`] : []),
    ...quirks.map((quirk) => `- ${cell(quirk)}`),
  ].join('\n');
}

it('docs/datasets.md is what the formats say of themselves', async () => {
  const page = [
    '# Data sets and formats',
    '',
    'Made from the formats themselves (`npx vitest run --project unit test/docs/datasets.test.ts -u`). How the archive uses them: [archive.md](archive.md).',
    '',
    `## Formats`,
    '',
    formats.map(formatText).join('\n\n'),
    '',
    '## Where they come from',
    '',
    '`multivector datasets fetch ID`, or by hand where a form, a key or an account stands before the files.',
    '',
    '| id | what | by | how |',
    '| --- | --- | --- | --- |',
    ...publishers.map(
      ({ id, title, by, get, landing }) =>
        `| ${id} | ${cell(title)} | [${cell(by)}](${landing}) | ${get.kind === 'by-hand' ? `by hand: ${cell(get.steps.join('; '))}` : get.kind === 'dated' ? 'by day' : 'fetched'} |`,
    ),
    '',
    '## Tables',
    '',
    ...Object.entries(bulkTables).flatMap(([name, { about, columns, key }]) => [
      `### ${name}`,
      '',
      `${about}. Key: ${key.join(', ')}.`,
      '',
      '| column | type | what |',
      '| --- | --- | --- |',
      ...Object.entries(columns).map(
        ([column, { type, required, about: what }]) =>
          `| ${column} | ${type}${required ? '' : ', may be empty'} | ${cell(what)} |`,
      ),
      '',
    ]),
  ].join('\n');
  await expect(`${page.trimEnd()}\n`).toMatchFileSnapshot('../../docs/datasets.md');
});

it('no two formats and no two publishers have one id', () => {
  for (const list of [formats, publishers]) expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
});

it('every format says who made it, and one source has one record', () => {
  const known = new Map<string, string>();
  for (const { id, source } of formats) {
    // Whose an article is stands in the article.
    if (source.id !== 'articles') expect(source.author.length, id).toBeGreaterThan(0);
    expect(known.get(source.id) ?? JSON.stringify(source), `${id}: ${source.id}`).toBe(
      JSON.stringify(source),
    );
    known.set(source.id, JSON.stringify(source));
  }
});
