import {
  frustration,
  quantityOfBalance,
  type SignedNetwork,
  triangleBalance,
  walkBalance,
} from '../../src/measures/index.ts';
import type { Value } from '../../src/model/gap.ts';
import type { Reproduction } from './reproduction.ts';

const number = (value: Value): number => (typeof value === 'number' ? value : Number.NaN);
const exact = 1e-12;

/** Three actors with one hostile tie. */
const oneHostile: SignedNetwork = [
  [0, 1, 1],
  [1, 0, -1],
  [1, -1, 0],
];
/** Two camps of three and two. */
const camp = [1, 1, 1, 2, 2];
const twoCamps: SignedNetwork = camp.map((one, i) =>
  camp.map((other, j) => (i === j ? 0 : one === other ? 1 : -1)),
);
const harary = 'Cartwright and Harary (1956): balanced exactly where the actors fall into two camps';
const walks = 'Estrada and Benzi (2014): tr e^A / tr e^|A|, from the eigenvalues';

/** Identities of signed networks, and effective partners in a league. */
export const reproductions: readonly Reproduction[] = [
  {
    measure: 'structural-balance',
    what: 'T of three actors, one tie hostile',
    source: harary,
    published: 0,
    tolerance: exact,
    ours: () => number(triangleBalance(oneHostile)),
  },
  {
    measure: 'structural-balance',
    what: 'T of two camps',
    source: harary,
    published: 1,
    tolerance: exact,
    ours: () => number(triangleBalance(twoCamps)),
  },
  {
    measure: 'structural-balance',
    what: 'signs to change in two camps',
    source: harary,
    published: 0,
    tolerance: exact,
    ours: () => number(frustration(twoCamps)),
  },
  {
    measure: 'structural-balance',
    what: 'walks among three actors, one tie hostile: eigenvalues −2, 1, 1 over 2, −1, −1',
    source: walks,
    published: (Math.exp(-2) + 2 * Math.E) / (Math.exp(2) + 2 / Math.E),
    tolerance: 1e-10,
    ours: () => number(walkBalance(oneHostile)),
  },
  {
    measure: 'league',
    what: 'effective partners of .5, .3, .2',
    source: 'Laakso and Taagepera (1979): 1 / Σ p², reckoned on paper',
    published: 2.6316,
    tolerance: 0.00005,
    ours: () => number(quantityOfBalance([0.5, 0.3, 0.2], 'effective-partners')),
  },
];
