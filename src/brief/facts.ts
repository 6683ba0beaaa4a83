import { eventIntensity } from '../measures/index.ts';
import { actorsOf } from '../model/actors.ts';
import { type Dimension, dimensions } from '../model/dimension.ts';
import { isGap } from '../model/gap.ts';
import type { Balance, Resultant, Vector } from '../model/measured.ts';
import type { Event, Records } from '../model/records.ts';
import type { BriefInput } from './input.ts';
import { inProse } from './words.ts';

/** A dimension as it is in the year of the brief. */
export interface DimensionFacts {
  readonly dimension: Dimension;
  /** Heaviest first; without a weight last. */
  readonly vectors: readonly Vector[];
  readonly balance: Balance;
  readonly resultant: Resultant;
}

/** What the sections of a brief are written from. */
export interface Facts {
  readonly input: BriefInput;
  readonly records: Records;
  readonly year: number;
  readonly dimensions: readonly DimensionFacts[];
  /** A name as a table shows it, and as a sentence does. */
  readonly name: (actor: string) => string;
  readonly prose: (actor: string) => string;
}

export function factsOf(input: BriefInput, year: number): Facts {
  const { records } = input;
  const actors = actorsOf(records);
  const name = (actor: string): string => actors.name(actor);
  return {
    input,
    records,
    year,
    name,
    prose: (actor) => inProse(name(actor)),
    dimensions: dimensions.map((dimension) => {
      const { vectors, balance } = input.measured(dimension, year);
      return {
        dimension,
        vectors: vectors.toSorted((a, b) => order(b) - order(a) || (a.partner < b.partner ? -1 : 1)),
        balance,
        resultant: input.resultant(dimension, year),
      };
    }),
  };
}

const order = ({ weight }: Vector): number => (isGap(weight) ? -1 : weight);

/** More than this share of the draws must have the same leader, or it cannot be told from the next. */
export const leadHolds = 0.5;

/** The leading partner, if the draws bear it out. */
export const surelyLeads = ({ leaderHolds, leader }: Balance): boolean =>
  !isGap(leader) && (isGap(leaderHolds) || leaderHolds > leadHolds);

/** The events behind a vector's direction, newest first, by their sign. */
export function eventsBehind(records: Records, vector: Vector, sign: 1 | -1): Event[] {
  const ids = new Set(
    vector.terms
      .filter(({ part, indicator }) => part === 'direction' && indicator === 'records')
      .flatMap((term) => term.records),
  );
  return records.events
    .filter((event) => ids.has(event.id) && Math.sign(eventIntensity(event)) === sign)
    .toSorted((a, b) => Math.abs(eventIntensity(b)) - Math.abs(eventIntensity(a)) || (a.id < b.id ? -1 : 1));
}

/** How a dimension is called in a sentence. */
export const sideWords: Readonly<Record<Dimension, string>> = {
  political: 'politics',
  security: 'security',
  economic: 'the economy',
  connectivity: 'connectivity',
  societal: 'society',
};
