import { z } from 'zod';
import { MultivectorError } from '../../model/errors.ts';
import { type Gap, gap } from '../../model/gap.ts';
import type { AboutSeries, By, Evidence, Measurement, MeasureRequest } from '../measure.ts';

/** Points below which nothing is said of a series: fewer hold no two levels that could be told from noise. */
export const fewestPoints = 10;

/** Measures that watch others; they are not watched themselves. */
const watching = ['drift', 'drift-online', 'cusum'];

/** Which series are watched: choices that every measure of drift has. */
export const watchedChoices = {
  of: z.string().default('agreement').describe('id of the measure whose series are watched'),
  with: z.string().optional().describe('choices of that measure, such as issue=nu,absence=abstain'),
  item: z.string().optional().describe('the one item to watch, where that measure gives several'),
  series: z
    .enum(['value', 'n'])
    .default('value')
    .describe(
      'value: its figures; n: how many records they were made of, to see the feed instead of the world',
    ),
};

export type WatchedChoices = z.output<z.ZodObject<typeof watchedChoices>>;

/** A series of one pair, or of a state alone, without its gaps. */
export interface Watched {
  readonly about: string;
  readonly partner: string | undefined;
  readonly item: string | undefined;
  readonly periods: readonly string[];
  readonly values: readonly number[];
  /** Records behind each value. */
  readonly ns: readonly number[];
  /** Periods from the first to the last that have no value. */
  readonly skipped: number;
}

/**
 * Choices as a measure takes them, out of a text: “issue=nu,window=3” is { issue: 'nu', window: 3 }.
 *
 * @throws MultivectorError `input` for what is no list of name=value
 */
export function choicesFrom(text: string): Record<string, string | number | boolean> {
  const parts = text.split(',').filter((part) => part.trim() !== '');
  return Object.fromEntries(
    parts.map((part) => {
      const [name = '', ...rest] = part.split('=');
      const value = rest.join('=').trim();
      if (name.trim() === '' || value === '')
        throw new MultivectorError('input', `with: “${part}” is not name=value`, {
          hint: 'for instance: with=issue=nu,absence=abstain',
        });
      const plain = value === 'true' ? true : value === 'false' ? false : value;
      return [name.trim(), /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : plain];
    }),
  );
}

/** Place of a period in a count of sessions, years or months; a window stands for its last period. */
export function placeOf(period: string, by: By): number {
  const [year = '0', month = '1'] = (period.split(/[/–]/).at(-1) ?? period).split('-');
  return by === 'month' ? Number(year) * 12 + Number(month) : Number(year);
}

/**
 * The series of another measure, one for each pair and item.
 *
 * @throws MultivectorError `input` where a measure of drift is to be watched, and what that measure throws
 */
export async function watchedSeries(
  { focal, partners, from, to, by, choices }: MeasureRequest<WatchedChoices>,
  evidence: Evidence,
): Promise<{
  readonly series: Watched[];
  readonly watched: Measurement;
  readonly notes: string[];
  readonly about: AboutSeries;
}> {
  if (watching.includes(choices.of))
    throw new MultivectorError('input', `${choices.of} watches other measures; it is not watched itself`);
  const watched = await evidence.run(choices.of, {
    focal: [focal],
    partners: partners.length > 0 ? partners : undefined,
    from,
    to,
    by,
    intervals: false,
    choices: choices.with === undefined ? undefined : choicesFrom(choices.with),
  });
  const groups = new Map<string, (typeof watched.figures)[number][]>();
  for (const figure of watched.figures) {
    if (choices.item !== undefined && figure.item !== choices.item) continue;
    const key = JSON.stringify([figure.about, figure.partner ?? null, figure.item ?? null]);
    const known = groups.get(key);
    if (known) known.push(figure);
    else groups.set(key, [figure]);
  }
  if (choices.item !== undefined && groups.size === 0)
    throw new MultivectorError('input', `${choices.of} gives no item “${choices.item}”`, {
      hint: `it gives: ${[...new Set(watched.figures.flatMap(({ item }) => item ?? []))].join(', ') || 'none'}`,
    });
  const series = [...groups.values()].map((figures): Watched => {
    const points = figures
      .flatMap(({ period, value, n }) => {
        const point = choices.series === 'n' ? n : value;
        return typeof point === 'number' ? [{ period, value: point, n }] : [];
      })
      .sort((a, b) => placeOf(a.period, by) - placeOf(b.period, by));
    const [first, last] = [points[0], points.at(-1)].map((point) => placeOf(point?.period ?? '0', by));
    return {
      about: figures[0]?.about ?? focal,
      partner: figures[0]?.partner,
      item: figures[0]?.item,
      periods: points.map(({ period }) => period),
      values: points.map(({ value }) => value),
      ns: points.map(({ n }) => n),
      skipped: points.length === 0 ? 0 : (last ?? 0) - (first ?? 0) + 1 - points.length,
    };
  });
  const notes = series
    .filter(({ skipped }) => skipped > 0)
    .map(
      (one) => `${nameOf(one)}: ${one.skipped} ${one.skipped === 1 ? by : `${by}s`} without a figure skipped`,
    );
  return {
    series,
    watched,
    about: {
      measure: watched.measure.id,
      choices: watched.asked.choices,
      item: choices.item,
      points: choices.series,
    },
    notes: [
      `watched: ${watched.measure.title}${choices.with === undefined ? '' : ` with ${choices.with}`}${choices.series === 'n' ? ', number of records' : ''}`,
      ...notes,
      ...watched.notes,
    ],
  };
}

/** Whose series it is, for a reader. */
export const nameOf = ({ about, partner, item }: Pick<Watched, 'about' | 'partner' | 'item'>): string =>
  [partner === undefined ? about : `${about}–${partner}`, item]
    .filter((part) => part !== undefined)
    .join(', ');

/** Why nothing is said of a series; nothing where it is long enough. */
export const tooShort = (points: number, fewest = fewestPoints): Gap | undefined =>
  points === 0
    ? gap('no-records')
    : points < fewest
      ? gap('too-few-records', `${points} of at least ${fewest} points`)
      : undefined;
