import { MultivectorError } from '../../model/errors.ts';
import { type Gap, gap, isGap } from '../../model/gap.ts';
import type { Multiverse, Specification } from '../../model/multiverse.ts';
import { catalogue } from '../catalogue.ts';
import type { Asked, Evidence, Measurement } from '../measure.ts';
import { combinationsOf } from './combinations.ts';
import type { Finding } from './finding.ts';
import { isBefore, Lookup, periodAfter, periodAs, readingOf, type Windows } from './reading.ts';
import { choiceTallies, flipsOf, tallyOf } from './tally.ts';
import type { Combination, MeasureHead, Universe, Wanted } from './universe.ts';
import { picksWords, summary } from './words.ts';

/** What is asked of a multiverse: the headline, from which the other specifications depart. */
export type MultiverseAsked = Wanted & Pick<Asked, 'from' | 'to'>;

/** Whoever runs measures. */
export type Runs = Pick<Evidence, 'run'> & Partial<Pick<Evidence, 'progress'>>;

/** Said of every multiverse. */
export const notIndependent =
  'The specifications rest on the same data and are not independent of one another: the share says how far the ' +
  'finding depends on choices. It is no probability, and there is no test in it.';

/**
 * A finding under every combination of choices that can be defended, and the share of those in which it holds.
 *
 * All specifications end with the same period: the last, up to what was asked, in which the headline has a figure for
 * everyone it needs. Each measure is asked once for all windows of the same choices.
 *
 * @param heads the measures that there are
 * @throws MultivectorError `missing` where the headline cannot be computed; where another specification cannot for
 *   want of data, it cannot be told; where its measure cannot be asked so, it is left out
 * @see Steegen, S., Tuerlinckx, F., Gelman, A. and Vanpaemel, W. (2016). Increasing transparency through a multiverse
 *   analysis. Perspectives on Psychological Science 11(5): 702–712.
 */
export async function multiverse(
  finding: Finding,
  asked: MultiverseAsked,
  evidence: Runs,
  heads: readonly MeasureHead[] = catalogue,
): Promise<Multiverse> {
  const wanted = { ...finding.usual, ...asked, choices: { ...finding.usual?.choices, ...asked.choices } };
  const { headline, all, leftOut, universe } = combinationsOf(finding.universe, heads, wanted);
  const ask = (one: Combination, from: string | undefined, to: string | undefined): Promise<Measurement> =>
    evidence.run(one.measure.value, {
      focal: [finding.focal],
      partners: finding.partners.length > 0 ? finding.partners : undefined, // then the dossier's own
      from,
      to,
      by: one.by,
      choices: one.choices,
      intervals: false,
    });

  const plain = await ask(headline, asked.from, asked.to);
  const periods = lookupOf(plain, finding).common(finding.needs);
  const until = periods.at(-1);
  const since = sinceOf(finding, headline, periods[0]);
  const answers = new Map<string, Answer>([[groupOf(headline), plain]]);
  const groups = new Map(all.map((one) => [groupOf(one), one]));
  for (const [key, one] of until === undefined ? [] : groups) {
    if (!answers.has(key)) {
      const windows = windowsOf(one, headline, until ?? '', since);
      answers.set(key, await answerOf(ask(one, earliest(windows, universe), windows.until)));
    }
    evidence.progress?.(answers.size / groups.size, finding.statement);
  }

  const lookups = new Map(
    [...answers].map(([key, answer]) => [key, 'figures' in answer ? lookupOf(answer, finding) : answer]),
  );
  const refused = (one: Combination): string | undefined => {
    const answer = answers.get(groupOf(one));
    return answer && 'refused' in answer ? answer.refused : undefined;
  };
  const scales = new Map(universe.measures.map((measure) => [measure.value, scaleOf(measure, heads)]));
  const specifications = scaledBy(
    scales,
    all
      .filter((one) => refused(one) === undefined)
      .map((one) => {
        const lookup = lookups.get(groupOf(one));
        const windows = until === undefined ? undefined : windowsOf(one, headline, until, since);
        return specificationOf(
          one,
          universe,
          finding,
          lookup && !('refused' in lookup) ? lookup : gap('no-records', 'the headline has no figure'),
          windows,
        );
      }),
  );
  const head = specifications.find(({ id }) => id === headline.id);
  if (!head) throw new Error('the headline is not among its specifications');
  const tally = tallyOf(specifications);
  const choices = choiceTallies(specifications, head, universe);
  const flips = flipsOf(specifications, head, universe);
  const answered = [...answers.values()].flatMap((one) => ('figures' in one ? [one] : []));
  return {
    finding: { id: finding.id, statement: finding.statement, margin: finding.margin },
    focal: finding.focal,
    partners: finding.partners,
    until,
    headline: head,
    specifications,
    tally,
    choices,
    flips,
    leftOut: [...leftOut, ...counted(all.flatMap((one) => refused(one) ?? []))],
    words: summary(finding.statement, head, tally, choices, flips),
    notes: [notIndependent, ...plain.notes],
    sources: [...new Set(answered.flatMap(({ sources }) => sources))].sort(),
  };
}

