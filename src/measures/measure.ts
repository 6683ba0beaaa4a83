import type { z } from 'zod';
import { MultivectorError } from '../model/errors.ts';
import type { Figure } from '../model/figure.ts';
import type { Answers } from '../model/question.ts';
import type { Records } from '../model/records.ts';

/** The catalogue's sections, in its order. */
export const families = {
  voting: 'Voting in the General Assembly',
  'ideal-points': 'Ideal points',
  concentration: 'Concentration',
  dependence: 'Dependence',
  connectivity: 'Connectivity',
  events: 'Events',
  vectors: 'Vectors and balance',
  drift: 'Drift',
  profile: 'Profile and comparison',
} as const;

export type Family = keyof typeof families;

/** What a period of a series is: a session of the General Assembly, a year or a month. */
export const periods = ['session', 'year', 'month'] as const;
export type By = (typeof periods)[number];

/** What is asked of a measure, checked and with its defaults. */
export interface MeasureRequest<Choices> {
  readonly focal: string;
  /** Codes of states and groups; those of the dossier where the user named none. */
  readonly partners: readonly string[];
  /** First and last period, both included, written as `by` has them: `74`, `2019` or `2019-06`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by: By;
  readonly choices: Choices;
  /** False where nobody will look at intervals, so that costly ones may be left out; values are the same. */
  readonly intervals?: boolean | undefined;
  /** All focal states that are asked about together, this one among them, for what ranks them. */
  readonly beside?: readonly string[] | undefined;
  /** Whether the user named the partners; if not, a measure that knows better whom it is about may say so. */
  readonly named?: boolean | undefined;
}

/** What measures are computed from, handed in by whoever runs them. */
export interface Evidence {
  /** Bulk data; absent where there is no archive or nothing is in it. */
  readonly archive?: Answers | undefined;
  /** The dossier of a state; for a state without one, what the archive has, or empty records. */
  records(focal: string): Promise<Records>;
  /**
   * Records made of the archive alone, in the same way for every state, so that states can be compared.
   *
   * @throws MultivectorError `missing` where there is no archive
   */
  archived(focal: string, partners: readonly string[]): Promise<Records>;
  /** Whether a state has a dossier, so that a measure can say from what it was computed. */
  hasDossier(focal: string): Promise<boolean>;
  /**
   * The answer of a long computation, kept for the same data and the same version: `key` names all that it depends on
   * beside the archive's imports. The answer must survive JSON.
   */
  remember<T>(key: string, make: () => Promise<T>): Promise<T>;
  /** Pure tasks (`tasks.ts`) on many inputs, here or in worker threads; the answers are the same. */
  readonly workers: Workers;
  /** How far a long computation is, [0, 1]. */
  progress(done: number, what: string): void;
  /** Another measure of the catalogue, for those that are about measures. */
  run(id: string, asked: Asked): Promise<Measurement>;
}

export interface Workers {
  readonly count: number;
  /** Answers in the order of the inputs. */
  map<Input, Output>(
    task: string,
    inputs: readonly Input[],
    onDone?: (done: number) => void,
  ): Promise<Output[]>;
}

/** What the figures rest on; reviewed records and machine-coded ones are never mixed silently. */
export type Basis = 'dossier' | 'archive' | 'dossier and archive';

/** A value that figures are held against: the height of an alarm, where “high” begins. */
export interface Limit {
  readonly value: number;
  /** What stands before the value: “alarm above”. */
  readonly words: string;
  /** Of this item alone; else of all. */
  readonly item?: string | undefined;
}

/** The series of another measure that an answer is about: asked for in the same periods, of the same pairs. */
export interface AboutSeries {
  readonly measure: string;
  readonly choices: Readonly<Record<string, unknown>>;
  /** The one item that is looked at; else all. */
  readonly item?: string | undefined;
  /** Whether its values are looked at, or how many records they were made of. */
  readonly points: 'value' | 'n';
}

