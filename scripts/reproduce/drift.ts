import {
  averageRunLength,
  bayesianOnline,
  benjaminiHochberg,
  cusum,
  pelt,
  seeded,
} from '../../src/measures/index.ts';
import type { Reproduction } from './reproduction.ts';

/** Annual flow of the Nile at Aswan, 1871 to 1970, 10⁸ m³: Cobb (1978), Biometrika 65(2), table 1. */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
  1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040,
  759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
  744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

/** Agreement of Kazakhstan and Russia, 1992 to 2019, abstention half way between yes and no. */
const agreement = [
  0.865, 0.811, 0.788, 0.827, 0.861, 0.847, 0.848, 0.84, 0.884, 0.909, 0.843, 0.922, 0.905, 0.885, 0.894,
  0.891, 0.87, 0.875, 0.888, 0.871, 0.831, 0.782, 0.792, 0.719, 0.71, 0.699, 0.782, 0.759,
];

/** Montgomery (2013), table 9.1: observations about a level of 10 that moves to 11 after the twentieth. */
const observations = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62,
  10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
];

const montgomery = 'Montgomery (2013), Introduction to Statistical Quality Control, 7th ed.';

/** Mean run to an alarm of so many simulated steady series. */
function simulated(h: number, series: number): number {
  const { normal } = seeded(`run lengths ${h}`);
  let values = 0;
  for (let run = 0; run < series; run++)
    for (let [up, down] = [0, 0]; up <= h && down <= h; values++) {
      const z = normal();
      up = Math.max(0, up + z - 0.5);
      down = Math.max(0, down - z - 0.5);
    }
  return values / series;
}

/** First year of the level that the Nile's most probable run has when it first falls. */
function nileOnline(): number {
  const first = nile.slice(0, 10);
  const mean = first.reduce((sum, flow) => sum + flow, 0) / 10;
  const variance = first.reduce((sum, flow) => sum + (flow - mean) ** 2, 0) / 9;
  const known = bayesianOnline(nile, {
    lambda: 100,
    prior: { kind: 'normal', mean, worth: 0.1, shape: 4.5, rate: 4.5 * variance },
  });
  const fall = known.findIndex(
    ({ mostProbable }, i) => i > 0 && mostProbable < (known[i - 1]?.mostProbable ?? 0),
  );
  return 1871 + fall + 1 - (known[fall]?.mostProbable ?? 0);
}

export const reproductions: readonly Reproduction[] = [
  {
    measure: 'drift',
    what: 'PELT, fifty zeros and fifty tens, penalty 15: values before the change',
    source: 'Killick, Fearnhead and Eckley (2012), by construction',
    published: 50,
    tolerance: 0,
    ours: () =>
      pelt([...new Array<number>(50).fill(0), ...new Array<number>(50).fill(10)], { penalty: 15 })[0] ?? 0,
  },
  ...[130180.5, 263765.2].map(
    (penalty): Reproduction => ({
      measure: 'drift',
      what: `PELT, the Nile, penalty ${penalty}: last year of the old level`,
      source: 'Cobb (1978), Biometrika 65(2): 243–251',
      published: 1898,
      tolerance: 0,
      ours() {
        const changes = pelt(nile, { penalty });
        return changes.length === 1 ? 1871 + (changes[0] ?? 0) - 1 : Number.NaN;
      },
    }),
  ),
  ...[1999, 2011, 2014, 2017].map(
    (year, i): Reproduction => ({
      measure: 'drift',
      what: `PELT, Kazakhstan’s agreement with Russia 1992–2019, change ${i + 1} of 4: last year of the old level`,
      source: 'recomputed from the votes by another program, penalty 0.0024983',
      published: year,
      tolerance: 0,
      ours() {
        const changes = pelt(agreement, { penalty: 0.0024983, minSegment: 2 });
        return changes.length === 4 ? 1992 + (changes[i] ?? 0) - 1 : Number.NaN;
      },
    }),
  ),
  {
    measure: 'drift-online',
    what: 'the Nile: first year of the new level when the most probable run falls',
    source: 'Cobb (1978), Biometrika 65(2): 243–251',
    published: 1899,
    tolerance: 0,
    ours: nileOnline,
  },
  ...(
    [
      [4, 0, 168, 0.5],
      [5, 0, 465, 0.5],
      [4, 1, 8.38, 0.006],
      [5, 1, 10.4, 0.05],
    ] as const
  ).map(
    ([h, shift, published, tolerance]): Reproduction => ({
      measure: 'cusum',
      what: `average run length, k 0.5, h ${h}, shift ${shift}: Markov chain`,
      source: `${montgomery}, table 9.3`,
      published,
      tolerance,
      ours: () => averageRunLength({ k: 0.5, h, shift }),
    }),
  ),
  ...(
    [
      [4, 168],
      [5, 465],
    ] as const
  ).map(
    ([h, published]): Reproduction => ({
      measure: 'cusum',
      what: `average run length, k 0.5, h ${h}: 4,000 simulated series`,
      source: `${montgomery}, table 9.3`,
      published,
      tolerance: (3 * published) / Math.sqrt(4000),
      ours: () => simulated(h, 4000),
    }),
  ),
  {
    measure: 'cusum',
    what: 'S⁺ at observation 29, level 10, k 0.5',
    source: `${montgomery}, table 9.2`,
    published: 5.28,
    tolerance: 0.005,
    ours: () => cusum(observations, { mean: 10, deviation: 1, k: 0.5, h: 5 })[28]?.up ?? Number.NaN,
  },
  {
    measure: 'cusum',
    what: 'hypotheses rejected of fifteen at 5 %',
    source: 'Benjamini and Hochberg (1995), J. R. Statist. Soc. B 57(1), section 4.1',
    published: 4,
    tolerance: 0,
    ours: () =>
      benjaminiHochberg(
        [
          0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
          0.6528, 0.759, 1,
        ],
        0.05,
      ).filter(Boolean).length,
  },
];