/** Combinations that differ in their window alone are answered by one run of the measure. */
const groupOf = ({ measure, by, choices }: Combination): string =>
  JSON.stringify([measure.value, by, Object.entries(choices).sort(([a], [b]) => (a < b ? -1 : 1))]);

const lookupOf = (answer: Measurement, { focal, item }: Finding): Lookup => new Lookup(answer, focal, item);

const sinceOf = ({ since }: Finding, { by }: Combination, first: string | undefined): string | undefined =>
  since === undefined || since === 'first' ? since && first : periodAs(since, 'year', by);

const windowsOf = (one: Combination, headline: Combination, until: string, since?: string): Windows => ({
  by: one.by,
  length: one.window,
  until: periodAs(until, headline.by, one.by),
  since: since === undefined ? undefined : periodAs(since, headline.by, one.by),
});

/** The first period that any window reaches back to. */
function earliest({ by, until, since }: Windows, { windows }: Universe): string {
  const first = periodAfter(until, by, 1 - Math.max(...windows.map(({ value }) => value)));
  return since !== undefined && isBefore(since, first) ? since : first;
}

/** What a measure says: figures, that there are no data, or that it cannot be asked so. */
type Answer = Measurement | Gap | { readonly refused: string };

const answerOf = (answer: Promise<Measurement>): Promise<Answer> =>
  answer.catch((error: unknown) => {
    if (!(error instanceof MultivectorError)) throw error;
    if (error.fault === 'missing') return gap('no-records', error.message);
    if (error.fault === 'input') return { refused: error.message };
    throw error;
  });

/** Each reason once, with how often it comes. */
const counted = (reasons: readonly string[]): { because: string; count: number }[] =>
  [...new Set(reasons)].map((because) => ({
    because,
    count: reasons.filter((other) => other === because).length,
  }));

function specificationOf(
  one: Combination,
  universe: Universe,
  finding: Finding,
  lookup: Lookup | Gap,
  windows: Windows | undefined,
): Specification {
  const judged =
    isGap(lookup) || windows === undefined
      ? isGap(lookup)
        ? lookup
        : gap('no-records', 'the headline has no figure')
      : finding.judge(readingOf(lookup, windows, one.measure.sense));
  const { id, picks, departures } = one;
  const told = { id, measure: one.measure.value, picks, departures, words: picksWords(picks, universe) };
  if (isGap(judged))
    return { ...told, values: [], margin: judged, scaled: judged, verdict: 'cannot be told' };
  const { margin, values, holds } = judged;
  return { ...told, values, margin, scaled: margin, verdict: holds ? 'holds' : 'does not hold' };
}

/** What margins of a measure are divided by: as the universe has it, else the breadth of the measure's range. */
function scaleOf(
  { value, scale }: Universe['measures'][number],
  heads: readonly MeasureHead[],
): number | undefined {
  const [low, high] = heads.find(({ id }) => id === value)?.range ?? [0, Number.POSITIVE_INFINITY];
  return scale ?? (Number.isFinite(high - low) ? high - low : undefined);
}

/** Margins as shares of a scale; of the greatest margin of the measure where its range has no end. */
function scaledBy(
  scales: ReadonlyMap<string, number | undefined>,
  specifications: readonly Specification[],
): Specification[] {
  const greatest = new Map<string, number>();
  for (const { measure, margin } of specifications)
    if (!isGap(margin)) greatest.set(measure, Math.max(greatest.get(measure) ?? 0, Math.abs(margin)));
  return specifications.map((one) =>
    isGap(one.margin)
      ? one
      : { ...one, scaled: one.margin / (scales.get(one.measure) ?? (greatest.get(one.measure) || 1)) },
  );
}
