import { linear } from './scale.ts';
import { textWidth } from './text.ts';

const dayLength = 86_400_000;

/** Days since 1 January 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);

const dayOf = (year: number, month: number): number => Math.round(Date.UTC(year, month, 1) / dayLength);
const yearOf = (day: number): number => new Date(day * dayLength).getUTCFullYear();
const monthOf = (day: number): number => new Date(day * dayLength).getUTCMonth();

export interface TimeTick {
  readonly x: number;
  readonly text: string;
  /** The beginning of a year. */
  readonly strong: boolean;
}

/** A stretch of time drawn at one scale. */
export interface TimeStrip {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
  readonly ticks: readonly TimeTick[];
  /** What is said above it, where there are two. */
  readonly words: string;
}

export interface TimeScale {
  readonly strips: readonly TimeStrip[];
  /** Where a day lies. */
  readonly x: (day: number) => number;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Ticks at the finest of month, quarter, year, 2, 5, 10, … years whose labels have room. */
function ticksOf(first: number, last: number, x: (day: number) => number, font: number): TimeTick[] {
  const perDay = (x(last) - x(first)) / Math.max(1, last - first);
  const monthRoom = textWidth('Mmm', font) + 8;
  const yearRoom = textWidth('2022', font) + 6;
  const step = perDay * 30 >= monthRoom ? 1 : perDay * 91 >= monthRoom ? 3 : 0;
  if (step > 0) {
    const ticks: TimeTick[] = [];
    for (let month = 0; month < (yearOf(last) - yearOf(first) + 1) * 12; month += step) {
      const day = dayOf(yearOf(first), month);
      if (day < first || day > last) continue;
      const strong = monthOf(day) === 0;
      ticks.push({ x: x(day), text: strong ? String(yearOf(day)) : (months[monthOf(day)] ?? ''), strong });
    }
    if (!ticks.some(({ strong }) => strong) && ticks[0])
      ticks[0] = { ...ticks[0], text: `${ticks[0].text} ${yearOf(first + 31 * step)}`, strong: true };
    return ticks;
  }
  const years = [1, 2, 5, 10, 20, 50, 100].find((n) => perDay * 365.25 * n >= yearRoom) ?? 200;
  const ticks: TimeTick[] = [];
  for (let year = Math.ceil(yearOf(first) / years) * years; dayOf(year, 0) <= last; year += years)
    if (dayOf(year, 0) >= first)
      ticks.push({ x: x(dayOf(year, 0)), text: String(year), strong: years === 1 });
  return ticks;
}

/**
 * The beginning of a year that parts a long thin past from a short crowded end, where there is one: the cut at which
 * the share of events behind it most exceeds the share of time, if by two fifths or more.
 */
function crowdedFrom(
  spans: readonly (readonly [number, number])[],
  first: number,
  last: number,
): number | undefined {
  if (last - first < 3 * 365 || spans.length < 8) return undefined;
  let best: { day: number; gain: number } | undefined;
  for (let year = yearOf(first) + 1; year <= yearOf(last); year++) {
    const day = dayOf(year, 0);
    const after = spans.filter(([start]) => start >= day).length / spans.length;
    const gain = after - (last - day) / (last - first);
    if (after < 1 && gain >= 0.4 && (!best || gain > best.gain)) best = { day, gain };
  }
  return best?.day;
}

/**
 * A scale of time for spans of days between two pixels.
 *
 * @param spans first day of each, and the day after its last
 */
export function timeScale(
  spans: readonly (readonly [number, number])[],
  start: number,
  end: number,
  font: number,
): TimeScale {
  if (spans.length === 0) return { strips: [], x: () => (start + end) / 2 };
  const least = Math.min(...spans.map(([from]) => from));
  const most = Math.max(...spans.map(([, to]) => to));
  // Whole months at either end, so that no mark hangs over the edge.
  const first = dayOf(yearOf(least), monthOf(least));
  const last = dayOf(yearOf(most - 1), monthOf(most - 1) + 1);
  const strip = (
    a: number,
    b: number,
    from: number,
    to: number,
    words: string,
  ): TimeStrip & { x: (d: number) => number } => {
    const x = linear(a, b, from, to);
    // A label that would run over the end of its strip is left out, its line stays.
    const ticks = ticksOf(a, b, x, font).map((tick) =>
      tick.x + 3 + textWidth(tick.text, font) > to + 6 ? { ...tick, text: '' } : tick,
    );
    return { first: a, last: b, from, to, words, x, ticks };
  };

  const cut = crowdedFrom(spans, first, last);
  if (cut === undefined) {
    const only = strip(first, last, start, end, '');
    return { strips: [only], x: only.x };
  }
  const share = spans.filter(([from]) => from < cut).length / spans.length;
  const gap = 18;
  const room = (end - start - gap) * Math.min(0.34, Math.max(0.12, share));
  const past = strip(dayOf(yearOf(first), 0), cut, start, start + room, `before ${yearOf(cut)}`);
  const late = strip(cut, last, start + room + gap, end, `since ${yearOf(cut)}, wider scale`);
  return { strips: [past, late], x: (day) => (day < cut ? past.x(day) : late.x(day)) };
}
