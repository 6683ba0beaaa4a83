import { createRoute, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import {
  catalogue,
  choicesOf,
  families,
  type Measure,
  type Measurement,
  measureNamed,
} from '../measures/index.ts';
import { MultivectorError } from '../model/errors.ts';
import { version } from '../version.ts';
import { figureCsv } from '../workbench.ts';
import { fault } from './answers.ts';
import { Busy } from './computations.ts';
import * as answers from './measure-answers.ts';
import { measureQuery, questionOf } from './measure-query.ts';
import type { MeasuresAtHand } from './measures-at-hand.ts';
import { read, routes } from './reading.ts';
import type { Workbenches } from './workbenches.ts';

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const all = read({
  path: '/api/measures/catalogue',
  summary: 'every measure by family: what it answers, how, what it cannot tell, and the choices it leaves',
  query: {},
  params: {},
  answer: answers.measureCatalogue,
});

const source = read({
  path: '/api/sources/{id}',
  summary: 'a source of the dossier or the archive: how it is cited, and its licence',
  query: {},
  params: { id: z.string().max(200) },
  answer: answers.cited,
});

const params = z.object({ id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'is the id of a measure') });
const choice = z.string().max(200);

const others = {
  202: json(answers.underway, 'it is being computed'),
  400: json(fault, 'what was asked for cannot be read'),
  404: json(fault, 'there is no such measure, or no data for it'),
  500: json(fault, 'the data are broken'),
  503: json(fault, 'more is being computed already than this machine can do'),
};

const one = createRoute({
  method: 'get',
  path: '/api/measures/{id}',
  summary: 'the figures of a measure, as JSON or CSV; its choices are queries by their names',
  request: {
    params,
    query: z.object({ ...measureQuery, format: z.enum(['json', 'csv']).default('json') }).catchall(choice),
  },
  responses: {
    200: {
      description: 'the figures',
      content: { 'application/json': { schema: answers.measurement }, 'text/csv': { schema: z.string() } },
    },
    ...others,
  },
});

const questionQuery = z.object(measureQuery).catchall(choice);

const every = createRoute({
  method: 'get',
  path: '/api/multiverse/{id}',
  summary: 'what a measure says at first sight under every other defensible choice, and what turns it',
  request: { params, query: questionQuery },
  responses: { 200: json(answers.multiverse, 'the finding in every specification'), ...others },
});

const end = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

/** A measure as the API tells it. */
function headOf(measure: Measure): z.input<typeof answers.measureHead> {
  const { compute: _, choices: __, range, ...head } = measure;
  return { ...head, least: end(range[0]), greatest: end(range[1]), choices: choicesOf(measure) };
}

/** Choices as they were taken, without those that were left open. */
const taken = (choices: Measurement['asked']['choices']): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(choices).filter(
      (pair): pair is [string, string | number | boolean] =>
        typeof pair[1] === 'string' || typeof pair[1] === 'number' || typeof pair[1] === 'boolean',
    ),
  );

const busy = (error: unknown): never => {
  if (error instanceof Busy) throw new HTTPException(503, { message: error.message });
  throw error;
};

/** What is underway is another thing a moment later. */
const unkept = { 'Cache-Control': 'no-store' };

export function catalogueRoutes(workbenches: Workbenches, measures: MeasuresAtHand) {
  /** What a query asks of a measure: what every measure takes, and choices of its own. */
  const questionIn = async (measure: Measure, query: z.output<typeof questionQuery>) => {
    const { focal, dossier, 'as-known-on': day, partners, from, to, by, wait, ...given } = query;
    const known = { focal, dossier, 'as-known-on': day, partners, from, to, by };
    return { ...(await questionOf(workbenches, measure, known, given as Given)), wait };
  };
  return routes()
    .openapi(all, (c) =>
      c.json(
        Object.entries(families).flatMap(([id, title]) => {
          const own = catalogue.filter(({ family }) => family === id);
          return own.length === 0
            ? []
            : [{ id: id as keyof typeof families, title, measures: own.map(headOf) }];
        }),
        200,
      ),
    )
    .openapi(source, async (c) => {
      const { id } = c.req.valid('param');
      const found = await measures.source(id, c.req.valid('query'));
      if (!found) throw new MultivectorError('missing', `neither dossier nor archive has a source “${id}”`);
      return c.json(found, 200);
    })
    .openapi(one, async (c) => {
      const measure = measureNamed(c.req.valid('param').id);
      const { format, ...query } = c.req.valid('query');
      const { asked, wanted, wait } = await questionIn(measure, query);
      const found = await measures.figures(measure.id, asked, wanted, wait * 1000).catch(busy);
      if ('underway' in found) return c.json(found.underway, 202, unkept);
      const { measurement, names, sources } = found.answer;
      if (format === 'csv')
        return c.body(figureCsv(measurement), 200, {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${measure.id}-${asked.focal.join('-').toLowerCase().slice(0, 80)}.csv"`,
        });
      const { measure: _, sources: __, ...answer } = measurement;
      return c.json(
        {
          ...answer,
          asked: { ...answer.asked, choices: taken(answer.asked.choices) },
          about: answer.about && { ...answer.about, choices: taken(answer.about.choices) },
          measure: headOf(measure),
          version,
          names,
          sources,
        },
        200,
      );
    })
    .openapi(every, async (c) => {
      const measure = measureNamed(c.req.valid('param').id);
      const { asked, wanted, wait } = await questionIn(measure, c.req.valid('query'));
      const found = await measures.multiverse(measure.id, asked, wanted, wait * 1000).catch(busy);
      if ('underway' in found) return c.json(found.underway, 202, unkept);
      return c.json(found.answer, 200);
    });
}

/** What a query has beside what every measure takes: texts, as its schema says. */
type Given = Readonly<Record<string, string>>;
