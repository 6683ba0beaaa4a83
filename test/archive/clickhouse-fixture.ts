import type { Question, SeriesQuestion } from '../../src/archive/index.ts';
import type { DataSource } from '../../src/model/bulk.ts';
import type { Format } from '../../src/model/format.ts';

const source = (id: string): DataSource => ({
  id,
  type: 'dataset',
  title: id,
  author: [],
  licence: 'CC0',
  redistributable: true,
});

/** Reports of events, one a line. */
export const tinyEvents: Format = {
  id: 'tiny-events',
  title: 'Tiny events',
  source: source('tiny-events'),
  quirks: [],
  version: 1,
  recognise: ({ lines: [header] }) => header === 'id,date,from,to,root,score,mentions,place,x',
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    columns: {
      id: { type: 'text' },
      date: { type: 'date' },
      from: { type: 'text' },
      to: { type: 'text' },
      root: { type: 'text' },
      score: { type: 'number' },
      mentions: { type: 'integer' },
      place: { type: 'text' },
      x: { type: 'number' },
    },
  },
  tables: {
    event: {
      columns: {
        id: 'raw.id',
        date: 'raw.date',
        source: 'raw."from"',
        target: 'raw."to"',
        root: 'raw.root',
        intensity: 'raw.score',
        mentions: 'raw.mentions',
        // A line of the file is a row, so characters that end one are put in here.
        place: "replace(replace(replace(raw.place, '⏎', chr(10)), '␍', chr(13)), '␀', chr(0))",
        longitude: 'raw.x',
      },
    },
  },
  edition: 'part',
};

/** Figures that come in parts; a later part corrects an earlier one. A row without an indicator is refused. */
export const tinyFigures: Format = {
  id: 'tiny-figures',
  title: 'Tiny figures',
  source: source('tiny-figures'),
  quirks: [],
  version: 1,
  recognise: ({ lines: [header] }) => header === 'focal,partner,indicator,period,value',
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    columns: {
      focal: { type: 'text' },
      partner: { type: 'text' },
      indicator: { type: 'text' },
      period: { type: 'text' },
      value: { type: 'number' },
    },
  },
  tables: {
    observation: {
      columns: {
        focal: 'raw.focal',
        partner: 'raw.partner',
        indicator: 'raw.indicator',
        period: 'raw.period',
        value: 'raw.value',
        unit: "'USD million'",
      },
    },
  },
  edition: 'part',
};

/** Roll calls, of which a file is the whole. */
export const tinyRollCalls: Format = {
  id: 'tiny-roll-calls',
  title: 'Tiny roll calls',
  source: source('tiny-roll-calls'),
  quirks: [],
  version: 1,
  recognise: ({ lines: [header] }) => header === 'number,title,important,yes',
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    columns: {
      number: { type: 'text' },
      title: { type: 'text' },
      important: { type: 'integer' },
      yes: { type: 'integer' },
    },
  },
  tables: {
    roll_call: {
      columns: {
        roll_call: 'raw.number',
        organ: "'GA'",
        title: 'raw.title',
        important: 'raw.important = 1',
        yes: 'raw.yes',
      },
    },
  },
  edition: 'whole',
};

export const tinyFormats: readonly Format[] = [tinyEvents, tinyFigures, tinyRollCalls];

/** Texts that would break out of a careless query or a careless line. */
export const hostile: readonly string[] = [
  "O'Brien",
  "'; DROP TABLE event; --",
  "\\'; DROP TABLE event; --",
  'back\\slash',
  'ends in \\',
  '\\N',
  'tab\there',
  'two\nlines',
  'carriage\rreturn\r\n',
  'nought\0byte',
  '`tick` "quote"',
  '{p:String} $p0 %s ? :p',
  '/* */ -- #',
  '\\x41\\0\\n',
  'Қазақстан 🐎 \u2028 ñ',
  ' blank at both ends ',
  '1e5',
  'NULL',
];

/** Numbers whose decimal form is easily read wrong. */
const awkward = [
  0.1 + 0.2,
  1.0015766879643518e-14,
  6.170314925152711e-6,
  1e-300,
  -180,
  5e-324,
  100.5,
  0,
  1 / 3,
];

const standIns = { '\n': '⏎', '\r': '␍', '\0': '␀', '"': '""' };

function cell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  return `"${Object.entries(standIns).reduce((text, [from, to]) => text.replaceAll(from, to), value)}"`;
}

