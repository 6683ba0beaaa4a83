import { z } from 'zod';
import { gap, type Value } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import { shares } from './hill.ts';
import { overPartners, spreadChoices } from './over-partners.ts';

/**
 * Concentration ratio: the share of the k greatest partners together.
 *
 * @param amounts one per partner, in one unit; each finite and ≥ 0
 * @param k at least 1
 * @returns from k/`amounts.length` to 1; a gap where the sum is 0
 * @throws MultivectorError `input`, if an amount is negative or not finite
 * @see Hall, M. and Tideman, N. (1967). Measures of concentration. Journal of the American Statistical Association
 *   62(317): 162–168.
 * @example topShare([50, 30, 20], 2) // 0.8
 */
export function topShare(amounts: readonly number[], k: number): Value {
  const p = shares(amounts);
  if (!p) return gap('no-records');
  const sum = p
    .toSorted((a, b) => b - a)
    .slice(0, k)
    .reduce((total, share) => total + share, 0);
  return Math.min(1, sum);
}

const intervalWords =
  'Bounds where shares are rounded or a part of the total is not known by partner, with their middle as the value; a bootstrap over deals for arms; none for full counts.';

export const topShareMeasure = defineMeasure({
  id: 'top-share',
  family: 'concentration',
  title: 'Share of the greatest partners',
  question: 'What share do the greatest few have together?',
  formula: 'C_k = Σ of the k greatest pᵢ',
  unit: 'share',
  range: [0, 1],
  cite: [
    'Hall, M. and Tideman, N. (1967). Measures of concentration. Journal of the American Statistical Association 62(317): 162–168. doi:10.1080/01621459.1967.10482897',
  ],
  weak: 'It does not see how the k share among them, nor anything below them.',
  interval: intervalWords,
  partners: 'none',
  by: ['year'],
  choices: z.object({
    ...spreadChoices,
    k: z.number().int().min(1).max(50).default(3).describe('how many partners'),
  }),
  chart: 'lines',
  compute: (request, evidence) =>
    overPartners(request, evidence, {
      id: `top-share ${request.choices.k}`,
      of: (p) => topShare(p, request.choices.k),
    }),
});

export const leaderMeasure = defineMeasure({
  id: 'leader',
  family: 'concentration',
  title: 'Leading partner',
  question: 'Who is the greatest partner, and with what share?',
  formula: 'max pᵢ, and the partner i that has it',
  unit: 'share',
  range: [0, 1],
  cite: [
    'Hall, M. and Tideman, N. (1967). Measures of concentration. Journal of the American Statistical Association 62(317): 162–168. doi:10.1080/01621459.1967.10482897',
  ],
  weak: 'The name may change hands on a hair’s breadth; the note has the second. A group such as the European Union leads only where it counts as one partner.',
  interval: intervalWords,
  partners: 'none',
  by: ['year'],
  choices: z.object(spreadChoices),
  chart: 'lines',
  compute: async (request, evidence) =>
    overPartners(request, evidence, {
      id: 'leader',
      of: (p, { partners: [first] }, { list, rest }) =>
        list === 'some' && rest > (first?.share ?? 0)
          ? gap('not-covered', 'somebody who is not listed may have more')
          : topShare(p, 1),
      with: ({ partners: [first, second] }) => {
        if (!first) return {};
        const tied = first.share === second?.share;
        return {
          partner: tied ? undefined : first.partner,
          records: first.records,
          say:
            second &&
            `${tied ? 'as much as' : 'next'}: ${tied ? `${first.partner}, ` : ''}${second.partner} ${second.share.toFixed(3)}`,
        };
      },
    }),
});
