import { type Gap, gap } from '../../model/gap.ts';
import { stateById } from '../../model/states.ts';
import { greatCircle } from './great-circle.ts';
import type { BordersOfYear } from './land-borders.ts';
import { type Leg, legsOnTheWay, type Network } from './network.ts';
import type { CostKind } from './routes-network.ts';

/** The market of a state without a coast. */
export const openSea = 'the open sea';

/** To what ways are sought: the open sea, or every state that can be reached by land. */
export type Towards = 'sea' | 'states';

const coastWords = {
  factbook: 'coasts as the Factbook measures them',
  'cow-contiguity': 'coasts told by water of at most 400 miles between two states, the Caspian left out',
} as const;

/**
 * The land borders between states as a network. A step over a border costs the great-circle distance between the two
 * capitals in km, or 1. A way to the sea ends in the first state that has a coast.
 *
 * @returns a gap where the state has a coast of its own, or no border
 */
export function bordersNetwork(
  focal: string,
  borders: BordersOfYear,
  towards: Towards,
  cost: CostKind = 'cost',
): Network | Gap {
  const { year, pairs, coastal, source } = borders;
  if (towards === 'sea' && coastal.has(focal))
    return gap('not-applicable', 'it has a coast on the open sea of its own');
  if (!pairs.some((pair) => pair.includes(focal))) return gap('not-applicable', 'it has no land border');
  const ends = (place: string): boolean => towards === 'sea' && coastal.has(place);
  const steps = pairs.flatMap(([a, b]): Leg[] => {
    const [one, other] = [stateById.get(a), stateById.get(b)];
    if (!one || !other) return [];
    const leg = {
      id: `${a}-${b}`,
      cost: cost === 'legs' ? 1 : greatCircle(one, other),
      through: [a, b].filter((state) => state !== focal),
    };
    return [
      ...(ends(a) || b === focal ? [] : [{ ...leg, from: a, to: b }]),
      ...(ends(b) || a === focal ? [] : [{ ...leg, from: b, to: a }]),
    ];
  });
  const coasts = [...coastal].sort().map(
    (state): Leg => ({
      id: `${state}-sea`,
      from: state,
      to: openSea,
      cost: 0,
      through: [state],
      isOpen: true,
    }),
  );
  const all = towards === 'sea' ? [...steps, ...coasts] : steps;
  const markets = towards === 'sea' ? [openSea] : [...new Set(steps.map(({ to }) => to))].sort();
  const legs = legsOnTheWay(all, [focal], markets);
  if (legs.length === 0) return gap('not-applicable', 'no way over land leads to the open sea');
  const outward = new Set(legs.map(({ to }) => to));
  return {
    kind: 'borders',
    period: String(year),
    legs,
    origins: [focal],
    markets: markets.filter((market) => outward.has(market)),
    basis: 'archive',
    source,
    notes: [
      `network: land borders of states, ${source}; costs: ${cost === 'legs' ? 'one for each border' : 'great-circle km between capitals'}`,
      ...(towards === 'sea'
        ? [`ways end at the first coast on the open sea; ${coastWords[borders.coastFrom]}`]
        : []),
    ],
  };
}
