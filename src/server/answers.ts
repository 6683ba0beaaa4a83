import { z } from '@hono/zod-openapi';
import { dimensions } from '../model/dimension.ts';
import { gapReasons } from '../model/gap.ts';
import { confidences, likelihoodIds } from '../model/likelihood.ts';
import { roots } from '../model/ontology.ts';
import { eventStatuses, tableNames } from '../model/records.ts';

/** What the API answers, as schemas: the same words as the model's, which the page and the OpenAPI document read. */

export const fault = z
  .object({ error: z.string(), hint: z.string().optional() })
  .openapi('Fault', { description: 'What is wrong, and what to do next.' });

const gap = z
  .object({ gap: z.enum(gapReasons), because: z.string().optional() })
  .openapi('Gap', { description: 'Why there is no number. Never 0, null or an empty string.' });

const value = z.union([z.number(), gap]).openapi('Value');

const interval = z
  .object({
    low: z.number(),
    high: z.number(),
    level: z.number(),
    method: z.enum(['bootstrap', 'jeffreys', 'monte-carlo', 'bounds']),
  })
  .openapi('Interval');
const intervalOrGap = z.union([interval, gap]);

export const dimension = z.enum(dimensions);

const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

const term = z
  .object({
    part: z.enum(['weight', 'direction']),
    indicator: z.string(),
    title: z.string(),
    period: z.string(),
    amount: z.number(),
    unit: z.string(),
    total: z.number().optional(),
    scaled: z.number(),
    importance: z.number(),
    contribution: z
      .number()
      .openapi({ description: 'What it adds to the value; the contributions of a part sum to it.' }),
    records: list(z.string()),
    source: z.string().optional(),
  })
  .openapi('Term');

const vectorFields = {
  id: z.string().openapi({ example: 'KAZ.RUS.economic.2022' }),
  focal: z.string(),
  partner: z.string(),
  dimension,
  period: z.string(),
  weight: value,
  weightInterval: intervalOrGap,
  direction: value,
  directionInterval: intervalOrGap,
  within: z
    .string()
    .optional()
    .openapi({ description: 'The group in which its figures are already counted.' }),
  n: z.int(),
};

/** A vector without what it was computed from. */
export const vector = z.object(vectorFields).openapi('Vector');
export const wholeVector = z.object({ ...vectorFields, terms: list(term) }).openapi('VectorWithTerms');

export const balance = z
  .object({
    focal: z.string(),
    dimension,
    period: z.string(),
    effectivePartners: value,
    effectivePartnersInterval: intervalOrGap,
    effectivePartnersShannon: value,
    evenness: value,
    leader: z.union([z.object({ partner: z.string(), weight: z.number() }), gap]),
    leaderHolds: value,
    n: z.int(),
    coverage: value,
    vectors: list(z.string()),
  })
  .openapi('Balance');

export const resultant = z
  .object({
    focal: z.string(),
    dimension,
    period: z.string(),
    pull: value,
    stand: value,
    standInterval: intervalOrGap,
    difference: value,
    terms: list(
      z.object({
        partner: z.string(),
        weight: z.number(),
        position: z.number(),
        contribution: z.number(),
        record: z.string(),
      }),
    ),
    positionPeriod: z.string().optional(),
    positionSource: z.string().optional(),
  })
  .openapi('Resultant');

export const measuredDimension = z
  .object({ dimension, vectors: list(vector), balance, resultant })
  .openapi('MeasuredDimension');
export const measuredYear = z
  .object({ year: z.int(), dimensions: list(measuredDimension) })
  .openapi('MeasuredYear');

export const seriesOfDimension = z
  .object({
    dimension,
    years: list(
      z.object({
        year: z.int(),
        effectivePartners: value,
        effectivePartnersInterval: intervalOrGap,
        vectors: list(
          vector.pick({
            id: true,
            partner: true,
            weight: true,
            weightInterval: true,
            direction: true,
            directionInterval: true,
          }),
        ),
      }),
    ),
  })
  .openapi('Series');

export const evidence = z
  .object({
    source: z.string(),
    citation: z.string(),
    locator: z.string().optional(),
    note: z
      .string()
      .optional()
      .openapi({ description: 'Note that the source cites there, and that was not supplied.' }),
    availability: z.enum(['at-hand', 'cited-not-supplied', 'online']),
    licence: z.string(),
    redistributable: z.boolean(),
    role: z.enum(['supports', 'against', 'mentions']),
    states: z.string().optional(),
    url: z.string().optional(),
    sha256: z.string().optional(),
  })
  .openapi('Evidence');

export const record = z
  .object({
    table: z.enum(tableNames as [(typeof tableNames)[number], ...(typeof tableNames)[number][]]),
    id: z.string(),
    title: z.string(),
    when: z.string().optional(),
    row: z.record(z.string(), z.unknown()),
    evidence: list(evidence),
  })
  .openapi('Record');

export const explanation = z
  .object({
    vector: wholeVector,
    names: z.object({ focal: z.string(), partner: z.string() }),
    terms: list(z.object({ term, how: z.string(), citation: z.string().optional(), records: list(record) })),
    formula: z.object({ weight: z.string(), direction: z.string() }),
  })
  .openapi('Explanation');

