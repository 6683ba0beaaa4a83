import { createRoute, z } from '@hono/zod-openapi';
import { stringify } from 'csv-stringify/sync';
import { HTTPException } from 'hono/http-exception';
import {
  type Asked,
  type Choice,
  catalogue,
  choicesOf,
  families,
  figureColumns,
  figureRow,
  type Measure,
  type Measurement,
  measureNamed,
  periods,
} from '../measures/index.ts';
import { actorsOf } from '../model/actors.ts';
import { MultivectorError } from '../model/errors.ts';
import { stateById } from '../model/states.ts';
import { version } from '../version.ts';
import { fault } from './answers.ts';
import { Busy } from './computations.ts';
import * as answers from './measure-answers.ts';
import type { MeasuresAtHand } from './measures-at-hand.ts';
import { read, reading, routes } from './reading.ts';
import type { Workbenches } from './workbenches.ts';

/** Of one question: more states or partners than anybody compares at a glance. */
export const mostNamed = 60;
/** Pairs of states and partners of one question. */
export const mostPairs = 600;
/** How long an answer is waited for before it is said how far it is, in seconds. */
const usualWait = 1;

const codes = (what: string, pattern: RegExp) =>
  z
    .string()
    .max(mostNamed * 12)
    .transform((text) => [...new Set(text.split(',').filter((one) => one !== ''))])
    .pipe(
      z
        .array(z.string().regex(pattern, `${what} is a code such as KAZ`))
        .min(1, `no ${what} is named`)
        .max(mostNamed, `names more than ${mostNamed}`),
    )
    .optional();

const period = z
  .string()
  .regex(/^\d{1,4}(-\d{2})?$/, 'is a session, a year or a month: 74, 2019, 2019-06')
  .optional();

/** What every measure takes; what else is named in a query is a choice of its own. */
const query = {
  focal: codes('focal', /^[A-Z]{3}$/).openapi({
    type: 'string',
    description: 'Focal states with commas between; by default the one that the server was started with.',
    example: 'KAZ,UZB',
  }),
  dossier: reading.focal.openapi({
    description: 'Whose dossier’s partners are meant; by default that of the first focal state.',
  }),
  'as-known-on': reading['as-known-on'],
  partners: codes('partner', /^[A-Za-z][\w:-]{0,39}$/).openapi({
    type: 'string',
    description: 'Partners with commas between; by default those of the dossier.',
    example: 'RUS,CHN,EU',
  }),
  from: period.openapi({ description: 'First session, year or month, included.' }),
  to: period,
  by: z.enum(periods).optional(),
  format: z.enum(['json', 'csv']).default('json'),
  wait: z.coerce
    .number()
    .min(0)
    .max(600)
    .default(usualWait)
    .openapi({ description: 'Seconds after which it is said how far a long computation is (202).' }),
};

