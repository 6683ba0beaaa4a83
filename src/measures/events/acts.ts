import { z } from 'zod';
import { ontology, type QuadClass, type Root } from '../../model/ontology.ts';
import type { Basis, MeasureRequest } from '../measure.ts';

/** Choices that every measure of events has. */
export const eventChoices = {
  evidence: z
    .enum(['reviewed', 'machine'])
    .optional()
    .describe(
      'reviewed: events of the dossier; machine: reports that a machine coded; never both. Usual: reviewed where there is a dossier',
    ),
  dataset: z
    .string()
    .optional()
    .describe('data set of machine-coded events, one at a time; usual: the one with most about the state'),
  window: z
    .number()
    .int()
    .min(1)
    .max(365)
    .default(1)
    .describe('reports of one pair and root fewer than so many days apart are one event; 1: the same day'),
};

/** The choice of a side, for measures that are about one. */
export const directionChoice = {
  direction: z
    .enum(['both', 'out', 'in'])
    .default('both')
    .describe('out: what the focal state does to the partner; in: what the partner does to it'),
};

export type EventChoices = z.output<z.ZodObject<typeof eventChoices>>;
/** What measures of events are asked. */
export type EventRequest = Pick<
  MeasureRequest<EventChoices>,
  'focal' | 'partners' | 'from' | 'to' | 'choices'
>;
export type Direction = z.output<typeof directionChoice.direction>;

/** Acts of one root by one side of a pair: all of a month as a machine coded them, or one event of the dossier. */
export interface Acts {
  readonly partner: string;
  /** Who acts: the focal state, the partner or, where an event of the dossier bears on the pair only, neither. */
  readonly side: 'out' | 'in' | 'neither';
  /** `2014-11`; `2014` for an event of the dossier of which the month is not known. */
  readonly period: string;
  readonly root: Root;
  readonly events: number;
  /** Reports behind them. */
  readonly reports: number;
  /** Mean score on the Goldstein scale; absent where none has one. */
  readonly intensity?: number | undefined;
  /** Id of the dossier's event. */
  readonly record?: string | undefined;
}

/** What was done between a focal state and its partners, from one kind of evidence. */
export interface Gathered {
  readonly acts: readonly Acts[];
  readonly kind: 'reviewed' | 'machine';
  readonly basis: Basis;
  readonly dataset?: string | undefined;
  /** First and last month or year of which the evidence speaks; absent where it has nothing. */
  readonly span?: readonly [first: string, last: string] | undefined;
  readonly notes: readonly string[];
}

/** Which way acts go: by an event's own score, by the root's where a machine coded them; REQUEST goes neither way. */
export function signOf({ record, intensity, root }: Acts): -1 | 0 | 1 {
  const score = record === undefined ? ontology[root].intensity : (intensity ?? ontology[root].intensity);
  return score > 0 ? 1 : score < 0 ? -1 : 0;
}

export const quadOf = ({ root }: Pick<Acts, 'root'>): QuadClass => ontology[root].quad;
