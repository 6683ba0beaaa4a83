import type { Figure } from '../../model/figure.ts';
import type { By } from '../measure.ts';
import type { Acts, Direction, Gathered } from './acts.ts';

/** Every year or month from the first to the last. */
export function periodsOf([first, last]: readonly [string, string], by: By): string[] {
  const [firstYear, lastYear] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, i) => String(firstYear + i));
  if (by !== 'month') return years;
  const [begin, end] = [first.length > 4 ? first : `${first}-01`, last.length > 4 ? last : `${last}-12`];
  return years
    .flatMap((year) =>
      Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`),
    )
    .filter((period) => period >= begin && period <= end);
}

/** A stretch of time cut to what was asked for; nothing where they do not meet. */
export function cut(
  span: Gathered['span'],
  { from, to, by }: { readonly from?: string | undefined; readonly to?: string | undefined; readonly by: By },
): readonly [string, string] | undefined {
  if (!span) return undefined;
  const short = (period: string): string => (by === 'month' ? period : period.slice(0, 4));
  const [first, last] = [short(span[0]), short(span[1])];
  const begin = from !== undefined && from > first ? from : first;
  const end = to !== undefined && to < last ? to : last;
  return begin <= end ? [begin, end] : undefined;
}

/** What a measure says of one period, before it is known whose it is. */
export type Said = Omit<Figure, 'about' | 'partner' | 'period' | 'records' | 'source'>;

/**
 * Figures for each partner and each period of which the evidence speaks, from the acts of the period.
 *
 * @param say one figure or several, from acts of one partner, one period and the side asked for
 */
export function figuresOver(
  gathered: Gathered,
  asked: {
    readonly focal: string;
    readonly partners: readonly string[];
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly by: By;
    readonly direction: Direction;
  },
  say: (acts: readonly Acts[], seed: string) => readonly Said[],
): Figure[] {
  const span = cut(gathered.span, asked);
  if (!span) return [];
  const of = new Map<string, Acts[]>();
  for (const one of gathered.acts) {
    if (asked.direction !== 'both' && one.side !== asked.direction) continue;
    if (asked.by === 'month' && one.period.length === 4) continue; // counted and said by `withoutMonth`
    const key = `${one.partner} ${asked.by === 'month' ? one.period : one.period.slice(0, 4)}`;
    const list = of.get(key);
    if (list) list.push(one);
    else of.set(key, [one]);
  }
  return asked.partners.flatMap((partner) =>
    periodsOf(span, asked.by).flatMap((period) => {
      const acts = of.get(`${partner} ${period}`) ?? [];
      const records = acts.flatMap(({ record }) => record ?? []).sort();
      return say(acts, `${asked.focal} ${partner} ${period}`).map((said) => ({
        about: asked.focal,
        partner,
        period,
        ...said,
        ...(records.length > 0 && { records }),
        ...(gathered.dataset !== undefined && { source: gathered.dataset }),
      }));
    }),
  );
}

/** Says how many events of the dossier have no month, where months are asked for. */
export function withoutMonth({ acts }: Gathered, by: By): string[] {
  const left = new Set(acts.flatMap(({ period, record }) => (period.length === 4 ? (record ?? []) : [])));
  return by === 'month' && left.size > 0
    ? [`${left.size} events of which only the year is known are left out`]
    : [];
}

/** How many events, added up over acts. */
export const countOf = (acts: readonly Acts[]): number => acts.reduce((sum, { events }) => sum + events, 0);
