import { MultivectorError } from '../../model/errors.ts';
import type { FileBytes, Format, Parsed } from '../../model/format.ts';
import { jsonDocument } from './factbook-page.ts';
import { factbookSource } from './factbook-source.ts';

/** The fields below a field, each before its own. */
function* fieldsBelow(parent: readonly string[], fields: object): Generator<Parsed> {
  for (const [label, field] of Object.entries(fields)) {
    if (label === 'count') continue;
    if (typeof field !== 'object' || field === null) {
      yield { problem: `${[...parent, label].join(' > ')}: not a field with its count` };
      continue;
    }
    const path = [...parent, label];
    const count: unknown = 'count' in field ? field.count : undefined;
    yield {
      row: {
        code: path.join(' > '),
        label,
        parent: parent.join(' > '),
        count: typeof count === 'number' ? count : undefined,
      },
    };
    yield* fieldsBelow(path, field);
  }
}

function* rows(file: FileBytes): Generator<Parsed> {
  const document = jsonDocument(file);
  if (!('Introduction' in document))
    throw new MultivectorError('data', `${file.name}: not the list of the Factbook's fields`, {
      hint: 'it has no Introduction',
    });
  yield* fieldsBelow([], document);
}

/** The fields of The World Factbook's pages, and on how many pages each stands. */
export const factbookCategories: Format = {
  id: 'factbook-categories',
  title: 'The World Factbook, list of fields',
  source: factbookSource,
  quirks: [
    'fields nest up to four deep; a field is named by its path, as locators name it',
    'the parts of a page itself have no count',
  ],
  version: 1,
  recognise: ({ text }) => /^\s*\{\s*"Introduction"\s*:\s*\{\s*"count"\s*:\s*\d/.test(text),
  reading: {
    kind: 'parsed',
    columns: {
      code: { type: 'text' },
      label: { type: 'text' },
      parent: { type: 'text' },
      count: { type: 'integer' },
    },
    rows,
  },
  refuse: [{ when: 'raw.count < 0', because: 'count is negative' }],
  tables: {
    code: {
      columns: {
        scheme: "'factbook-field'",
        code: 'raw.code',
        label: 'raw.label',
        parent: 'raw.parent',
        value: 'raw.count',
      },
    },
  },
  expect: {
    'a field stands once': 'SELECT code FROM code GROUP BY code HAVING count(*) > 1',
  },
  edition: 'whole',
};
