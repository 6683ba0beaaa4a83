import type { Dimension } from './dimension.ts';
import type { Gap, Interval, Value } from './gap.ts';

/** What one indicator adds to a vector's weight or direction. The contributions of a part sum to its value. */
export interface Term {
  readonly part: 'weight' | 'direction';
  /** Indicator id, or `records` for the dossier's own events and ties. */
  readonly indicator: string;
  readonly title: string;
  /** Period of the figure used, which may lie before the vector's. */
  readonly period: string;
  /** The figure as observed, in `unit`. */
  readonly amount: number;
  readonly unit: string;
  /** What the amount is a share of, in the same unit; for a direction, absent. */
  readonly total?: number | undefined;
  /** The amount as a share [0, 1] for a weight, as a position [-1, 1] for a direction. */
  readonly scaled: number;
  /** Importance given to the indicator, before it is shared among those at hand. */
  readonly importance: number;
  /** What it adds to the value. */
  readonly contribution: number;
  /** Ids of the records behind it. */
  readonly records: readonly string[];
  readonly source?: string | undefined;
}

/** How strong, and in which direction, a partner pulls in one dimension in one year. */
export interface Vector {
  /** `KAZ.RUS.economic.2022` */
  readonly id: string;
  readonly focal: string;
  readonly partner: string;
  readonly dimension: Dimension;
  readonly period: string;
  /** Share of the focal state's ties with the named partners, [0, 1]. */
  readonly weight: Value;
  readonly weightInterval: Interval | Gap;
  /** From conflict and divergence, -1, to cooperation and convergence, 1. */
  readonly direction: Value;
  readonly directionInterval: Interval | Gap;
  /** The group that this partner's figures already stand in, so that a sum leaves it out. */
  readonly within?: string | undefined;
  /** How many records it came from. */
  readonly n: number;
  readonly terms: readonly Term[];
}

/** How the weights of one dimension are spread over the partners. */
export interface Balance {
  readonly focal: string;
  readonly dimension: Dimension;
  readonly period: string;
  /** Inverse Herfindahl index, from 1 to the number of partners. */
  readonly effectivePartners: Value;
  readonly effectivePartnersInterval: Interval | Gap;
  /** exp of Shannon's entropy, from 1 to the number of partners. */
  readonly effectivePartnersShannon: Value;
  /** Shannon's entropy over its maximum, [0, 1]. */
  readonly evenness: Value;
  readonly leader: { readonly partner: string; readonly weight: number } | Gap;
  /** Share of draws in which the same partner leads, [0, 1]. */
  readonly leaderHolds: Value;
  /** Partners with a weight. */
  readonly n: number;
  /** Share of the world total that the named partners have, mean over the indicators that know a total. */
  readonly coverage: Value;
  /** Ids of the vectors it was computed from. */
  readonly vectors: readonly string[];
}

/** Where the ties pull, beside where the focal state stands (General Assembly ideal points). */
export interface Resultant {
  readonly focal: string;
  readonly dimension: Dimension;
  readonly period: string;
  /** Weighted mean of the partners' positions. */
  readonly pull: Value;
  /** The focal state's own position. */
  readonly stand: Value;
  readonly standInterval: Interval | Gap;
  /** stand − pull: positive, it stands nearer to the United States-led order than its ties pull it. */
  readonly difference: Value;
  /** The partners' positions and weights. */
  readonly terms: readonly {
    readonly partner: string;
    readonly weight: number;
    readonly position: number;
    readonly contribution: number;
    readonly record: string;
  }[];
  readonly positionPeriod?: string | undefined;
  /** Id of the source of the focal state's own position. */
  readonly positionSource?: string | undefined;
}

/** One of the figures that a part of the profile is the mean or the greatest of. */
export interface ProfileTerm {
  /** A dimension, two of them, a partner, or what is declared. */
  readonly about: string;
  readonly value: number;
  /** How much it counts in a weighted mean: a number of records. */
  readonly weight?: number | undefined;
  readonly dimension?: Dimension | undefined;
  /** Id of the vector or of the record that it is about. */
  readonly vector?: string | undefined;
  readonly record?: string | undefined;
}

/** One part of the profile: a figure, its band and what it rests on. */
export interface ProfilePart {
  readonly id: 'breadth' | 'exposure' | 'contradiction' | 'issue-split' | 'signal-variance' | 'say-do-gap';
  readonly title: string;
  readonly value: Value;
  readonly unit: string;
  readonly band: 'low' | 'middle' | 'high' | 'none';
  readonly words: string;
  readonly method: string;
  /** What the value was made of, in the way that `method` says. */
  readonly terms: readonly ProfileTerm[];
}

/** What “multi-vector” means in numbers: never one score. */
export interface Profile {
  readonly focal: string;
  readonly period: string;
  readonly label: string;
  /** The rule that gave the label. */
  readonly rule: string;
  readonly parts: readonly ProfilePart[];
}

/** One side of a disagreement: what a source states. */
export interface Side {
  readonly source: string;
  /** The record or evidence that states it. */
  readonly record: string;
  readonly states: string;
  readonly value?: number | undefined;
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
  /** What the figure is, where definitions differ. */
  readonly definition?: string | undefined;
}

/** Sources that state a thing differently: all are kept, and set side by side. */
export interface Disagreement {
  readonly id: string;
  readonly kind: 'figure' | 'field' | 'claim';
  readonly about: string;
  /** For a claim: what the figures say of it. */
  readonly verdict?: 'supported' | 'definition-dependent' | 'contradicted' | 'no data' | undefined;
  readonly sides: readonly Side[];
}
