import { z } from 'zod';
import { check } from '../model/check.ts';
import { MultivectorError } from '../model/errors.ts';
import type { Figure } from '../model/figure.ts';
import { catalogue } from './catalogue.ts';
import type { Asked, Basis, By, Evidence, Measure, Measurement } from './measure.ts';

/**
 * The measure with that id.
 *
 * @throws MultivectorError `missing`
 */
export function measureNamed(id: string): Measure {
  const found = catalogue.find((one) => one.id === id);
  if (found) return found;
  const near = catalogue.filter((one) => one.id.includes(id) || id.includes(one.id) || one.family === id);
  throw new MultivectorError('missing', `no measure “${id}”`, {
    hint:
      near.length > 0
        ? `did you mean ${near.map((one) => one.id).join(', ')}?`
        : '“multivector measures” lists them',
  });
}

/**
 * Runs a measure for each focal state.
 *
 * @throws MultivectorError `input` for what is asked, `missing` for data that is not there
 */
export async function measure(id: string, asked: Asked, given: Omit<Evidence, 'run'>): Promise<Measurement> {
  const found = measureNamed(id);
  const { compute, choices: schema, ...head } = found;
  const evidence: Evidence = {
    archive: given.archive,
    workers: given.workers,
    records: (focal) => given.records(focal),
    archived: (focal, partners) => given.archived(focal, partners),
    hasDossier: (focal) => given.hasDossier(focal),
    remember: (key, make) => given.remember(key, make),
    progress: (done, what) => given.progress(done, what),
    run: (other, question) => measure(other, question, given),
  };
  const by = asked.by ?? head.by[0];
  if (!head.by.includes(by))
    throw new MultivectorError('input', `${id} is not given by ${by}`, {
      hint: `by ${head.by.join(' or ')}`,
    });
  const unknown = Object.keys(asked.choices ?? {}).find((name) => !(name in schema.shape));
  if (unknown !== undefined)
    throw new MultivectorError('input', `${id} has no choice “${unknown}”`, {
      hint:
        Object.keys(schema.shape).length > 0
          ? `it has ${Object.keys(schema.shape).join(', ')}`
          : 'it has none',
    });
  const choices = check(schema, asked.choices ?? {}, `measure ${id}`);
  if (asked.focal.length === 0) throw new MultivectorError('input', `${id}: no focal state is named`);
  const from = periodOf(asked.from, by, 'from');
  const to = periodOf(asked.to, by, 'to');
  if (from !== undefined && to !== undefined && order(from) > order(to))
    throw new MultivectorError('input', `from ${from} to ${to}: the end lies before the beginning`);

  const answers = [];
  const partners = new Set<string>();
  for (const focal of asked.focal) {
    const named =
      head.partners === 'none' ? [] : (asked.partners ?? (await evidence.records(focal)).partners);
    const own = named.filter((partner) => partner !== focal);
    if (head.partners === 'needed' && own.length === 0)
      throw new MultivectorError('input', `${id}: no partner is named`, {
        hint: 'for instance: --partner RUS,CHN',
      });
    for (const partner of own) partners.add(partner);
    const { intervals = true } = asked;
    answers.push(
      await found.compute(
        {
          focal,
          partners: own,
          from,
          to,
          by,
          choices,
          intervals,
          beside: asked.focal,
          named: asked.partners !== undefined,
        },
        evidence,
      ),
    );
  }
  const figures = answers.flatMap((one) => one.figures).filter(({ period }) => within(period, from, to));
  const bases = new Set(answers.map(({ basis }) => basis));
  const [basis = 'dossier'] = bases;
  const units = Object.assign({}, ...answers.map((one) => one.units)) as Record<string, string>;
  const about = answers.find((one) => one.about !== undefined)?.about;
  const limits = new Map(
    answers.flatMap((one) => (one.limits ?? []).map((limit) => [JSON.stringify(limit), limit] as const)),
  );
  return {
    measure: head,
    asked: { focal: asked.focal, partners: [...partners], from, to, by, choices },
    unit: answers.find(({ unit }) => unit !== undefined)?.unit ?? head.unit,
    ...(Object.keys(units).length > 0 && { units }),
    ...(about && { about }),
    ...(limits.size > 0 && { limits: [...limits.values()] }),
    figures,
    basis: bases.size > 1 ? ('dossier and archive' satisfies Basis) : basis,
    sources: [
      ...new Set([
        ...answers.flatMap(({ sources = [] }) => sources),
        ...figures.flatMap(({ source }) => source ?? []),
      ]),
    ].sort(),
    notes: [...new Set(answers.flatMap(({ notes = [] }) => notes))],
  };
}