const json = (schema: z.ZodType, description: string) => ({
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

const one = createRoute({
  method: 'get',
  path: '/api/measures/{id}',
  summary: 'the figures of a measure, as JSON or CSV; its choices are queries by their names',
  request: {
    params: z.object({ id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/, 'is the id of a measure') }),
    query: z.object(query).catchall(z.string().max(200)),
  },
  responses: {
    200: {
      description: 'the figures',
      content: {
        'application/json': { schema: answers.measurement },
        'text/csv': { schema: z.string() },
      },
    },
    202: json(answers.underway, 'it is being computed'),
    400: json(fault, 'what was asked for cannot be read'),
    404: json(fault, 'there is no such measure, or no data for it'),
    500: json(fault, 'the data are broken'),
    503: json(fault, 'more is being computed already than this machine can do'),
  },
});

const end = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

/** A measure as the API tells it. */
function headOf(measure: Measure): z.input<typeof answers.measureHead> {
  const { compute: _, choices: __, range, ...head } = measure;
  return { ...head, least: end(range[0]), greatest: end(range[1]), choices: choicesOf(measure) };
}

/** Choices of a query, which knows texts alone, in their own kinds. */
function chosen(choices: readonly Choice[], given: Readonly<Record<string, string>>): Asked['choices'] {
  return Object.fromEntries(
    Object.entries(given).map(([name, text]) => {
      const kind = choices.find((choice) => choice.name === name)?.kind;
      if (kind === 'number' && text.trim() !== '' && Number.isFinite(Number(text)))
        return [name, Number(text)];
      if (kind === 'boolean' && (text === 'true' || text === 'false')) return [name, text === 'true'];
      return [name, text]; // the measure says what is wrong with it
    }),
  );
}

/** Numbers as the command line writes them: more than six decimals would be the machine's, not the data's. */
const decimals = (value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toFixed(6)) + 0 : value;

function csvOf(measurement: Measurement): string {
  const columns = figureColumns(measurement);
  return stringify(
    measurement.figures.map((figure) => {
      const row = figureRow(figure, true);
      return columns.map((column) => decimals(row[column]));
    }),
    { header: true, columns },
  );
}

export function catalogueRoutes(workbenches: Workbenches, measures: MeasuresAtHand) {
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
      const { id } = c.req.valid('param');
      const { focal, dossier, partners, from, to, by, format, wait, ...rest } = c.req.valid('query');
      const { 'as-known-on': asKnownOn, ...given } = rest;
      const measure = measureNamed(id);
      const whose = await whoseDossier(workbenches, dossier, focal);
      const wanted = { focal: whose, 'as-known-on': asKnownOn };
      const { records } = await workbenches.get(wanted);
      const actors = actorsOf(records);
      const states = focal ?? [records.focal];
      for (const state of states)
        if (!stateById.has(state)) throw new MultivectorError('input', `focal: there is no state “${state}”`);
      for (const partner of partners ?? []) actors.get(partner);
      if (states.length * (partners ?? records.partners).length > mostPairs)
        throw new MultivectorError('input', `more than ${mostPairs} pairs of states and partners`, {
          hint: 'name fewer focal states or fewer partners',
        });
      const asked: Asked = {
        focal: states,
        partners,
        from,
        to,
        by,
        choices: chosen(choicesOf(measure), given as Record<string, string>),
      };
      const found = await measures.ask(id, asked, wanted, wait * 1000).catch((error: unknown) => {
        if (error instanceof Busy) throw new HTTPException(503, { message: error.message });
        throw error;
      });
      if ('underway' in found) return c.json(found.underway, 202, { 'Cache-Control': 'no-store' });
      const { measurement, names, sources } = found.answer;
      if (format === 'csv')
        return c.body(csvOf(measurement), 200, {
          'Content-Type': 'text/csv; charset=utf-8',
          'Content-Disposition': `attachment; filename="${id}-${states.join('-').toLowerCase().slice(0, 80)}.csv"`,
        });
      const { measure: _, sources: __, ...answer } = measurement;
      return c.json(
        {
          ...answer,
          asked: { ...answer.asked, choices: plain(answer.asked.choices) },
          measure: headOf(measure),
          version,
          names,
          sources,
        },
        200,
      );
    });
}

/** The dossier whose partners and names are meant: that of the first focal state, where it has one. */
async function whoseDossier(
  workbenches: Workbenches,
  dossier: string | undefined,
  focal: readonly string[] | undefined,
): Promise<string | undefined> {
  if (dossier !== undefined || focal === undefined) return dossier;
  const known = await Promise.all(focal.map((state) => workbenches.has(state)));
  return focal.find((_, index) => known[index]);
}

/** Choices as they were taken, without those that were left open. */
const plain = (choices: Measurement['asked']['choices']): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(choices).filter(
      (pair): pair is [string, string | number | boolean] =>
        typeof pair[1] === 'string' || typeof pair[1] === 'number' || typeof pair[1] === 'boolean',
    ),
  );