export interface Computed {
  readonly figures: readonly Figure[];
  /** Where choices decide on the unit; else that of the measure. */
  readonly unit?: string | undefined;
  /** Units by items, where each has its own; such items are never drawn on one axis. */
  readonly units?: Readonly<Record<string, string>> | undefined;
  /** Values that figures are held against. */
  readonly limits?: readonly Limit[] | undefined;
  /** Where the figures are about the series of another measure. */
  readonly about?: AboutSeries | undefined;
  readonly basis: Basis;
  /** Ids of sources beside those that figures name. */
  readonly sources?: readonly string[];
  /** What a reader must know of this answer: what was left out, what stood in for what. */
  readonly notes?: readonly string[];
}

/** A measure: what it answers, how, from where, and the function that does it. The catalogue is a list of these. */
export interface Measure<Choices extends z.ZodObject = z.ZodObject> {
  /** As the command line has it: `agreement`. */
  readonly id: string;
  readonly family: Family;
  readonly title: string;
  /** The question it answers, for a reader. */
  readonly question: string;
  /** In Unicode. */
  readonly formula: string;
  readonly unit: string;
  /** Least and greatest value; may be infinite. */
  readonly range: readonly [number, number];
  /** Full references, the first that of the method. */
  readonly cite: readonly string[];
  /** What it cannot tell. */
  readonly weak: string;
  /** How the interval is made; empty where there is none. */
  readonly interval: string;
  /** Whether it is about pairs: partners are `needed`, only narrow the answer down, or mean nothing. */
  readonly partners: 'needed' | 'optional' | 'none';
  /** What periods may be, the first by default. */
  readonly by: readonly [By, ...By[]];
  /** What `item` of its figures is, where it gives several things: `issue`. */
  readonly items?: string;
  /**
   * Options of its own: enums, booleans that are off by default, numbers and texts, each with `.default()` or `.optional()` and `.describe()`.
   * Names are in kebab-case; the command line, the API and the page are made of them.
   */
  readonly choices: Choices;
  /** How the page draws it: lines over periods, or dots with intervals of the last period. */
  readonly chart: 'lines' | 'dots';
  compute(request: MeasureRequest<z.output<Choices>>, evidence: Evidence): Promise<Computed>;
}

/** Checks the types of a measure's own choices, and lets go of them. */
export const defineMeasure = <Choices extends z.ZodObject>(measure: Measure<Choices>): Measure =>
  measure as unknown as Measure;

/** What a user asks for, unchecked. */
export interface Asked {
  /** One state or several, each by its code. */
  readonly focal: readonly string[];
  readonly partners?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: By | undefined;
  readonly choices?: Readonly<Record<string, unknown>> | undefined;
  /** False where values alone are wanted, so that a measure may leave out intervals that cost much. */
  readonly intervals?: boolean | undefined;
}

/** An answer, with all that is needed to read it, to cite it and to ask for it again. */
export interface Measurement {
  readonly measure: Omit<Measure, 'compute' | 'choices'>;
  readonly asked: {
    readonly focal: readonly string[];
    readonly partners: readonly string[];
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly by: By;
    readonly choices: Readonly<Record<string, unknown>>;
  };
  readonly unit: string;
  /** Units by items, where each has its own. */
  readonly units?: Readonly<Record<string, string>> | undefined;
  /** Values that figures are held against, where there are any. */
  readonly limits?: readonly Limit[] | undefined;
  /** The series of another measure, where the figures are about one. */
  readonly about?: AboutSeries | undefined;
  readonly figures: readonly Figure[];
  readonly basis: Basis;
  /** Ids of every source of the figures, sorted. */
  readonly sources: readonly string[];
  readonly notes: readonly string[];
}

/**
 * The archive, for a measure that cannot do without.
 *
 * @param needs what it must hold: “roll calls”
 * @param publisher whom to fetch from
 * @throws MultivectorError `missing` where there is none
 */
export function archiveOf(evidence: Evidence, needs: string, publisher: string): Answers {
  if (evidence.archive) return evidence.archive;
  throw nothingOf(needs, publisher);
}

/** The error of a measure for which the archive has nothing. */
export const nothingOf = (needs: string, publisher: string): MultivectorError =>
  new MultivectorError('missing', `the archive has no ${needs}`, {
    hint: `get some: multivector datasets fetch ${publisher}, or multivector import FILE`,
  });
