import { z } from 'zod';

/**
 * Dates with the precision that their source has, in the part of EDTF (ISO 8601-2) that a dossier needs:
 * `2023-02-28`, `2022-10`, `2022`, `2022~` (about), `2022-02-24/2022-04` (from … to),
 * `../2023-03-01` (by then, at some earlier time or on it), `2022-11-22/..` (since, or some time after).
 */
export type DateText = string;

/** First and last day on which the date can lie, as `YYYY-MM-DD`; an open end is absent. */
export interface DaySpan {
  readonly first?: string;
  readonly last?: string;
}

export type DatePrecision = 'day' | 'month' | 'year' | 'interval' | 'before' | 'after';

const point = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?~?$/;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** First and last day of a single date such as `2022-10`; nothing if it is not one. */
function pointSpan(text: string): Required<DaySpan> | undefined {
  const match = point.exec(text);
  if (!match) return undefined;
  const [, year = '', month, day] = match;
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const m = Number(month);
  if (m < 1 || m > 12) return undefined;
  const length = daysInMonth(Number(year), m);
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` };
  const d = Number(day);
  if (d < 1 || d > length) return undefined;
  return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` };
}

/** The days a date can mean, or nothing where the text is not a date we read. */
export function parseDate(text: DateText): DaySpan | undefined {
  const parts = text.split('/');
  if (parts.length === 1) return pointSpan(text);
  if (parts.length !== 2) return undefined;
  const [from = '', to = ''] = parts;
  if (from === '..' && to === '..') return undefined;
  const first = from === '..' ? undefined : pointSpan(from);
  const last = to === '..' ? undefined : pointSpan(to);
  if ((from !== '..' && !first) || (to !== '..' && !last)) return undefined;
  if (first && last && first.first > last.last) return undefined;
  return { ...(first && { first: first.first }), ...(last && { last: last.last }) };
}

export function datePrecision(text: DateText): DatePrecision {
  if (text.startsWith('../')) return 'before';
  if (text.endsWith('/..')) return 'after';
  if (text.includes('/')) return 'interval';
  return (['year', 'month', 'day'] as const)[text.replace('~', '').split('-').length - 1] ?? 'year';
}

/** First day on which the date can lie, for sorting; an open beginning sorts by its end. */
export function sortDay(text: DateText): string {
  const span = parseDate(text);
  return span?.first ?? span?.last ?? '9999-12-31';
}

export const dateSchema = z.string().refine((text) => parseDate(text) !== undefined, {
  error: (issue) =>
    `“${issue.input}” is not a date: write 2023-02-28, 2022-10, 2022, 2022~, 2022-02/2022-04, ../2023-03-01 or 2022-11-22/..`,
});

/** A period of a figure: a year, a quarter, a month or a day (ISO 8601). */
export const periodSchema = z.string().regex(/^\d{4}(-Q[1-4]|-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
  error: (issue) => `“${issue.input}” is not a period: write 2022, 2022-Q1, 2022-06 or 2022-06-30`,
});

/** The year in which a period lies. */
export const periodYear = (period: string): number => Number(period.slice(0, 4));

/** Whether a state of affairs that began at `from` and ended at `to` (either may be unstated) held in some part of the year. */
export function heldIn(year: number, from: DateText | undefined, to: DateText | undefined): boolean {
  const began = from === undefined ? undefined : parseDate(from);
  const ended = to === undefined ? undefined : parseDate(to);
  // “some time before X” has held by X; nothing is known of the years before, so it counts from X's year.
  const first = began?.first ?? began?.last;
  if (first !== undefined && first > `${year}-12-31`) return false;
  const last = ended?.last ?? (ended?.first === undefined ? undefined : '9999-12-31');
  return last === undefined || last >= `${year}-01-01`;
}

/** Whether it can have held on the given day (`YYYY-MM-DD`), as far as the stated precision tells. */
export function heldOn(day: string, from: DateText | undefined, to: DateText | undefined): boolean {
  const first = from === undefined ? undefined : parseDate(from)?.first;
  const last = to === undefined ? undefined : parseDate(to)?.last;
  return (first === undefined || first <= day) && (last === undefined || day <= last);
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function pointWords(text: string): string {
  const [year = '', month, day] = text.replace('~', '').split('-');
  const about = text.endsWith('~') ? 'about ' : '';
  if (month === undefined) return about + year;
  const name = monthNames[Number(month) - 1] ?? month;
  return about + (day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`);
}

/** The date as a reader would write it: “28 February 2023”, “after 22 November 2022”. */
export function dateWords(text: DateText): string {
  const [from = '', to] = text.split('/');
  if (to === undefined) return pointWords(from);
  if (from === '..') return `by ${pointWords(to)}`;
  if (to === '..') return `since ${pointWords(from)}`;
  return `${pointWords(from)} to ${pointWords(to)}`;
}
