import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { gap } from '../../model/gap.ts';
import { shareInterval } from '../events/share-interval.ts';
import {
  archiveOf,
  type Computed,
  defineMeasure,
  type Evidence,
  type Measure,
  type MeasureRequest,
} from '../measure.ts';
import { fewestRollCalls } from './agreement.ts';
import { activePeriods, rollCallPeriods, withAbsences } from './ballots.ts';
import { type RollCallChoices, rollCallChoices } from './choices.ts';
import { missingPeriods, notesOnSources, notThere } from './pair-figures.ts';
import { conductOf } from './pair-votes.ts';
import { loadVotes } from './votes.ts';

/** The share of roll calls in which a state did one thing, by period. */
async function conductShare(
  { focal, by, from, to, choices }: MeasureRequest<RollCallChoices>,
  evidence: Evidence,
  what: 'abstained' | 'absent',
): Promise<Computed> {
  const table = await loadVotes(archiveOf(evidence, 'roll calls of the General Assembly', 'unga-votes'));
  const votes = withAbsences(table, focal);
  if (!votes) return { figures: [], basis: 'archive', notes: [`the archive has no vote of ${focal}`] };
  const periods = activePeriods(rollCallPeriods(table, by, choices), votes).filter(
    ({ period }) =>
      (from === undefined || period >= Number(from)) && (to === undefined || period <= Number(to)),
  );
  const figures = periods.map(({ period, chosen, isCoded }): Figure => {
    const conduct = conductOf(focal, votes, chosen);
    const n = what === 'absent' ? conduct.voted + conduct.absent : conduct.voted;
    const [first] = chosen;
    const about = { about: focal, period: String(period), n, source: table.calls[first ?? -1]?.source };
    if (chosen.length === 0)
      return {
        ...about,
        value: isCoded
          ? gap('no-records', 'no roll call of the kind asked for')
          : gap('not-covered', 'the data do not say which roll calls are of the kind asked for'),
      };
    if (n < fewestRollCalls)
      return { ...about, value: gap('too-few-records', `${n} of at least ${fewestRollCalls} roll calls`) };
    return { ...about, value: conduct[what] / n, interval: shareInterval(conduct[what], n) };
  });
  const missing = missingPeriods(periods.map(({ period }) => period)).map(
    (period): Figure => ({ about: focal, period: String(period), value: notThere(by), n: 0 }),
  );
  return {
    figures: [...figures, ...missing].sort((a, b) => Number(a.period) - Number(b.period)),
    basis: 'archive',
    notes: notesOnSources(figures, what === 'absent'),
  };
}

const shared = {
  family: 'voting',
  unit: 'share',
  range: [0, 1],
  cite: [
    'Voeten, E. (2013). Data and analyses of voting in the United Nations General Assembly. In: Reinalda, B. (ed.), Routledge Handbook of International Organization.',
  ],
  interval: '90 % Jeffreys interval of a share',
  partners: 'none',
  by: ['session', 'year'],
  chart: 'lines',
} as const;

/** How often a state abstains. */
export const abstentionShareMeasure: Measure = defineMeasure({
  ...shared,
  id: 'abstention-share',
  title: 'Abstentions',
  question: 'How often does a state abstain when it votes?',
  formula: 'abstentions / votes cast (yes, abstain, no)',
  weak: 'an abstention may be a refusal to side with anyone, or a lack of instructions',
  choices: z.object(rollCallChoices),
  compute: (request, evidence) => conductShare(request, evidence, 'abstained'),
});

/** How often a state is absent. */
export const absenceShareMeasure: Measure = defineMeasure({
  ...shared,
  id: 'absence-share',
  title: 'Absences',
  question: 'How often does a state stay away from a vote?',
  formula: 'roll calls without its vote / roll calls in which it could vote',
  weak: 'data to 2019 list no absences, so that a member that could not vote, such as one in arrears, counts as absent too',
  choices: z.object(rollCallChoices),
  compute: (request, evidence) => conductShare(request, evidence, 'absent'),
});
