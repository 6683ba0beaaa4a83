import { rankAcceptability, seeded } from '../../src/measures/index.ts';
import type { Reproduction } from './reproduction.ts';

const lahdelma = 'Lahdelma and Salminen (2001), definition of rank acceptability; reckoned on paper';
const draws = 100_000;
/** Five standard errors of a share of that many draws. */
const simulated = 5 * Math.sqrt(0.25 / draws);

/** How often the first alternative is first, of alternatives with these scores by criterion. */
const firstOf = (table: readonly (readonly number[])[]) => () =>
  rankAcceptability(
    (weighting) => table.map((row) => row.reduce((sum, x, i) => sum + x * (weighting[i] ?? 0), 0)),
    table[0]?.length ?? 1,
    draws,
    seeded('reproduction'),
  ).ranks[0]?.[0] ?? Number.NaN;

/** Acceptabilities of ranks on cases small enough to be exact. */
export const reproductions: readonly Reproduction[] = [
  {
    measure: 'rank-acceptability',
    what: 'two alternatives (.7, .2) and (.4, .3): first where ω > ¼',
    source: lahdelma,
    published: 3 / 4,
    tolerance: simulated,
    ours: firstOf([
      [0.7, 0.2],
      [0.4, 0.3],
    ]),
  },
  {
    measure: 'rank-acceptability',
    what: '(1, 0, 0) against (0, ½, ½): first where ω₁ > ⅓, so (1 − ⅓)²',
    source: lahdelma,
    published: 4 / 9,
    tolerance: simulated,
    ours: firstOf([
      [1, 0, 0],
      [0, 0.5, 0.5],
    ]),
  },
  {
    measure: 'rank-acceptability',
    what: 'three alternatives, each best in one of three criteria',
    source: lahdelma,
    published: 1 / 3,
    tolerance: simulated,
    ours: firstOf([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]),
  },
];
