import type { Value } from './gap.ts';

/** Whether a finding holds under one specification. */
export type Verdict = 'holds' | 'does not hold' | 'cannot be told';

/** A number that a verdict rests on, named: “China” 0.82. */
export interface NamedValue {
  readonly about: string;
  readonly value: Value;
}

/** One way of computing a finding: a measure, a kind of period, a window and a treatment of each open question. */
export interface Specification {
  /** Made of its picks, the same for the same specification. */
  readonly id: string;
  readonly measure: string;
  /** What is picked in each choice that the measure leaves open, its name to the alternative. */
  readonly picks: Readonly<Record<string, string>>;
  /** Names of the choices in which it departs from the headline; none for the headline itself. */
  readonly departures: readonly string[];
  readonly values: readonly NamedValue[];
  /** By how much the finding holds, in the unit of the measure; below 0 it does not. A gap where it cannot be told. */
  readonly margin: Value;
  /** The margin as a share of what the measure can span, so that measures can be set side by side. */
  readonly scaled: Value;
  readonly verdict: Verdict;
  /** All picks, for a reader. */
  readonly words: string;
}

/** How many specifications there are of a kind, and in how many of them the finding holds. */
export interface Tally {
  /** Those that can be told. */
  readonly told: number;
  readonly untold: number;
  readonly holding: number;
  /** `holding` of `told`; a gap where none can be told. */
  readonly share: Value;
}

/** One alternative of a choice, and the specifications that take it. */
export interface AlternativeTally extends Tally {
  readonly value: string;
  readonly words: string;
  /** Why it can be defended. */
  readonly because: string;
  /** Whether the headline takes it. */
  readonly usual: boolean;
}

/** A choice that must be made somehow, and what hangs on it. */
export interface ChoiceTally {
  readonly name: string;
  readonly words: string;
  readonly alternatives: readonly AlternativeTally[];
  /** Pairs of specifications, both told, that differ in this choice alone. */
  readonly pairs: number;
  /** Pairs of which one holds and the other does not. */
  readonly turned: number;
}

/** A specification with the fewest switches from the headline that gives the other verdict. */
export interface Flip {
  readonly specification: string;
  /** What is switched, for a reader: “absence counted as abstention”. */
  readonly switches: readonly string[];
}

/** A finding under every defensible choice. */
export interface Multiverse {
  readonly finding: {
    readonly id: string;
    readonly statement: string;
    /** What a margin is, for a reader. */
    readonly margin: string;
  };
  readonly focal: string;
  readonly partners: readonly string[];
  /** The period that all specifications end with, as the headline has it; a gap where there is no figure. */
  readonly until: string | undefined;
  /** What was asked: the specification that the others depart from. */
  readonly headline: Specification;
  /** The headline among them; in the order of their ids. */
  readonly specifications: readonly Specification[];
  readonly tally: Tally;
  /** Those on which most hangs first. */
  readonly choices: readonly ChoiceTally[];
  readonly flips: readonly Flip[];
  /** Combinations that make no sense or say the same twice, with the rule that leaves them out. */
  readonly leftOut: readonly { readonly because: string; readonly count: number }[];
  /** The finding, how far it holds and on what it hangs, in a few sentences. */
  readonly words: string;
  readonly notes: readonly string[];
  /** Ids of the sources of all specifications, sorted. */
  readonly sources: readonly string[];
}
