import type { Gap, Interval, Value } from './gap.ts';

/** One number that a measure gives, or why it gives none. All measures have this shape. */
export interface Figure {
  /** The focal state. */
  readonly about: string;
  /** With whom, where the number is about a pair; a state, a group or an organisation. */
  readonly partner?: string | undefined;
  /** A year `2019`, a month `2019-06`, a session of the General Assembly `74`, or a window of years `2010/2019`. */
  readonly period: string;
  readonly value: Value;
  /** 90 % unless the method says otherwise; a gap where neither chance nor choice moves the value. */
  readonly interval?: Interval | Gap | undefined;
  /** How many records it was made of: roll calls, events, partners. */
  readonly n: number;
  /** Which of several things that one measure gives: an issue, a quad class, a corridor, a dimension. */
  readonly item?: string | undefined;
  /** Ids of the dossier's records behind it. */
  readonly records?: readonly string[] | undefined;
  /** Id of the data set or source that it comes from, where there is one. */
  readonly source?: string | undefined;
  /** What a reader must know of this one figure. */
  readonly note?: string | undefined;
}