/** A session, year or month as `by` has it; sessions and years are understood for each other. */
function periodOf(given: string | undefined, by: By, what: string): string | undefined {
  if (given === undefined) return undefined;
  const wrong = () =>
    new MultivectorError('input', `${what}: “${given}” is not a ${by}`, {
      hint: {
        session: 'such as 74, or the year in which it begins',
        year: 'such as 2019',
        month: 'such as 2019-06',
      }[by],
    });
  const match = /^(?<session>\d{1,2}|1\d{2})$|^(?<year>(1[6-9]|20|21)\d{2})(-(?<month>0[1-9]|1[0-2]))?$/.exec(
    given,
  );
  const { session, year, month } = match?.groups ?? {};
  if (by === 'session') {
    if (session !== undefined) return session;
    if (year !== undefined && month === undefined && Number(year) > 1945) return String(Number(year) - 1945);
    throw wrong();
  }
  if (year === undefined) {
    if (session !== undefined && by === 'year') return String(Number(session) + 1945);
    throw wrong();
  }
  if (by === 'year') {
    if (month !== undefined) throw wrong();
    return year;
  }
  return month !== undefined ? given : what === 'to' ? `${year}-12` : `${year}-01`;
}

/** A number in the order of periods of one kind. */
const order = (period: string): number => {
  const [year = '0', month = '0'] = period.split('-');
  return Number(year) * 100 + Number(month);
};

const within = (period: string, from: string | undefined, to: string | undefined): boolean => {
  const last = period.split(/[/–]/).at(-1) ?? period; // a window stands for its last period
  return (from === undefined || order(last) >= order(from)) && (to === undefined || order(last) <= order(to));
};

/** A figure as a line of a table: the columns of the CSV, the same for every measure. */
export interface FigureRow {
  readonly about: string;
  readonly partner: string | undefined;
  readonly period: string;
  readonly value: number | undefined;
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly n: number;
  readonly gap: string | undefined;
  /** Only where the measure gives several things. */
  readonly item?: string | undefined;
}

export const figureRow = (figure: Figure, withItem: boolean): FigureRow => {
  const { about, partner, period, value, interval, n, item } = figure;
  const ends = interval !== undefined && 'low' in interval ? interval : undefined;
  return {
    about,
    partner,
    period,
    value: typeof value === 'number' ? value : undefined,
    low: ends?.low,
    high: ends?.high,
    n,
    gap: typeof value === 'number' ? undefined : value.gap,
    ...(withItem && { item }),
  };
};

/** The columns of the table of an answer, in order. */
export const figureColumns = ({ measure: { items } }: Pick<Measurement, 'measure'>): (keyof FigureRow)[] => [
  'about',
  'partner',
  'period',
  'value',
  'low',
  'high',
  'n',
  'gap',
  ...(items === undefined ? [] : (['item'] as const)),
];

/** The schema of choices as a list, for doors that make options of it. */
export interface Choice {
  readonly name: string;
  readonly about: string;
  readonly kind: 'boolean' | 'number' | 'text' | 'one of';
  /** Where it is one of a few. */
  readonly values: readonly string[];
  readonly usual: string | number | boolean | undefined;
}

/** The choices that a measure leaves to its user. */
export function choicesOf({ choices }: Pick<Measure, 'choices'>): Choice[] {
  return Object.entries(choices.shape).map(([name, schema]) => {
    const {
      description: about = '',
      type,
      enum: values = [],
      default: usual,
    } = z.toJSONSchema(schema as z.ZodType, {
      io: 'input',
      unrepresentable: 'any',
    }) as { description?: string; type?: string; enum?: string[]; default?: string | number | boolean };
    const kind =
      values.length > 0
        ? 'one of'
        : type === 'boolean'
          ? 'boolean'
          : type === 'number' || type === 'integer'
            ? 'number'
            : 'text';
    return { name, about, kind, values, usual };
  });
}
