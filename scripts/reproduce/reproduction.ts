import type { Asked, Measurement } from '../../src/measures/index.ts';
import type { Answers } from '../../src/model/question.ts';

/** What a reproduction may be computed from. */
export interface Means {
  /** Runs a measure of the catalogue. */
  run(id: string, asked: Asked): Promise<Measurement>;
  /** Bulk data, where publishers' files are at hand. */
  readonly answers?: Answers | undefined;
}

/** A figure that somebody has published, and what we get. */
export interface Reproduction {
  /** Id of a measure, or the function that gives the figure. */
  readonly measure: string;
  /** What the figure is: “Kazakhstan and Russia, 2019, squared weights”. */
  readonly what: string;
  /** Where it is published. */
  readonly source: string;
  readonly published: number;
  /** Greatest difference at which it counts as reproduced. */
  readonly tolerance: number;
  ours(means: Means): number | Promise<number>;
  /** What must be at hand. */
  readonly needs?: 'archive';
}
