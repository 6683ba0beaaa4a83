import { z } from 'zod';
import { defineMeasure } from '../measure.ts';
import { agreement } from './agreement.ts';
import { ballotChoices, rollCallChoices } from './choices.ts';
import { pairFigures } from './pair-figures.ts';
import type { PairVotes } from './pair-votes.ts';

const choices = z.object({
  similarity: z
    .enum(['identical', 'graded'])
    .default('identical')
    .describe('identical: only the same vote agrees; graded: abstaining is half way between yes and no'),
  ...ballotChoices,
  ...rollCallChoices,
});

/** Agreement on each roll call, [0, 1]: `sameVote` or `nearVote` on votes that are counted already. */
export function agreements(
  { own, others }: Pick<PairVotes, 'own' | 'others'>,
  similarity: z.output<typeof choices>['similarity'] = 'identical',
): number[] {
  return Array.from(own, (vote, i) => {
    let [near, all] = [0, 0];
    for (let other = 1; other <= 3; other++) {
      const count = others[i * 3 + other - 1] ?? 0;
      all += count;
      near += count * (similarity === 'graded' ? 1 - Math.abs(vote - other) / 2 : Number(vote === other));
    }
    return near / all;
  });
}

/** Agreement in the General Assembly with each partner. */
export const agreementMeasure = defineMeasure({
  id: 'agreement',
  family: 'voting',
  title: 'Agreement in the General Assembly',
  question: 'How often do two states vote alike?',
  formula:
    'Σ sᵣ / n over roll calls in which both voted; sᵣ = 1 for the same vote (identical), 1 − |a − b| / 2 (graded)',
  unit: 'share',
  range: [0, 1],
  cite: [
    'Voeten, E. (2013). Data and analyses of voting in the United Nations General Assembly. In: Reinalda, B. (ed.), Routledge Handbook of International Organization.',
    'Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Estimating dynamic state preferences from United Nations voting data. Journal of Conflict Resolution 61(2): 430–456. https://doi.org/10.1177/0022002715595700',
  ],
  weak: 'not corrected for chance: states that mostly vote yes agree in any case; it moves when the agenda moves; what was adopted without a vote does not count',
  interval: '90 % percentile bootstrap over roll calls, 2,000 draws',
  partners: 'needed',
  by: ['session', 'year'],
  choices,
  chart: 'lines',
  compute: (request, evidence) =>
    pairFigures(request, evidence, (pair, intervals) => {
      const { value, interval } = agreement(
        agreements(pair, request.choices.similarity),
        pair.period,
        intervals,
      );
      return { value, interval };
    }),
});
