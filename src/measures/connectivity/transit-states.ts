import { membersOn } from '../../model/european-union.ts';
import type { MeasureRequest } from '../measure.ts';
import type { Network } from './network.ts';

/** A state or group that could close what runs through it. */
export interface Transit {
  readonly partner: string;
  /** The states that it stands for. */
  readonly states: ReadonlySet<string>;
}

/** The states of a partner: the members of the European Union on 1 July, else the partner itself. */
function statesOf(partner: string, year: string): ReadonlySet<string> {
  return new Set([partner, ...(partner === 'EU' ? membersOn(`${year}-07-01`) : [])]);
}

/**
 * Whom the legs of a network run through: the partners that the user named, else every state on the way, and the
 * European Union where it is among the dossier’s partners and a member is on the way.
 */
export function transitStates(
  { focal, partners, named }: Pick<MeasureRequest<unknown>, 'focal' | 'partners' | 'named'>,
  { legs, period }: Pick<Network, 'legs' | 'period'>,
): Transit[] {
  const all = partners.map((partner) => ({ partner, states: statesOf(partner, period) }));
  if (named) return all;
  const onTheWay = new Set(legs.flatMap(({ through }) => through).filter((state) => state !== focal));
  const groups = all.filter(
    ({ partner, states }) =>
      states.size > 1 && !onTheWay.has(partner) && [...states].some((state) => onTheWay.has(state)),
  );
  return [
    ...[...onTheWay].sort().map((partner) => ({ partner, states: statesOf(partner, period) })),
    ...groups,
  ];
}
