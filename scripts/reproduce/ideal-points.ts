import type { Figure } from '../../src/model/figure.ts';
import { agreementWith, median, type StatePoint } from './published-points.ts';
import type { Means, Reproduction } from './reproduction.ts';

const release = 'Bailey, Strezhnev and Voeten (2017), estimates of April 2020';

/** States and sessions of the table, with the published points and 90 % intervals. */
const table: Readonly<
  Record<string, Readonly<Record<number, readonly [point: number, low: number, high: number]>>>
> = {
  KAZ: {
    47: [0.582, 0.399, 0.76],
    56: [0.197, 0.052, 0.35],
    62: [-0.177, -0.314, -0.025],
    69: [-0.386, -0.619, -0.158],
    73: [-0.393, -0.619, -0.174],
    74: [-0.61, -0.893, -0.361],
  },
  RUS: {
    47: [1.113, 0.954, 1.271],
    56: [0.195, 0.033, 0.354],
    62: [-0.075, -0.213, 0.073],
    69: [0.071, -0.084, 0.209],
    73: [0.135, -0.004, 0.27],
    74: [0.142, 0.008, 0.281],
  },
  CHN: {
    47: [-0.736, -1.073, -0.45],
    56: [-0.585, -0.838, -0.326],
    62: [-0.633, -0.849, -0.431],
    69: [-0.842, -1.104, -0.571],
    73: [-0.489, -0.731, -0.287],
    74: [-0.334, -0.529, -0.155],
  },
  USA: {
    47: [3.001, 2.802, 3.223],
    56: [2.655, 2.477, 2.836],
    62: [2.743, 2.569, 2.911],
    69: [2.668, 2.468, 2.863],
    73: [2.787, 2.603, 2.981],
    74: [2.695, 2.511, 2.867],
  },
  TUR: {
    47: [0.731, 0.579, 0.895],
    56: [0.668, 0.502, 0.852],
    62: [0.536, 0.375, 0.683],
    69: [0.479, 0.325, 0.627],
    73: [0.625, 0.493, 0.769],
    74: [0.634, 0.499, 0.776],
  },
  DEU: {
    47: [1.59, 1.37, 1.811],
    56: [1.232, 1.016, 1.453],
    62: [0.928, 0.745, 1.132],
    69: [1.262, 1.077, 1.459],
    73: [1.235, 1.046, 1.42],
    74: [1.238, 1.067, 1.402],
  },
};

/** Of a state with too few votes for a point in a session, how many they are. */
const pointsOf = (figures: readonly Figure[]): StatePoint[] =>
  figures.map(({ about, period, value, n }) => ({
    state: about,
    session: Number(period),
    votes: n,
    value: typeof value === 'number' ? value : Number.NaN,
  }));

/** Our points and the published ones of every state, asked for once. */
const asked = new WeakMap<Means, Promise<{ ours: StatePoint[]; theirs: StatePoint[] }>>();

function bothOf(means: Means) {
  const known = asked.get(means);
  if (known) return known;
  const both = (async () => {
    if (!means.answers) throw new Error('there is no archive');
    const rows = await means.answers.rows({
      table: 'observation',
      columns: ['focal'],
      where: { indicator: 'ideal-point', source: 'unga-ideal-points' },
    });
    const focal = [...new Set(rows.map((row) => String(row.focal)))].sort();
    const run = async (source: 'estimated' | 'published') =>
      pointsOf(
        (
          await means.run('ideal-point', {
            focal,
            partners: [],
            to: '74',
            intervals: false,
            choices: { source },
          })
        ).figures,
      );
    return { ours: await run('estimated'), theirs: await run('published') };
  })();
  asked.set(means, both);
  return both;
}

const hasPoint = ({ value }: StatePoint): boolean => !Number.isNaN(value);

const compared = async (means: Means) => {
  const { ours, theirs } = await bothOf(means);
  return agreementWith(ours.filter(hasPoint), theirs.filter(hasPoint));
};

const ourPoint = async (means: Means, state: string, session: number): Promise<number> =>
  (await bothOf(means)).ours.find((one) => one.state === state && one.session === session)?.value ??
  Number.NaN;

const ideal = (
  what: string,
  published: number,
  tolerance: number,
  ours: Reproduction['ours'],
): Reproduction => ({
  measure: 'ideal-point',
  what,
  source: release,
  published,
  tolerance,
  needs: 'archive',
  ours,
});

/** Sessions from which correlations must be high in each; before, few states cast few votes. */
const fromSession = 20;

/** States whose points are given one by one. Those of the United States lie further out and are compared as a series. */
const oneByOne = ['KAZ', 'RUS', 'CHN', 'TUR', 'DEU'];

/** Published ideal points, with ours: the same as a whole, and point by point within the published interval’s half. */
export const reproductions: readonly Reproduction[] = [
  ideal(
    'correlation over all states and sessions 1–74',
    1,
    0.02,
    async (means) => (await compared(means)).correlation,
  ),
  ideal(`least correlation in a session from ${fromSession} on`, 1, 0.03, async (means) =>
    Math.min(
      ...[...(await compared(means)).bySession].flatMap(([session, value]) =>
        session < fromSession ? [] : [value],
      ),
    ),
  ),
  ...['KAZ', 'RUS', 'CHN', 'USA'].map((state) =>
    ideal(`correlation over the sessions of ${state}`, 1, 0.05, async (means) =>
      (await compared(means)).within(state),
    ),
  ),
  ideal('median absolute difference', 0, 0.15, async (means) =>
    median((await compared(means)).pairs.map(({ one, other }) => Math.abs(one.value - other.value))),
  ),
  ideal(
    'median absolute difference of the 36 points tabled, the United States among them',
    0,
    0.15,
    async (means) => {
      const { ours } = await bothOf(means);
      return median(
        ours.flatMap(({ state, session, value }) => {
          const published = table[state]?.[session]?.[0];
          return published === undefined ? [] : [Math.abs(value - published)];
        }),
      );
    },
  ),
  ...oneByOne.flatMap((state) =>
    Object.entries(table[state] ?? {}).map(([session, [point, low, high]]) =>
      ideal(`${state}, session ${session}`, point, (high - low) / 2, (means) =>
        ourPoint(means, state, Number(session)),
      ),
    ),
  ),
  ideal('states and sessions with the very number of votes published', 10_469, 0, async (means) => {
    const { ours, theirs } = await bothOf(means);
    const { pairs } = agreementWith(ours, theirs.filter(hasPoint));
    return pairs.filter(({ one, other }) => one.votes === other.votes).length;
  }),
  ideal('median width of the 90 % intervals of Kazakhstan', 0.354, 0.1, async ({ run }) => {
    const { figures } = await run('ideal-point', { focal: ['KAZ'], partners: [], to: '74' });
    return median(
      figures.flatMap(({ interval }) =>
        interval && 'low' in interval ? [interval.high - interval.low] : [],
      ),
    );
  }),
];
