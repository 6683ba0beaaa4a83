import { z } from 'zod';
import { dimensions } from '../../model/dimension.ts';
import type { Figure } from '../../model/figure.ts';
import { gap, isGap } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import { evidenceChoice, groundsOf } from '../vectors/basis.ts';
import { ownFigure } from '../vectors/observed.ts';
import { measureDraws } from '../vectors/vectors.ts';
import { told, yearsOf } from '../vectors/years.ts';
import { rivalryInVotes } from './rivalry.ts';
import {
  frustration,
  pressurePoints,
  type SignedNetwork,
  triangleBalance,
  walkBalance,
} from './signed-network.ts';

/** Half of full rivalry and more makes rivals, a sixth and less friends. Ours, to be argued with. */
export const rivalsFrom = 0.5;
export const friendsTo = 1 / 6;

/** Whether the focal state's friends are friends of each other. */
export const structuralBalanceMeasure = defineMeasure({
  id: 'structural-balance',
  family: 'profile',
  title: 'Structural balance',
  question: 'Are the focal state’s friends friends of each other, and where is it pressed to choose?',
  formula: 'T = (tr A³ + tr |A|³) / (2 tr |A|³); tr e^A / tr e^|A|; least number of signs to change',
  unit: 'share of triangles, ratio of walks, number of signs',
  range: [0, Number.POSITIVE_INFINITY],
  cite: [
    'Cartwright, D. and Harary, F. (1956). Structural balance: a generalization of Heider’s theory. Psychological Review 63(5): 277–293. doi:10.1037/h0046049',
    'Estrada, E. and Benzi, M. (2014). Walk-based measure of balance in signed networks: detecting lack of balance in social networks. Physical Review E 90: 042802. doi:10.1103/PhysRevE.90.042802',
    'Harary, F. (1959). On the measurement of structural balance. Behavioral Science 4(4): 316–323. doi:10.1002/bs.3830040405',
  ],
  weak: 'Descriptive only: states do not move towards balance as the theory has it (Doreian and Mrvar 2015); a sign is a coarse thing, and the bounds for one are ours.',
  interval: 'none: signs are given where the interval of a direction or a distance leaves no doubt, else 0',
  partners: 'needed',
  by: ['year'],
  items: 'measure',
  choices: z.object({
    evidence: evidenceChoice,
    dimension: z
      .enum(dimensions)
      .default('political')
      .describe('whose directions are the signs between the focal state and its partners'),
    'rivals-from': z
      .number()
      .min(0)
      .max(1)
      .default(rivalsFrom)
      .describe('rivalry from which two partners are rivals'),
    'friends-to': z
      .number()
      .min(0)
      .max(1)
      .default(friendsTo)
      .describe('rivalry to which two partners are friends'),
  }),
  chart: 'lines',
  async compute({ focal, partners, from, to, choices }, evidence) {
    const grounds = await groundsOf(evidence, focal, partners, choices.evidence);
    const { records } = grounds;
    const notes: string[] = [];
    const figures = yearsOf(records, from, to).flatMap((year): Figure[] => {
      const { vectors, whole } = measureDraws(records, choices.dimension, {
        year,
        mappings: grounds.mappings,
      });
      const direction = (partner: string): -1 | 0 | 1 => {
        const found = vectors.find((one) => one.partner === partner);
        if (!found || isGap(found.direction)) return 0;
        const { low, high } =
          'low' in found.directionInterval
            ? found.directionInterval
            : { low: found.direction, high: found.direction };
        return low > 0 ? 1 : high < 0 ? -1 : 0;
      };
      const between = (one: string, other: string): -1 | 0 | 1 => {
        const [a, b] = [one, other].map((who) => ownFigure(records, who, 'ideal-point', year)?.value);
        if (one === other || a === undefined || b === undefined) return 0;
        const rivalry = rivalryInVotes(a, b);
        return rivalry >= choices['rivals-from'] ? -1 : rivalry <= choices['friends-to'] ? 1 : 0;
      };
      const actors = [focal, ...whole];
      const a: SignedNetwork = actors.map((one, i) =>
        actors.map((other, j) =>
          i === j ? 0 : i === 0 ? direction(other) : j === 0 ? direction(one) : between(one, other),
        ),
      );
      const n = a.reduce((sum, row, i) => sum + row.slice(i + 1).filter((sign) => sign !== 0).length, 0);
      const points = pressurePoints(a).map(([j, k]) => `${actors[j]} and ${actors[k]}`);
      if (points.length > 0) notes.push(`${year}: a friend of rivals, ${points.join('; ')}`);
      const common = {
        about: focal,
        period: String(year),
        interval: gap('not-applicable', 'made of signs that are beyond doubt'),
        n,
      };
      return n === 0
        ? [{ ...common, item: 'triangles', value: gap('no-records', 'no signs') }]
        : [
            {
              ...common,
              item: 'triangles',
              value: triangleBalance(a),
              note: `${points.length} pressure points`,
            },
            { ...common, item: 'walks', value: walkBalance(a) },
            { ...common, item: 'frustration', value: frustration(a) },
          ];
    });
    const kept = told(figures, { from, to });
    const years = new Set(kept.map(({ period }) => period));
    return {
      figures: kept,
      units: { triangles: 'share', walks: 'ratio', frustration: 'signs' },
      basis: grounds.basis,
      notes: [...grounds.notes, ...notes.filter((note) => years.has(note.slice(0, 4)))],
    };
  },
});
