import type { Figure } from '../../model/figure.ts';
import { type Gap, gap, type Interval, type Value } from '../../model/gap.ts';
import { archiveOf, type By, type Computed, type Evidence, type MeasureRequest } from '../measure.ts';
import { fewestRollCalls } from './agreement.ts';
import { type BallotChoices, type RollCallChoices, usualChoices } from './choices.ts';
import { type Conduct, isUnion, type PairVotes, pairVotes } from './pair-votes.ts';
import { loadVotes, partOnly, silentOnAbsences } from './votes.ts';

/** What a measure makes of the votes of a pair in one period. */
export type PairStatistic = (
  pair: PairVotes,
  /** Whether an interval is wanted. */
  intervals: boolean,
) => {
  readonly value: Value;
  readonly interval?: Interval | Gap | undefined;
};

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;

const conductWords = ({ state, voted, abstained, absent }: Conduct): string =>
  `${state} abstained in ${percent(abstained, voted + absent)}, was absent in ${percent(absent, voted + absent)}`;

/** Why there is no figure of a pair's votes, if there is none. */
function lacking(
  focal: string,
  { partner, own, ownVotes, asked, isCoded, isKnown }: PairVotes,
): Gap | undefined {
  if (asked === 0)
    return isCoded
      ? gap('no-records', 'no roll call of the kind asked for')
      : gap('not-covered', 'the data do not say which roll calls are of the kind asked for');
  if (!isKnown) return gap('no-records', `no vote of ${partner} is known`);
  if (ownVotes === 0) return gap('no-records', `${focal} cast no vote`);
  return own.length < fewestRollCalls
    ? gap('too-few-records', `${own.length} of at least ${fewestRollCalls} roll calls in which both voted`)
    : undefined;
}

/** The periods between the first and the last of some, of which there are none. */
export const missingPeriods = (periods: readonly number[]): number[] => {
  const there = new Set(periods);
  const [first = 0, last = -1] = [periods[0], periods.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((period) => !there.has(period));
};

/** What stands in no archive: a session or year with no roll call. */
export const notThere = (by: By): Gap => gap('not-covered', `the archive has no roll call of this ${by}`);

/** The figures of a measure of votes, for each partner and period. */
export async function pairFigures(
  {
    focal,
    partners,
    by,
    from,
    to,
    choices,
    intervals = true,
  }: MeasureRequest<RollCallChoices & Partial<BallotChoices>>,
  evidence: Evidence,
  statistic: PairStatistic,
): Promise<Computed> {
  const table = await loadVotes(archiveOf(evidence, 'roll calls of the General Assembly', 'unga-votes'));
  const all = { ...usualChoices, ...choices };
  const pairs = pairVotes(
    table,
    {
      focal,
      partners,
      by,
      from: from === undefined ? from : Number(from),
      to: to === undefined ? to : Number(to),
    },
    all,
  );
  const figures = pairs.map((pair): Figure => {
    const { partner, period, own, source, conduct } = pair;
    const none = lacking(focal, pair);
    return {
      about: focal,
      partner,
      period: String(period),
      ...(none ? { value: none } : statistic(pair, intervals)),
      n: own.length,
      ...(source && { source }),
      ...(pair.asked > 0 && { note: conduct.map(conductWords).join('; ') }),
    };
  });
  const missing = missingPeriods([...new Set(pairs.map(({ period }) => period))]).flatMap((period) =>
    partners.map(
      (partner): Figure => ({ about: focal, partner, period: String(period), value: notThere(by), n: 0 }),
    ),
  );
  return {
    figures: [...figures, ...missing].sort((a, b) => Number(a.period) - Number(b.period)),
    basis: 'archive',
    notes: notesOf(focal, partners, pairs, all),
  };
}

/** What a reader must know of the data sets that figures are from. */
export function notesOnSources(
  from: readonly { readonly source?: string | undefined }[],
  isAboutAbsence: boolean,
): string[] {
  const has = (source: string): boolean => from.some((one) => one.source === source);
  const silent = silentOnAbsences.filter(has);
  return [
    ...(isAboutAbsence && silent.length > 0
      ? [
          `${silent.join(', ')} lists no absences: a state that voted in a session and has no vote in one of its roll calls is taken as absent`,
        ]
      : []),
    ...Object.entries(partOnly).flatMap(([source, which]) => (has(source) ? [`${source} has ${which}`] : [])),
  ];
}

/** What a reader must know of figures from votes. */
function notesOf(
  focal: string,
  partners: readonly string[],
  pairs: readonly PairVotes[],
  { absence }: BallotChoices,
): string[] {
  return [
    ...(pairs.length === 0 ? [`the archive has no vote of ${focal}`] : []),
    ...notesOnSources(pairs, true),
    ...(absence === 'abstain' ? ['whoever was absent counts as abstaining'] : []),
    ...(partners.some(isUnion)
      ? [
          'the European Union has no vote: in each roll call its members on that day that voted stand for it, each with an equal part',
        ]
      : []),
  ];
}
