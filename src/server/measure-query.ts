import { z } from '@hono/zod-openapi';
import { type Asked, type Choice, choicesOf, type Measure, periods } from '../measures/index.ts';
import { actorsOf } from '../model/actors.ts';
import { MultivectorError } from '../model/errors.ts';
import { stateById } from '../model/states.ts';
import { reading } from './reading.ts';
import type { Wanted, Workbenches } from './workbenches.ts';

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
export const measureQuery = {
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
  wait: z.coerce
    .number()
    .min(0)
    .max(600)
    .default(usualWait)
    .openapi({ description: 'Seconds after which it is said how far a long computation is (202).' }),
};

const schema = z.object(measureQuery);

/** What is asked of a measure, and whose dossier it is about. */
export interface MeasureQuestion {
  readonly asked: Asked & { readonly focal: readonly string[] };
  readonly wanted: Wanted;
}

/**
 * The question in a query that fits `measureQuery`; what is named beside that are choices of the measure.
 *
 * @throws MultivectorError `input` where there are too many pairs or no such state, `missing` where there is no such
 *   partner
 */
export async function questionOf(
  workbenches: Workbenches,
  measure: Measure,
  { focal, dossier, 'as-known-on': asKnownOn, partners, from, to, by }: Omit<z.output<typeof schema>, 'wait'>,
  given: Readonly<Record<string, string>>,
): Promise<MeasureQuestion> {
  const wanted = { focal: await whoseDossier(workbenches, dossier, focal), 'as-known-on': asKnownOn };
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
  const choices = chosen(choicesOf(measure), given);
  return { wanted, asked: { focal: states, partners, from, to, by, choices } };
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

/** The dossier whose partners and names are meant: that of the first focal state that has one. */
async function whoseDossier(
  workbenches: Workbenches,
  dossier: string | undefined,
  focal: readonly string[] | undefined,
): Promise<string | undefined> {
  if (dossier !== undefined || focal === undefined) return dossier;
  const known = await Promise.all(focal.map((state) => workbenches.has(state)));
  return focal.find((_, index) => known[index]);
}
