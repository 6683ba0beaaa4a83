import type { Gap, Interval, Value } from '../model/gap.ts';

/** A point of a line over time. */
export interface SeriesPoint {
  /** A year, quarter or month, a session, or a window of them, which stands at its last. */
  readonly period: string;
  readonly value: Value;
  readonly interval?: Interval | Gap | undefined;
  /** Id of the vector, where the point stands for one. */
  readonly vector?: string | undefined;
  /** Id of what else it stands for. */
  readonly record?: string | undefined;
}