/** Numbers in [0, 1) that are the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const day = (sinceStart: number): string =>
  new Date(Date.UTC(1945, 11, 1) + sinceStart * 86_400_000).toISOString().slice(0, 10);

/** So many events between few actors, many of them close together, from 1945 on and about the turn of months and years. */
export function eventsFile(rows: number, seed = 1): string {
  const next = random(seed);
  const one = <T>(of: readonly T[]): T | undefined => of[Math.floor(next() * of.length)];
  const lines = Array.from({ length: rows }, (_, i) =>
    [
      `e${seed}-${i}`,
      day(Math.floor(next() * (next() < 0.5 ? 200 : 25_000))),
      one(['KAZ', 'RUS', 'CHN', 'cow:315', undefined]),
      one(['KAZ', 'RUS', 'CHN']),
      one(['AGREE', 'CONSULT', 'ASSAULT', undefined]),
      one([undefined, 1.5, -10, 8.25, 3]),
      one([undefined, 1, 7]),
      i < hostile.length ? hostile[i] : one(hostile),
      one([...awkward, undefined]),
    ]
      .map(cell)
      .join(','),
  );
  return ['id,date,from,to,root,score,mentions,place,x', ...lines, ''].join('\n');
}

/** What is imported, in order; each is one import. */
export const tinyImports: readonly Readonly<Record<string, string>>[] = [
  { 'events-1.csv': eventsFile(400) },
  { 'events-2.csv': eventsFile(400, 2) },
  {
    'figures-1.csv':
      'focal,partner,indicator,period,value\nKAZ,RUS,imports,2012,1\nKAZ,RUS,imports,2013,2\nKAZ,,imports,2012,3\nKAZ,,gdp,2012,4\nKAZ,RUS,,2012,5\nKAZ,RUS,imports,2014,much\n',
  },
  // A correction, a row that is new, one that stands twice, one without a value, and one whose partner is not known either.
  {
    'figures-2.csv':
      'focal,partner,indicator,period,value\nKAZ,RUS,imports,2013,20\nKAZ,,imports,2012,30\nKAZ,CHN,imports,2013,0.30000000000000004\nKAZ,CHN,imports,2013,7\nKAZ,UZB,imports,2013,\n',
  },
  { 'roll-calls-1.csv': 'number,title,important,yes\n1,first,1,100\n2,second,0,\n' },
  { 'roll-calls-2.csv': 'number,title,important,yes\n1,"first, put right",0,101\n3,third,,3\n' },
];

const everyEvent = ['id'];
/** Questions whose answers two archives of the same files must give alike. */
export const questions: readonly Question[] = [
  { table: 'event', order: everyEvent },
  { table: 'event', order: ['longitude', 'id'], limit: 500 },
  {
    table: 'event',
    where: { source: ['KAZ', 'RUS'], date: { from: '1946-01-01', to: '1946-02-28' } },
    order: everyEvent,
  },
  { table: 'event', where: { intensity: { from: -10, to: 1.5 }, mentions: 7 }, order: everyEvent },
  { table: 'event', where: { target: [] } },
  { table: 'event', where: { place: [...hostile] }, order: everyEvent },
  ...awkward.map(
    (longitude): Question => ({
      table: 'event',
      columns: ['id', 'longitude'],
      where: { longitude },
      order: everyEvent,
    }),
  ),
  {
    table: 'event_day',
    order: ['source', 'target', 'root', 'day', 'reports', 'mentions', 'intensity', 'scored'],
    limit: 500,
  },
  { table: 'observation', order: ['focal', 'partner', 'indicator', 'period', 'value'] },
  { table: 'observation', where: { period: '2013', value: { from: 5 } }, order: ['partner', 'value'] },
  { table: 'observation', where: { focal: 'KAZ', value: 2 } },
  { table: 'observation', columns: ['partner'], where: { partner: { from: 'S' } } },
  { table: 'roll_call', order: ['roll_call'] },
  { table: 'roll_call', where: { important: false } },
  { table: 'roll_call', where: { yes: [100, 101, 3] }, order: ['yes'] },
  { table: 'article' },
];

const dyads = [
  ['KAZ', 'RUS'],
  ['RUS', 'KAZ'],
  ['cow:315', 'CHN'],
  ['KAZ', "'"],
] as const;

const pairs: readonly SeriesQuestion[] = [0, 3].flatMap((window) => [
  { dataset: 'tiny-events', source: ['KAZ', 'RUS'], target: ['RUS', 'KAZ', "'"], by: 'month', window },
  { dataset: 'tiny-events', source: 'KAZ', by: 'year', window },
  { dataset: 'tiny-events', target: ['KAZ'], by: 'month', window },
  { dataset: 'tiny-events', by: 'year', window },
  { dataset: 'tiny-events', source: [], target: 'KAZ', by: 'year', window },
]);

const dyadSeries: readonly SeriesQuestion[] = dyads.flatMap(([from, target]) => {
  const dyad = { dataset: 'tiny-events', source: from, target };
  return [
    ...[0, 2, 7, 400].map((window): SeriesQuestion => ({ ...dyad, by: 'month', window })),
    { ...dyad, by: 'year', window: 3 },
    { ...dyad, by: 'year', window: 30, from: '1945-12-15', to: '1946-06-15', root: 'AGREE' },
  ];
});

/** Of one pair, and of several at once. */
export const series: readonly SeriesQuestion[] = [...dyadSeries, ...pairs];
