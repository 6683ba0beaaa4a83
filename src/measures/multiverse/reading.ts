import { type Gap, gap } from '../../model/gap.ts';
import type { By, Measurement } from '../measure.ts';
import type { Reading } from './finding.ts';

/** The year in which session 0 of the General Assembly would have begun: session 74 began in 2019. */
const beforeSessions = 1945;

/** The period that lies `count` periods later, or earlier where it is below 0. */
export function periodAfter(period: string, by: By, count: number): string {
  if (by !== 'month') return String(Number(period) + count);
  const [year = 0, month = 1] = period.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** A period in another kind of period: session 74 is 2019, its last month 2019-12. */
export function periodAs(period: string, from: By, to: By): string {
  if (from === to) return period;
  const year = from === 'session' ? Number(period) + beforeSessions : Number(period.slice(0, 4));
  if (to === 'session') return String(year - beforeSessions);
  return to === 'year' ? String(year) : `${year}-12`;
}

/** Whether a period comes before another of the same kind. */
export const isBefore = (a: string, b: string): boolean => {
  const [x = 0, y = 0] = [a, b].map((period) => Number(period.replace('-', '')));
  return x < y;
};

/** Figures by partner and period, of one focal state and one of the things that a measure gives. */
export class Lookup {
  readonly #figures = new Map<string, Map<string, number>>();

  /** @param item which of several things that the measure gives; the first of its figures unless told otherwise */
  constructor({ figures, measure }: Measurement, focal: string, item?: string) {
    const own = figures.filter(({ about }) => about === focal);
    const one = item ?? own[0]?.item;
    for (const figure of own) {
      if (typeof figure.value !== 'number' || (figure.item !== undefined && figure.item !== one)) continue;
      const key = measure.partners === 'none' ? '' : (figure.partner ?? ''); // whoever leads, it is about the focal state
      if (!this.#figures.has(key)) this.#figures.set(key, new Map());
      const period = figure.period.split(/[/–]/).at(-1) ?? figure.period; // years added up stand for their last
      this.#figures.get(key)?.set(period, figure.value);
    }
  }

  value(partner: string | undefined, period: string): number | undefined {
    return this.#figures.get(partner ?? '')?.get(period);
  }

  /** Codes of the partners that have any figure, in the order of letters. */
  get partners(): string[] {
    return [...this.#figures.keys()].filter((key) => key !== '').sort();
  }

  /** The periods in which all that are named have a figure, earliest first. */
  common(partners: readonly (string | undefined)[]): string[] {
    const [first, ...others] = partners;
    return [...(this.#figures.get(first ?? '')?.keys() ?? [])]
      .filter((period) => others.every((partner) => this.value(partner, period) !== undefined))
      .sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }
}

/** The windows of one specification: so many periods up to a last one, and so many from a first one. */
export interface Windows {
  readonly by: By;
  readonly length: number;
  readonly until: string;
  readonly since?: string | undefined;
}

/** What a finding reads from the figures of one specification. */
export function readingOf(lookup: Lookup, { by, length, until, since }: Windows, sense: 1 | -1 = 1): Reading {
  const last = Array.from({ length }, (_, i) => periodAfter(until, by, i + 1 - length));
  const first = since === undefined ? [] : Array.from({ length }, (_, i) => periodAfter(since, by, i));
  return {
    sense,
    partners: lookup.partners.filter((partner) =>
      last.some((period) => lookup.value(partner, period) !== undefined),
    ),
    means(partners, window = 'last') {
      if (first.some((period) => last.includes(period)))
        return gap('not-applicable', 'the two windows overlap');
      const periods = window === 'last' ? last : first;
      const full = periods.filter((period) =>
        partners.every((partner) => lookup.value(partner, period) !== undefined),
      );
      return full.length * 2 > length
        ? partners.map((partner) => mean(lookup, partner, full))
        : tooFew(full, length);
    },
  };
}

const mean = (lookup: Lookup, partner: string | undefined, periods: readonly string[]): number =>
  periods.reduce((sum, period) => sum + (lookup.value(partner, period) ?? 0), 0) / periods.length;

const tooFew = (full: readonly string[], length: number): Gap =>
  full.length === 0
    ? gap('no-records', 'no figure in these periods')
    : gap('too-few-records', `figures in ${full.length} of ${length} periods, more than half are needed`);
