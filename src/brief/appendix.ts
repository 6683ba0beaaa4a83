import type { Mapping } from '../measures/index.ts';
import { mappings } from '../measures/index.ts';
import { indicatorById } from '../model/indicator.ts';
import type { Cell, Section } from './document.ts';
import { formulaList } from './formulas.ts';
import type { BriefInput } from './input.ts';
import { titleOf } from './roses.ts';
import { countWords } from './words.ts';

/** How it was computed, from which files, by which version, under which licences, and what was left out. */
export function appendix(input: BriefInput, cited: readonly string[]): Section[] {
  return [
    ...(input.year === undefined ? [] : [method(input), indicatorSection()]),
    versions(input),
    ...licences(input, cited),
  ];
}

const plain = (text: string) => ({ text });

const method = (input: BriefInput): Section => ({
  id: 'method',
  title: 'Method in brief',
  noted: false,
  blocks: [
    {
      kind: 'paragraph',
      sentences: [
        plain(
          'A vector says how strongly, and in which direction, a partner pulls in one dimension in one year.',
        ),
        plain(
          'Intervals hold 90 % of the draws when records are resampled, votes drawn anew and the importances of the indicators drawn from a flat Dirichlet distribution: chance and choice together.',
        ),
        plain('Where there is no evidence there is no vector: missing is missing, and never nought.'),
        plain('No figure in the text has more than two significant figures.'),
      ],
    },
    { kind: 'formulas', items: formulaList(input.formulas) },
  ],
});

const indicatorSection = (): Section => ({
  id: 'indicators',
  title: 'From indicators to vectors',
  noted: false,
  blocks: [
    {
      kind: 'table',
      caption: plain('How each indicator enters a vector; all have the same importance unless stated'),
      columns: [
        { title: 'Dimension', width: 16 },
        { title: 'Part', width: 12 },
        { title: 'Indicator', width: 38 },
        { title: 'Years', align: 'right', width: 8 },
        { title: 'How', width: 50 },
      ],
      rows: mappings.map(mappingRow),
    },
  ],
});

const mappingRow = ({ dimension, part, indicator, years, how, importance }: Mapping): Cell[] => [
  { text: titleOf(dimension), muted: true },
  { text: part, muted: true },
  {
    text: `${indicator === 'records' ? 'Events and ties of the dossier' : (indicatorById.get(indicator)?.title ?? indicator)}${importance === 1 ? '' : ` (importance ${importance})`}`,
  },
  { text: String(years), muted: true },
  { text: how },
];

const versions = ({ files, version, records, changed }: BriefInput): Section => ({
  id: 'versions',
  title: 'Versions and hashes',
  noted: false,
  blocks: [
    {
      kind: 'paragraph',
      sentences: [
        plain(`Made by Multivector ${version} from the files below.`),
        ...(changed ? [plain(`The dossier was last changed on ${changed}.`)] : []),
        ...(records.asKnownOn
          ? [plain(`Of these files, only what was known on ${records.asKnownOn} has been used.`)]
          : []),
        plain('The same files and the same version give the same brief, byte for byte.'),
      ],
    },
    {
      kind: 'table',
      caption: plain('Files of the dossier and their SHA-256'),
      columns: [
        { title: 'File', width: 22 },
        { title: 'SHA-256', width: 96 },
      ],
      rows: files.map(({ name, sha256 }) => [{ text: name }, { text: sha256, code: true }]),
    },
  ],
});

function licences({ records }: BriefInput, cited: readonly string[]): Section[] {
  const used = records.sources
    .filter(({ id }) => cited.includes(id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (used.length === 0) return [];
  const shut = used.filter(({ custom }) => !custom.redistributable);
  return [
    {
      id: 'licences',
      title: 'Licences, and what was left out',
      noted: false,
      blocks: [
        {
          kind: 'paragraph',
          sentences:
            shut.length === 0
              ? [plain('Every source used may be handed on under its licence; nothing was left out.')]
              : [
                  plain(
                    `Of the ${countWords(used.length)} sources used, ${countWords(shut.length)} may not be handed on as they are.`,
                  ),
                  plain(
                    'Of these the brief gives facts in our words, single figures with their source where a claim is tested, and shares and means computed from them; their texts, tables and series are left out.',
                  ),
                ],
        },
        {
          kind: 'table',
          caption: plain('Licences of the sources used'),
          columns: [
            { title: 'Source', width: 50 },
            { title: 'Licence', width: 44 },
            { title: 'May be handed on', width: 30 },
          ],
          rows: used.map(({ title, custom }) => [
            { text: title },
            { text: custom.licence, muted: true },
            custom.redistributable ? { text: 'yes' } : { text: 'no: facts and single figures only' },
          ]),
        },
      ],
    },
  ];
}
