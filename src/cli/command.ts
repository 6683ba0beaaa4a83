import { type Dimension, dimensions } from '../model/dimension.ts';
import { MultivectorError } from '../model/errors.ts';
import { Workbench } from '../workbench.ts';

/** All that a command may touch; a test hands in its own. */
export interface Terminal {
  /** The answer, and only the answer. */
  readonly out: (text: string) => void;
  /** Everything said about it. */
  readonly err: (text: string) => void;
  /** Shows a line that the next one replaces; not there where nobody looks on. */
  readonly status?: ((text: string) => void) | undefined;
  /** Width in columns. */
  readonly width: number;
  readonly colour: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** Resolves when the user asks to stop a command that runs until then. */
  readonly stopped: () => Promise<void>;
}

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** What to write for the value in the help: `YEAR`. */
  readonly value?: string;
  readonly help: string;
}

export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface Command {
  /** One or two words. */
  readonly name: string;
  readonly summary: string;
  /** Positional arguments, as in the help: `[KAZ]`. */
  readonly takes: string;
  /** How many there may be. */
  readonly most: number;
  readonly options: Readonly<Record<string, Option>>;
  /** More options, where they depend on the arguments. */
  readonly optionsFor?: (args: readonly string[]) => Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
  readonly run: (args: readonly string[], values: Values, terminal: Terminal) => Promise<void>;
}

export const jsonOption = {
  json: { type: 'boolean', help: 'print JSON in place of a table' },
} as const satisfies Record<string, Option>;

/** Options of every command that reads a dossier. */
export const readingOptions = {
  'as-known-on': {
    type: 'string',
    value: 'DAY',
    help: 'rebuild the dossier as it was known on a day, such as 2023-01-31',
  },
  dossier: {
    type: 'string',
    value: 'FOLDER',
    help: 'read this dossier folder in place of the one about the state',
  },
} as const satisfies Record<string, Option>;

export const atOption = {
  at: {
    type: 'string',
    value: 'YEAR',
    help: 'the year looked at; by default the one of which the dossier tells most',
  },
} as const satisfies Record<string, Option>;

export const dimensionOption = {
  dimension: { type: 'string', short: 'd', value: 'NAME', help: `one of: ${dimensions.join(', ')}` },
} as const satisfies Record<string, Option>;

export const text = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** A year given on the command line. */
export function yearOf(value: string | boolean | undefined, option = '--at'): number | undefined {
  const given = text(value);
  if (given === undefined) return undefined;
  if (!/^(1[6-9]|20)\d{2}$/.test(given))
    throw new MultivectorError('input', `${option}: “${given}” is not a year`, {
      hint: `write ${option} 2022`,
    });
  return Number(given);
}

/** A day given on the command line, `YYYY-MM-DD`. */
export function dayOf(value: string | boolean | undefined, option: string): string | undefined {
  const given = text(value);
  if (given === undefined) return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(Date.parse(given))) return given;
  throw new MultivectorError('input', `${option}: “${given}” is not a day`, {
    hint: `write ${option} 2023-01-31`,
  });
}

/** A dimension given on the command line. */
export function dimensionOf(value: string | boolean | undefined): Dimension | undefined {
  const given = text(value);
  if (given === undefined) return undefined;
  const found = dimensions.find((dimension) => dimension === given.toLowerCase());
  if (!found)
    throw new MultivectorError('input', `--dimension: there is no dimension “${given}”`, {
      hint: `there are: ${dimensions.join(', ')}`,
    });
  return found;
}

/** The dossier that a command's argument and options mean. */
export function openWorkbench(focal: string | undefined, values: Values): Promise<Workbench> {
  return Workbench.open({ focal, folder: text(values.dossier), asKnownOn: text(values['as-known-on']) });
}

/** Says what the dossier lacks, if anything, and as of when it speaks. */
export function remark(workbench: Workbench, { err }: Terminal): void {
  const { asKnownOn, focal } = workbench.records;
  if (asKnownOn)
    err(
      `As known on ${asKnownOn}. Sources that came later are left out; public acts count from the day they happened.`,
    );
  const lacking = workbench.lacking();
  if (lacking.length === 0) return;
  err(`The dossier about ${focal} does not hold everything yet. It lacks`);
  for (const line of lacking) err(`  · ${line}`);
}
