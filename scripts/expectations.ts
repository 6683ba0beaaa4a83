/**
 * Holds the orderings of docs/expectations.md, written down beforehand, against what is computed:
 * `npx tsx scripts/expectations.ts [ARCHIVE]`. Prints the figures and each expectation with hit or miss.
 */
import { ArchiveWorkbench, archivePlace } from '../src/archive-workbench.ts';
import { textTable } from '../src/cli/table.ts';
import { measuring } from '../src/measuring.ts';
import type { Figure } from '../src/model/figure.ts';

const states = ['KAZ', 'BLR', 'UZB', 'AZE', 'VNM', 'MNG', 'CHE'];
const partners = ['RUS', 'CHN', 'EU', 'USA', 'TUR', 'IRN', 'IND'];
const year = '2014';

const archive = await ArchiveWorkbench.open(process.argv[2] ?? archivePlace());
const run = measuring({ archive });
const asked = { focal: states, partners, from: year, to: year, choices: { evidence: 'archive' } };
const profile = await run('profile', asked);
const balance = await run('balance', asked);
await archive.close();

/** A state's figure: a part of its profile, or a dimension's effective partners. */
const figure = (item: string, state: string): Figure | undefined =>
  [...profile.figures, ...balance.figures].find((one) => one.item === item && one.about === state);
const amount = (item: string, state: string): number => {
  const value = figure(item, state)?.value;
  return typeof value === 'number' ? value : Number.NaN;
};
const labelOf = (state: string): string =>
  (profile.notes.find((note) => note.startsWith(`${state} ${year}: `)) ?? '').slice(
    `${state} ${year}: `.length,
  );

/** Whether two intervals overlap, so that the order may be chance or choice. */
function overlap(item: string, a: string, b: string): boolean {
  const [one, other] = [a, b].map((state) => {
    const found = figure(item, state);
    const value = amount(item, state);
    return found?.interval && 'low' in found.interval ? found.interval : { low: value, high: value };
  });
  return one !== undefined && other !== undefined && one.low <= other.high && other.low <= one.high;
}

type Outcome = 'hit' | 'hit, intervals overlap' | 'miss' | 'miss, intervals overlap' | 'cannot be told';
const above = (item: string, a: string, b: string): Outcome => {
  const [x, y] = [amount(item, a), amount(item, b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return 'cannot be told';
  return `${x > y ? 'hit' : 'miss'}${overlap(item, a, b) ? ', intervals overlap' : ''}` as Outcome;
};
const amongLowest = (item: string, state: string, n: number): Outcome => {
  const value = amount(item, state);
  if (Number.isNaN(value)) return 'cannot be told';
  return states.filter((other) => amount(item, other) < value).length < n ? 'hit' : 'miss';
};
const called = (state: string, right: (label: string) => boolean): Outcome =>
  right(labelOf(state)) ? 'hit' : 'miss';

/** In the order and with the numbers of the page. */
const expectations: readonly (readonly [string, () => Outcome])[] = [
  ['economic breadth: KAZ above BLR', () => above('economic', 'KAZ', 'BLR')],
  ['economic breadth: KAZ above MNG', () => above('economic', 'KAZ', 'MNG')],
  ['economic breadth: KAZ above CHE', () => above('economic', 'KAZ', 'CHE')],
  ['economic breadth: VNM above BLR', () => above('economic', 'VNM', 'BLR')],
  ['economic breadth: UZB above BLR', () => above('economic', 'UZB', 'BLR')],
  ['economic breadth: AZE above MNG', () => above('economic', 'AZE', 'MNG')],
  ['security breadth: KAZ above BLR', () => above('security', 'KAZ', 'BLR')],
  ['security breadth: AZE above BLR', () => above('security', 'AZE', 'BLR')],
  ['breadth: BLR lowest or second lowest', () => amongLowest('breadth', 'BLR', 2)],
  ['exposure: BLR above KAZ', () => above('exposure', 'BLR', 'KAZ')],
  ['exposure: CHE above KAZ', () => above('exposure', 'CHE', 'KAZ')],
  ['exposure: MNG above KAZ', () => above('exposure', 'MNG', 'KAZ')],
  ['contradiction: KAZ above BLR', () => above('contradiction', 'KAZ', 'BLR')],
  ['contradiction: KAZ above CHE', () => above('contradiction', 'KAZ', 'CHE')],
  ['contradiction: KAZ above MNG', () => above('contradiction', 'KAZ', 'MNG')],
  ['contradiction: VNM above BLR', () => above('contradiction', 'VNM', 'BLR')],
  ['contradiction: AZE above BLR', () => above('contradiction', 'AZE', 'BLR')],
  ['contradiction: CHE lowest or second lowest', () => amongLowest('contradiction', 'CHE', 2)],
  ['issue split: KAZ above BLR', () => above('issue-split', 'KAZ', 'BLR')],
  ['issue split: VNM above BLR', () => above('issue-split', 'VNM', 'BLR')],
  ['issue split: MNG above CHE', () => above('issue-split', 'MNG', 'CHE')],
  ['issue split: BLR among the three lowest', () => amongLowest('issue-split', 'BLR', 3)],
  ['label: BLR not multi-vector', () => called('BLR', (label) => !label.startsWith('multi-vector'))],
  ['label: KAZ multi-vector', () => called('KAZ', (label) => label.startsWith('multi-vector'))],
  [
    'label: CHE diversified among like-minded, or leaning on one',
    () => called('CHE', (label) => /^(diversified|leaning)/.test(label)),
  ],
];

const items = [
  'breadth',
  'exposure',
  'contradiction',
  'issue-split',
  'political',
  'security',
  'economic',
  'connectivity',
];
const width = 140;
const cell = (item: string, state: string): string => {
  const found = figure(item, state);
  if (typeof found?.value !== 'number') return found?.value.gap ?? '';
  const ends = found.interval && 'low' in found.interval ? found.interval : undefined;
  return `${found.value.toFixed(2)}${ends ? ` ${ends.low.toFixed(2)}–${ends.high.toFixed(2)}` : ''}`;
};
for (const line of textTable(
  [{ title: year }, ...states.map((title) => ({ title }))],
  items.map((item) => [item, ...states.map((state) => cell(item, state))]),
  width,
))
  console.log(line);
for (const state of states) console.log(`${state}: ${labelOf(state)}`);
const outcomes = expectations.map(([words, outcome], i) => [String(i + 1), words, outcome()]);
for (const line of textTable(
  [{ title: '', align: 'right' }, { title: 'expected' }, { title: 'came out' }],
  outcomes,
  width,
))
  console.log(line);
const hits = outcomes.filter(([, , outcome]) => outcome?.startsWith('hit')).length;
console.log(`${hits} of ${outcomes.length} hit`);