const event = z
  .object({
    id: z.string(),
    date: z.string(),
    source: list(z.string()),
    target: list(z.string()),
    root: z.enum(roots),
    mode: z.string().optional(),
    contexts: list(z.string()),
    cameo: z.string().optional(),
    dimension,
    status: z.enum(eventStatuses),
    intensity: z.number().optional(),
    place: z.string().optional(),
    title: z.string(),
    bears_on: list(z.string()),
    note: z.string().optional(),
  })
  .openapi('Event');

export const timeline = z
  .object({
    entries: list(
      z.object({
        event,
        when: z.string(),
        partners: list(z.string()),
        intensity: z.number(),
        sources: list(z.string()),
      }),
    ),
    balance: z.object({
      n: z.int(),
      quads: z.record(z.string(), z.int()),
      netCooperation: value,
      interval: intervalOrGap,
      meanIntensity: value,
    }),
  })
  .openapi('Timeline');

export const disagreements = list(
  z
    .object({
      id: z.string(),
      kind: z.enum(['figure', 'field', 'claim']),
      about: z.string(),
      verdict: z.enum(['supported', 'definition-dependent', 'contradicted', 'no data']).optional(),
      sides: list(
        z.object({
          source: z.string(),
          record: z.string(),
          states: z.string(),
          value: z.number().optional(),
          unit: z.string().optional(),
          period: z.string().optional(),
          definition: z.string().optional(),
        }),
      ),
    })
    .openapi('Disagreement'),
);

export const profile = z
  .object({
    focal: z.string(),
    period: z.string(),
    label: z.string(),
    rule: z.string(),
    parts: list(
      z.object({
        id: z.enum(['breadth', 'exposure', 'contradiction', 'issue-split', 'signal-variance', 'say-do-gap']),
        title: z.string(),
        value,
        unit: z.string(),
        band: z.enum(['low', 'middle', 'high', 'none']),
        bands: z
          .tuple([z.number(), z.number()])
          .readonly()
          .openapi({ description: 'Where low ends, and where high begins.' }),
        words: z.string(),
        method: z.string(),
        terms: list(
          z.object({
            about: z.string(),
            value: z.number(),
            weight: z.number().optional(),
            dimension: dimension.optional(),
            vector: z.string().optional(),
            record: z.string().optional(),
          }),
        ).openapi({ description: 'What the value was made of, in the way that the method says.' }),
      }),
    ),
    commitments: list(
      z.object({
        id: z.string(),
        document: z.string(),
        text: z.string(),
        dimension: dimension.optional(),
        verdict: z.enum(['kept', 'fell short', 'cannot be told']),
        shortfall: value,
        words: z.string(),
      }),
    ),
  })
  .openapi('Profile');

export const claims = list(
  z
    .object({
      id: z.string(),
      text: z.string(),
      kind: z.enum(['judgement', 'numeric', 'definition', 'causal']),
      by: z.string().openapi({ description: 'Who says so, by name.' }),
      hedge: z.string().optional(),
      likelihood: z.enum(likelihoodIds).optional(),
      confidence: z.enum(confidences).optional(),
      dimension: dimension.optional(),
      partners: list(z.string()),
      evidence: list(evidence),
    })
    .openapi('Claim'),
);

export const source = z
  .object({
    id: z.string(),
    title: z.string(),
    citation: z.string(),
    reference: z.string().openapi({ description: 'The whole reference as one line of text.' }),
    licence: z.string(),
    redistributable: z.boolean(),
    availability: z.enum(['at-hand', 'cited-not-supplied', 'online']),
    url: z.string().optional(),
    sha256: z.string().optional(),
    note: z.string().optional(),
  })
  .openapi('Source');

const place = { latitude: z.number().optional(), longitude: z.number().optional() };

export const dossier = z
  .object({
    title: z.string(),
    version: z.string(),
    focal: z.object({ id: z.string(), name: z.string(), ...place }),
    kind: z.enum(['built-in', 'user']),
    asKnownOn: z.string().optional(),
    knownSince: z
      .string()
      .optional()
      .openapi({ description: 'First day for which the history can rebuild the dossier.' }),
    partners: list(
      z.object({
        id: z.string(),
        name: z.string(),
        ...place,
        members: list(z.string())
          .optional()
          .openapi({ description: 'ISO 3166-1 numeric codes of a group’s members.' }),
      }),
    ),
    names: z.record(z.string(), z.string()).openapi({ description: 'Names of all actors by id.' }),
    years: z.object({ first: z.int(), last: z.int() }).optional(),
    defaultYear: z.int(),
    dimensions: list(z.object({ id: dimension, words: z.string() })),
    formulas: z.record(z.string(), z.string()),
    lacking: list(z.string()),
    counts: z.record(z.string(), z.int()),
    sources: list(source),
    dossiers: list(z.object({ focal: z.string(), name: z.string(), kind: z.enum(['built-in', 'user']) })),
    briefs: list(z.string()).openapi({ description: 'Formats in which a brief can be had.' }),
  })
  .openapi('Dossier');
