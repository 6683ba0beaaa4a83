import { betweenness, maxFlow, shortestRoutes } from '../../src/measures/index.ts';
import { states } from '../../src/model/states.ts';
import type { Reproduction } from './reproduction.ts';
import { clrs, florence, path, yen } from './textbook-networks.ts';

const textbook =
  'Cormen, T. H., Leiserson, C. E., Rivest, R. L. and Stein, C. (2009). Introduction to Algorithms, third edition. MIT Press, figure 26.6';
const jackson =
  'Jackson, M. O. (2008). Social and Economic Networks. Princeton University Press, section 1.2.1';
const factbook = 'Central Intelligence Agency (2026). The World Factbook, World, Land boundaries, note 1';

/** Betweenness of a family over the ordered pairs of the other fourteen. */
const family = (name: string, published: number): Reproduction => ({
  measure: 'betweenness',
  what: `marriages in Florence about 1430: ${name}`,
  source: jackson,
  published,
  tolerance: 0.0005,
  ours: () => (betweenness(florence).get(name) ?? 0) / (14 * 13),
});

const inPath = (place: string, published: number): Reproduction => ({
  measure: 'betweenness',
  what: `path a–b–c–d–e, unordered pairs: ${place}`,
  source: 'Brandes, U. (2001). Journal of Mathematical Sociology 25(2): 163–177, by definition',
  published,
  tolerance: 0,
  ours: () => (betweenness(path).get(place) ?? 0) / 2,
});

/** Published figures of networks, and ours. */
export const reproductions: readonly Reproduction[] = [
  {
    measure: 'maxFlow',
    what: 'greatest flow of the textbook’s network',
    source: textbook,
    published: 23,
    tolerance: 0,
    ours: () => maxFlow(clrs, ['s'], ['t']).value,
  },
  inPath('b', 3),
  inPath('c', 4),
  inPath('d', 3),
  family('Medici', 0.522),
  family('Guadagni', 0.255),
  family('Strozzi', 0.103),
  {
    measure: 'shortestRoutes',
    what: 'third cheapest way of the usual example, C–D–F–H',
    source:
      'Yen, J. Y. (1971). Management Science 17(11): 712–716; network of the article “Yen’s algorithm”, Wikipedia',
    published: 8,
    tolerance: 0,
    ours: () => shortestRoutes(yen, ['C'], ['H'], 3)[2]?.cost ?? 0,
  },
  {
    measure: 'max-flow',
    what: 'landlocked states, of 46 nations and areas all but the West Bank',
    source: factbook,
    published: 45,
    tolerance: 0,
    needs: 'archive',
    ours: async ({ run }) => {
      const { figures } = await run('max-flow', {
        focal: states.map(({ id }) => id),
        partners: [],
        choices: { network: 'borders' },
      });
      return figures.filter(({ value }) => typeof value === 'number').length;
    },
  },
];
