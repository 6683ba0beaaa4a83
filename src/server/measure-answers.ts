import { z } from '@hono/zod-openapi';
import { families, periods } from '../measures/index.ts';
import { gapReasons } from '../model/gap.ts';

/** What the API answers about measures, as schemas. */

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const gap = z.object({ gap: z.enum(gapReasons), because: z.string().optional() }).openapi('Gap');

const interval = z
  .object({
    low: z.number(),
    high: z.number(),
    level: z.number(),
    method: z.enum(['bootstrap', 'jeffreys', 'monte-carlo', 'bounds']),
  })
  .openapi('Interval');

const period = z.enum(periods);

const choice = z
  .object({
    name: z.string(),
    about: z.string(),
    kind: z.enum(['boolean', 'number', 'text', 'one of']),
    values: list(z.string()).openapi({ description: 'Where it is one of a few.' }),
    usual: z.union([z.string(), z.number(), z.boolean()]).optional(),
  })
  .openapi('Choice', { description: 'What a measure leaves to its user; a query of its route.' });

const head = {
  id: z.string().openapi({ example: 'agreement' }),
  family: z.enum(Object.keys(families) as [keyof typeof families]),
  title: z.string(),
  question: z.string(),
  formula: z.string(),
  unit: z.string(),
  least: z.number().optional().openapi({ description: 'Absent where there is no lowest value.' }),
  greatest: z.number().optional(),
  cite: list(z.string()).openapi({ description: 'References, the first that of the method.' }),
  weak: z.string().openapi({ description: 'What it cannot tell.' }),
  interval: z.string().openapi({ description: 'How it is made; empty where there is none.' }),
  partners: z.enum(['needed', 'optional', 'none']),
  by: list(period).openapi({ description: 'What periods may be, the first by default.' }),
  items: z
    .string()
    .optional()
    .openapi({ description: 'What “item” of its figures is, where it gives several things.' }),
  chart: z.enum(['lines', 'dots']),
  choices: list(choice),
};

export const measureHead = z.object(head).openapi('Measure');

export const measureCatalogue = list(
  z
    .object({
      id: z.enum(Object.keys(families) as [keyof typeof families]),
      title: z.string(),
      measures: list(measureHead),
    })
    .openapi('Family'),
);

const figure = z
  .object({
    about: z.string().openapi({ description: 'The focal state.' }),
    partner: z.string().optional(),
    period: z.string().openapi({ description: 'A year, a month, or a session of the General Assembly.' }),
    value: z.union([z.number(), gap]),
    interval: z.union([interval, gap]).optional(),
    n: z.number().openapi({ description: 'How many records it was made of.' }),
    item: z.string().optional(),
    records: list(z.string()).optional().openapi({ description: 'Records of the dossier behind it.' }),
    source: z.string().optional(),
    note: z.string().optional(),
  })
  .openapi('Figure');

export const cited = z
  .object({
    id: z.string(),
    title: z.string(),
    citation: z.string(),
    reference: z.string(),
    licence: z.string(),
    redistributable: z.boolean(),
    url: z.string().optional(),
    note: z.string().optional(),
    from: z.enum(['dossier', 'archive', 'unknown']),
  })
  .openapi('CitedSource');

export const measurement = z
  .object({
    measure: measureHead,
    version: z.string().openapi({ description: 'Of the program that computed it.' }),
    asked: z.object({
      focal: list(z.string()),
      partners: list(z.string()),
      from: z.string().optional(),
      to: z.string().optional(),
      by: period,
      choices: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
    unit: z.string(),
    units: z
      .record(z.string(), z.string())
      .optional()
      .openapi({ description: 'Units by items, where each has its own.' }),
    limits: list(
      z.object({ value: z.number(), words: z.string(), item: z.string().optional() }).openapi('Limit', {
        description:
          'A value that figures are held against, and the words before it; of one item, or of all.',
      }),
    ).optional(),
    about: z
      .object({
        measure: z.string(),
        choices: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
        item: z.string().optional(),
        points: z.enum(['value', 'n']),
      })
      .optional()
      .openapi({
        description:
          'The series of another measure that the figures are about; ask for them in the same way.',
      }),
    figures: list(figure),
    basis: z.enum(['dossier', 'archive', 'dossier and archive']),
    notes: list(z.string()),
    names: z.record(z.string(), z.string()).openapi({ description: 'Names of its actors by code.' }),
    sources: list(cited),
  })
  .openapi('Measurement');

export const underway = z
  .object({ progress: z.number().min(0).max(1), what: z.string() })
  .openapi('Underway', { description: 'It is being computed; ask again for the answer.' });

const value = z.union([z.number(), gap]);

const specification = z
  .object({
    id: z.string(),
    measure: z.string(),
    picks: z.record(z.string(), z.string()),
    departures: list(z.string()).openapi({ description: 'Choices in which it departs from the headline.' }),
    values: list(z.object({ about: z.string(), value })),
    margin: value.openapi({ description: 'By how much the finding holds; below 0 it does not.' }),
    scaled: value,
    verdict: z.enum(['holds', 'does not hold', 'cannot be told']),
    words: z.string(),
  })
  .openapi('Specification');

const tally = { told: z.int(), untold: z.int(), holding: z.int(), share: value };

export const multiverse = z
  .object({
    finding: z.object({ id: z.string(), statement: z.string(), margin: z.string() }),
    focal: z.string(),
    partners: list(z.string()),
    until: z.string().optional(),
    headline: specification,
    specifications: list(specification),
    tally: z.object(tally),
    choices: list(
      z.object({
        name: z.string(),
        words: z.string(),
        alternatives: list(
          z.object({
            ...tally,
            value: z.string(),
            words: z.string(),
            because: z.string().openapi({ description: 'Why it can be defended.' }),
            usual: z.boolean(),
          }),
        ),
        pairs: z.int(),
        turned: z.int(),
      }),
    ),
    flips: list(z.object({ specification: z.string(), switches: list(z.string()) })),
    leftOut: list(z.object({ because: z.string(), count: z.int() })),
    words: z.string(),
    notes: list(z.string()),
    sources: list(z.string()),
  })
  .openapi('Multiverse');
