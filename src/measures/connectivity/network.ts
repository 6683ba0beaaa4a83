import { type Gap, gap } from '../../model/gap.ts';
import type { Basis } from '../measure.ts';
import type { Arc } from './arcs.ts';

/** A leg in one direction; one that can be used both ways stands twice under the same id. */
export interface Leg {
  /** Id of the dossier’s record, or the two states of a border. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Absent where nobody states one. */
  readonly capacity?: number | undefined;
  readonly flow?: number | undefined;
  readonly cost: number;
  /** States in whose territory or jurisdiction it lies. */
  readonly through: readonly string[];
  /** True of what no capacity limits: the step from a coast to the open sea. */
  readonly isOpen?: boolean | undefined;
}

/** The ways from a state to its markets in one year. */
export interface Network {
  readonly kind: 'routes' | 'borders';
  readonly period: string;
  /** Only legs on some way from an origin to a market. */
  readonly legs: readonly Leg[];
  readonly origins: readonly string[];
  readonly markets: readonly string[];
  /** Unit of capacities and flows, where any is stated. */
  readonly unit?: string | undefined;
  readonly basis: Basis;
  /** Id of the data set, where it is from the archive. */
  readonly source?: string | undefined;
  readonly notes: readonly string[];
}

/** Places that can be reached from some places along links, themselves included. */
function reached(starts: readonly string[], links: readonly (readonly [string, string])[]): Set<string> {
  const leaving = new Map<string, string[]>();
  for (const [from, to] of links) leaving.set(from, [...(leaving.get(from) ?? []), to]);
  const places = new Set(starts);
  for (const place of places) for (const next of leaving.get(place) ?? []) places.add(next);
  return places;
}

/** The legs that lie on some way from an origin to a market. */
export function legsOnTheWay(
  legs: readonly Leg[],
  origins: readonly string[],
  markets: readonly string[],
): Leg[] {
  const outward = reached(
    origins,
    legs.map(({ from, to }) => [from, to]),
  );
  const homeward = reached(
    markets,
    legs.map(({ from, to }) => [to, from]),
  );
  return legs.filter(({ from, to }) => outward.has(from) && homeward.has(to));
}

/** Whether a leg lies in one of some states. */
export const liesIn = ({ through }: Pick<Leg, 'through'>, states: ReadonlySet<string>): boolean =>
  through.some((state) => states.has(state));

/** Legs as arcs, their capacities as given by `of`. */
export const arcsOf = (legs: readonly Leg[], of: (leg: Leg) => number): Arc[] =>
  legs.map((leg) => ({ from: leg.from, to: leg.to, cost: leg.cost, capacity: of(leg) }));

/** What legs can carry, and in which unit. */
export interface Capacities {
  readonly of: (leg: Leg) => number;
  readonly unit: string;
  /** False where each leg counts as one. */
  readonly areStated: boolean;
}

/**
 * Capacities as stated, or where none is, one for each leg: then the greatest flow is the number of ways that share
 * no leg (Menger’s theorem).
 *
 * @returns a gap where some legs have a capacity and others none
 */
export function capacitiesOf(network: Network): Capacities | Gap {
  const lacking = new Set(network.legs.flatMap(({ id, capacity }) => (capacity === undefined ? [id] : [])));
  const ids = new Set(network.legs.map(({ id }) => id));
  if (lacking.size === 0)
    return { of: ({ capacity = 0 }) => capacity, unit: network.unit ?? 'unit', areStated: true };
  if (lacking.size < ids.size) return gap('unknown', `no capacity is stated of ${[...lacking].join(', ')}`);
  return {
    of: ({ isOpen }) => (isOpen ? network.legs.length : 1),
    unit: network.kind === 'borders' ? 'ways that share no border' : 'ways that share no leg',
    areStated: false,
  };
}

/** Why a figure of ways that are only counted has no interval. */
export const notDrawn: Gap = gap(
  'not-applicable',
  'ways are counted, no capacity is stated that could be off',
);
