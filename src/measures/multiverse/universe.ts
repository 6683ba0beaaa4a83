import type { By, Measure } from '../measure.ts';

/** One way to settle a choice that can be defended. */
export interface Alternative<Setting = string | number | boolean> {
  readonly value: Setting;
  /** For a reader, as a noun: “absence counted as abstention”. */
  readonly words: string;
  /** Why it can be defended. */
  readonly because: string;
  /** Whether it means that the choice is left to the measure: then `value` is but its name here. */
  readonly unset?: true | undefined;
}

/** A measure that answers the finding's question. */
export interface MeasureAlternative extends Alternative<string> {
  /** −1 where less of the measure means more of what the finding speaks of, as with a distance. */
  readonly sense?: -1 | undefined;
  /** What a margin is divided by to be set beside others; the breadth of the measure's range unless told otherwise. */
  readonly scale?: number | undefined;
  /** Settings that make it answer this question. */
  readonly choices?: Readonly<Record<string, unknown>> | undefined;
}

/** A choice that measures leave open, its alternatives in order. It concerns the measures that have it. */
export interface OpenChoice {
  /** As the measures have it: `absence`. */
  readonly name: string;
  readonly words: string;
  readonly alternatives: readonly Alternative[];
}

/** A rule by which combinations are left out. */
export interface Exclusion {
  /** The rule, in words. */
  readonly because: string;
  readonly excludes: (picks: Picks) => boolean;
}

/** Every way of computing a finding that can be defended. */
export interface Universe {
  readonly measures: readonly MeasureAlternative[];
  readonly by: readonly Alternative<By>[];
  /** Over how many periods a mean is taken. */
  readonly windows: readonly Alternative<number>[];
  readonly choices: readonly OpenChoice[];
  readonly exclusions: readonly Exclusion[];
}

/** What is picked in each choice, all by name; `measure`, `by` and `window` among them. */
export type Picks = Readonly<Record<string, string>>;

/** A combination of alternatives, before anything is computed. */
export interface Combination {
  readonly id: string;
  readonly picks: Picks;
  readonly measure: MeasureAlternative;
  readonly by: By;
  readonly window: number;
  /** Of the measure: what was asked, what is needed and what is picked. */
  readonly choices: Readonly<Record<string, unknown>>;
  /** Names of the choices in which it departs from the headline. */
  readonly departures: readonly string[];
}

/** What a combination is made from beside the universe. */
export interface Wanted {
  /** The measure of the headline; the universe's first unless told otherwise. */
  readonly measure?: string | undefined;
  readonly by?: By | undefined;
  /** Choices of the headline's measure. Those that the universe leaves open are where the headline stands. */
  readonly choices?: Readonly<Record<string, unknown>> | undefined;
}

export interface Combinations {
  readonly headline: Combination;
  /** The headline among them, in the order of their ids. */
  readonly all: readonly Combination[];
  readonly leftOut: readonly { readonly because: string; readonly count: number }[];
  /** The universe with what was asked among the alternatives. */
  readonly universe: Universe;
}

/** What is looked at in a measure to find what it can be asked. */
export type MeasureHead = Pick<Measure, 'id' | 'by' | 'range' | 'choices'>;
