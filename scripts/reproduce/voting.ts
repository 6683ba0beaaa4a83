import type { Asked } from '../../src/measures/index.ts';
import { crossTable, kappa, scottPi, sScore, tauB } from '../../src/measures/index.ts';
import type { Interval, Value } from '../../src/model/gap.ts';
import type { Means, Reproduction } from './reproduction.ts';

const number = (value: Value | undefined): number => (typeof value === 'number' ? value : Number.NaN);

/** Alliances in 1914 as Signorino and Ritter have them: 0 none, 3 defence, twenty states. */
const germany = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0];
const russia = [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const capabilities = [
  0.25, 0.21, 0.2, 0.08, 0.08, 0.05, 0.03, 0.03, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0, 0, 0, 0, 0, 0,
];
const levels = [0, 3] as const;
const alliances = crossTable(germany, russia, levels);
const table6 = 'Signorino and Ritter (1999), ISQ 43(1), Table 6';
const recomputed = 'svmiller.com, Dyadic similarity measures, on the same table';

const textbook: readonly Reproduction[] = [
  {
    measure: 's-score',
    what: 'Germany and Russia, unweighted',
    source: table6,
    published: 0.4,
    ours: () => number(sScore(alliances)),
  },
  {
    measure: 's-score',
    what: 'Germany and Russia, weighted by capabilities',
    source: table6,
    published: -0.46,
    ours: () => number(sScore(crossTable(germany, russia, levels, capabilities))),
  },
  {
    measure: 'tauB',
    what: 'Germany and Russia',
    source: table6,
    published: 0.03031695,
    ours: () => number(tauB(alliances)),
  },
  {
    measure: 'kappa',
    what: 'Germany and Russia, squared weights',
    source: recomputed,
    published: -0.0775862,
    ours: () => number(kappa(alliances)),
  },
  {
    measure: 'pi',
    what: 'Germany and Russia, squared weights',
    source: recomputed,
    published: -0.0869565,
    ours: () => number(scottPi(alliances)),
  },
  {
    measure: 'kappa',
    what: 'Germany and Russia, linear weights',
    source: recomputed,
    published: -0.0714286,
    ours: () => number(kappa(alliances, 'linear')),
  },
  {
    measure: 'pi',
    what: 'Germany and Russia, linear weights',
    source: recomputed,
    published: -0.0843373,
    ours: () => number(scottPi(alliances, 'linear')),
  },
].map((one) => ({ ...one, tolerance: 5e-8 }));

/** Voeten's script: paragraphs and amendments count, unanimous roll calls do not. */
const asVoeten = { texts: 'all', unanimous: 'leave-out' } as const;

interface Case {
  readonly measure: string;
  readonly partner: string;
  readonly session: number;
  readonly choices?: Asked['choices'];
  readonly of?: 'value' | 'n' | 'low' | 'high';
  readonly published: number;
  readonly tolerance: number;
  readonly source: string;
}

/** A figure of Kazakhstan with one partner in one session. */
const ofVotes = ({
  measure,
  partner,
  session,
  choices = {},
  of = 'value',
  ...published
}: Case): Reproduction => ({
  measure,
  what: `Kazakhstan and ${partner}, session ${session}${Object.values(choices)
    .map((choice) => `, ${String(choice)}`)
    .join('')}${of === 'value' ? '' : `, ${of}`}`,
  ...published,
  needs: 'archive',
  async ours({ run }: Means) {
    const period = String(session);
    const { figures } = await run(measure, {
      focal: ['KAZ'],
      partners: [partner],
      from: period,
      to: period,
      choices,
      intervals: of === 'low' || of === 'high',
    });
    const [figure] = figures;
    if (!figure) return Number.NaN;
    if (of === 'value') return number(figure.value);
    return of === 'n' ? figure.n : ((figure.interval as Interval | undefined)?.[of] ?? Number.NaN);
  },
});

const onUnvotes =
  'Häge (2011) and Voeten’s DyadicAgreementScores.R, recomputed apart from this program on unvotes 7eb7034';

/** Partner, session, n, identical, graded, S, S squared, kappa, pi. */
const similarities: readonly (readonly [string, number, ...number[]])[] = [
  ['RUS', 48, 61, 0.623, 0.8115, 0.623, 0.8115, 0.4598, 0.4279],
  ['CHN', 48, 59, 0.5932, 0.7797, 0.5593, 0.7458, 0.0296, 0.0123],
  ['USA', 48, 61, 0.2131, 0.4508, -0.0984, 0.1393, 0.1244, -0.2016],
  ['RUS', 56, 77, 0.8312, 0.9091, 0.8182, 0.8961, 0.5926, 0.5857],
  ['RUS', 62, 92, 0.8152, 0.8913, 0.7826, 0.8587, 0.5818, 0.5696],
  ['CHN', 62, 92, 0.8696, 0.9185, 0.837, 0.8859, 0.5347, 0.5342],
  ['USA', 62, 93, 0.0968, 0.1935, -0.6129, -0.5161, -0.0694, -0.7168],
  ['RUS', 69, 77, 0.6753, 0.7922, 0.5844, 0.7013, 0.2347, 0.1522],
  ['CHN', 69, 77, 0.8571, 0.9156, 0.8312, 0.8896, 0.435, 0.425],
  ['TUR', 69, 77, 0.6883, 0.7727, 0.5455, 0.6299, -0.0205, -0.1149],
  ['RUS', 74, 87, 0.6782, 0.7586, 0.5172, 0.5977, 0.215, 0.1247],
  ['CHN', 74, 89, 0.8202, 0.882, 0.764, 0.8258, 0.4232, 0.4052],
  ['USA', 74, 91, 0.1429, 0.2033, -0.5934, -0.533, -0.1087, -0.7115],
  ['TUR', 74, 90, 0.6, 0.7056, 0.4111, 0.5167, -0.0432, -0.1608],
  ['GBR', 74, 91, 0.4505, 0.5495, 0.0989, 0.1978, -0.1072, -0.335],
];
const columns = [
  { measure: 'agreement', of: 'n' },
  { measure: 'agreement', choices: {} },
  { measure: 'agreement', choices: { similarity: 'graded' } },
  { measure: 's-score', choices: {} },
  { measure: 's-score', choices: { power: 'squared' } },
  { measure: 'kappa', choices: {} },
  { measure: 'pi', choices: {} },
] as const;

const votes = similarities.flatMap(([partner, session, ...published]) =>
  columns.map(({ choices, ...column }: { measure: string; of?: 'n'; choices?: Record<string, string> }, i) =>
    ofVotes({
      ...column,
      partner,
      session,
      choices: { ...asVoeten, ...choices },
      published: published[i] ?? Number.NaN,
      tolerance: 0.00005,
      source: onUnvotes,
    }),
  ),
);

const alignments = (
  [
    ['RUS', 69, 0.1123],
    ['CHN', 69, 0.1042],
    ['USA', 69, -0.0776],
    ['TUR', 69, 0.0074],
    ['RUS', 74, 0.1049],
    ['CHN', 74, 0.124],
    ['USA', 74, -0.1442],
    ['TUR', 74, -0.0188],
  ] as const
).map(([partner, session, published]) =>
  ofVotes({
    measure: 'alignment-index',
    partner,
    session,
    choices: asVoeten,
    published,
    tolerance: 0.00005,
    source: 'Benati and Capurri (2026), recomputed apart from this program on unvotes 7eb7034',
  }),
);

const russianSeries = [
  0.865, 0.811, 0.788, 0.827, 0.861, 0.847, 0.848, 0.84, 0.884, 0.909, 0.843, 0.922, 0.905, 0.885, 0.894,
  0.891, 0.87, 0.875, 0.888, 0.871, 0.831, 0.782, 0.792, 0.719, 0.71, 0.699, 0.782, 0.759,
].map((published, i) =>
  ofVotes({
    measure: 'agreement',
    partner: 'RUS',
    session: 47 + i,
    choices: { ...asVoeten, similarity: 'graded' },
    published,
    tolerance: 0.0005,
    source: onUnvotes,
  }),
);

/** Ends of intervals of another generator of chance: a hundredth or two apart at 2,000 draws. */
const intervals = (
  [
    ['agreement', 'RUS', 0.69, 0.822],
    ['agreement', 'CHN', 0.831, 0.927],
    ['agreement', 'USA', 0.143, 0.264],
    ['agreement', 'TUR', 0.639, 0.772],
    ['kappa', 'RUS', 0.066, 0.364],
    ['kappa', 'CHN', 0.162, 0.622],
    ['kappa', 'USA', -0.192, -0.039],
    ['kappa', 'TUR', -0.126, 0.051],
  ] as const
).flatMap(([measure, partner, low, high]) =>
  (['low', 'high'] as const).map((of) =>
    ofVotes({
      measure,
      partner,
      session: 74,
      of,
      choices: { ...asVoeten, ...(measure === 'agreement' && { similarity: 'graded' }) },
      published: of === 'low' ? low : high,
      tolerance: 0.02,
      source: 'bootstrap of 2,000 draws, recomputed apart from this program',
    }),
  ),
);

const published = (
  [
    [73, 'RUS', 0.67],
    [73, 'CHN', 0.793],
    [73, 'USA', 0.149],
    [74, 'RUS', 0.678],
    [74, 'CHN', 0.82],
    [74, 'USA', 0.143],
    [74, 'IND', 0.802],
    [75, 'RUS', 0.663],
    [75, 'CHN', 0.785],
    [75, 'USA', 0.168],
    [75, 'IND', 0.789],
  ] as const
).map(([session, partner, value]) =>
  ofVotes({
    measure: 'agreement',
    partner,
    session,
    published: value,
    tolerance: 0.0005,
    source: 'AgreementScores of Bailey, Strezhnev and Voeten (2017)',
  }),
);

/** The order that the study found over 2007 to 2022, in three of its years. */
const order: readonly Reproduction[] = [2007, 2014, 2019].map((year) => ({
  measure: 'agreement',
  what: `Kazakhstan votes most often with China, then Russia, then the United States, ${year}: 1 if so`,
  source: 'Yuneman (2023), Russia in Global Affairs 21(2): 141–162',
  published: 1,
  tolerance: 0,
  needs: 'archive',
  async ours({ run }) {
    const period = String(year - 1945);
    const { figures } = await run('agreement', {
      focal: ['KAZ'],
      partners: ['CHN', 'RUS', 'USA'],
      from: period,
      to: period,
      intervals: false,
    });
    const [china = 0, its = 0, america = 1] = figures.map(({ value }) => number(value));
    return china > its && its > america ? 1 : 0;
  },
}));

/** Every state's share in a report, and our graded agreement with the United States in that calendar year. */
async function coincidences(
  { run, answers }: Means,
  year: number,
): Promise<[published: number, ours: number][]> {
  const rows =
    (await answers?.rows({
      table: 'observation',
      columns: ['focal', 'value'],
      where: { indicator: 'us-voting-coincidence', period: String(year) },
      order: ['focal'],
    })) ?? [];
  const shares = new Map(
    rows.flatMap(({ focal, value }) => (typeof value === 'number' ? [[String(focal), value] as const] : [])),
  );
  const { figures } = await run('agreement', {
    focal: ['USA'],
    partners: [...shares.keys()],
    by: 'year',
    from: String(year),
    to: String(year),
    choices: { similarity: 'graded', texts: 'all' },
    intervals: false,
  });
  return figures.flatMap(({ partner = '', value }): [number, number][] => {
    const share = shares.get(partner);
    return typeof value === 'number' && share !== undefined ? [[share, value]] : [];
  });
}

/** The Department counts five to thirteen more votes a year than the data have roll calls, and rounds to hundredths. */
const department: readonly Reproduction[] = [2018, 2019, 2020].map((year) => ({
  measure: 'agreement',
  what: `with the United States, graded, ${year}: mean difference over all states`,
  source: `US Department of State, Voting Practices in the United Nations ${year}`,
  published: 0,
  tolerance: 0.015,
  needs: 'archive',
  async ours(means) {
    const pairs = await coincidences(means, year);
    return pairs.reduce((sum, [theirs, ours]) => sum + Math.abs(theirs - ours), 0) / pairs.length;
  },
}));

export const reproductions: readonly Reproduction[] = [
  ...textbook,
  ...votes,
  ...alignments,
  ...russianSeries,
  ...intervals,
  ...published,
  ...order,
  ...department,
];
