import { actorsOf } from '../../model/actors.ts';
import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import type { Commitment, Records } from '../../model/records.ts';
import { seeded } from '../random.ts';
import { intervalOf } from '../vectors/draws.ts';
import { bands } from './bands.ts';
import { type CommitmentCheck, declaredIn } from './commitments.ts';
import { type Expected, practised, seenIn } from './practice.ts';
import { drawnTogether, type PractisedYear } from './practices.ts';

/** A commitment held against the figure that it is seen in, before the document and now. */
export interface CommitmentChange {
  readonly commitment: Commitment;
  readonly verdict: CommitmentCheck['verdict'];
  /** Now less before; a gap where nothing at hand can tell. */
  readonly difference: Value;
  readonly interval: Interval | Gap;
  readonly before: Value;
  readonly now: Value;
  readonly words: string;
}

/** The partners that a commitment is about: those that it or its document's title names. */
export function partnersNamed(records: Records, { text, document }: Commitment): string[] {
  const words = `${text} ${records.documents.find(({ id }) => id === document)?.title ?? ''}`;
  const actors = actorsOf(records);
  return records.partners.filter((partner) => words.includes(actors.name(partner)));
}

/**
 * What the figure of a commitment does from the year before its document to the year looked at, and whether that shows
 * it kept. The interval is that of the difference, both years drawn under the same importances. Verdicts: where the
 * interval of the figure itself leaves its bound on one side (of *breadth high* and *equality* the band of the profile,
 * of *friendliness* 0), or that of the difference 0 (of what is to rise or fall). All else is left open.
 *
 * @param expects what would show it kept; nothing where no measure can
 * @param at gives a year's practice
 */
export function commitmentChange(
  records: Records,
  commitment: Commitment,
  expects: Expected | undefined,
  year: number,
  draws: number,
  at: (year: number) => PractisedYear,
): CommitmentChange {
  const declared = declaredIn(records, commitment);
  const open = (words: string, because: Gap = gap('not-applicable', words)): CommitmentChange => ({
    commitment,
    verdict: 'cannot be told',
    difference: because,
    interval: because,
    before: because,
    now: because,
    words,
  });
  if (expects === undefined || declared === undefined) return open('no measure at hand can show it');
  if (declared > year) return open(`declared in ${declared}, after the year looked at`);

  const partners = partnersNamed(records, commitment);
  const value = (practice: PractisedYear['practice']) =>
    practised(expects, commitment.dimension, partners, practice);
  const [earlier, later] = [at(declared - 1), at(year)];
  const [before, now] = [value(earlier.practice), value(later.practice)];
  const { words: what } = seenIn[expects];
  if (isGap(now)) return open(`no ${what} in ${year}`, now);
  const random = seeded(`${records.focal} ${commitment.id} ${year}`);
  const drawn = Array.from({ length: draws }, (_, k) =>
    drawnTogether([earlier, later], k, random).map((practice) => {
      const one = value(practice);
      return isGap(one) ? Number.NaN : one;
    }),
  );
  const rangeOf = (center: number, values: readonly number[]): Interval | Gap =>
    values.length === 0
      ? gap('unknown', 'not drawn')
      : intervalOf(center, Float64Array.from(values.filter((one) => !Number.isNaN(one))));
  const level = rangeOf(
    now,
    drawn.map(([, after = Number.NaN]) => after),
  );
  const difference = isGap(before)
    ? gap('no-records', `nothing is known of ${declared - 1}, the year before`)
    : now - before;
  const interval = isGap(difference)
    ? difference
    : rangeOf(
        difference,
        drawn.map(([first = Number.NaN, second = Number.NaN]) => second - first),
      );
  const words =
    `${what}: ` +
    (isGap(before) ? `nothing known of ${declared - 1}` : `${before.toFixed(2)} in ${declared - 1}`) +
    `, ${now.toFixed(2)} in ${year}`;
  return {
    commitment,
    verdict: verdictOf(expects, now, level, difference, interval),
    difference,
    interval,
    before,
    now,
    words,
  };
}

function verdictOf(
  expects: Expected,
  now: number,
  level: Interval | Gap,
  difference: Value,
  interval: Interval | Gap,
): CommitmentCheck['verdict'] {
  if (expects === 'breadth-high') return beside(now, level, bands.breadth[1], 1);
  if (expects === 'equality') return beside(now, level, 1 - bands['say-do-gap'][0], 1);
  if (expects === 'friendliness') return beside(now, level, 0, 1);
  return isGap(difference)
    ? 'cannot be told'
    : beside(difference, interval, 0, expects === 'exposure-falls' ? -1 : 1);
}

/**
 * Kept where the whole interval lies on the wanted side of a bound, fallen short where it lies on the other; by the
 * value alone where neither chance nor choice moves it.
 */
function beside(
  value: number,
  interval: Interval | Gap,
  bound: number,
  wanted: 1 | -1,
): CommitmentCheck['verdict'] {
  if (isGap(interval) && interval.gap !== 'not-applicable') return 'cannot be told';
  const { low, high } = isGap(interval) ? { low: value, high: value } : interval;
  const [least, most] = [wanted * (low - bound), wanted * (high - bound)].sort((a, b) => a - b);
  return (least ?? 0) > 0 ? 'kept' : (most ?? 0) < 0 ? 'fell short' : 'cannot be told';
}
