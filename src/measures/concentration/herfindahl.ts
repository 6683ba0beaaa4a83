import { z } from 'zod';
import { gap, type Value } from '../../model/gap.ts';
import { defineMeasure } from '../measure.ts';
import { shares } from './hill.ts';
import { overPartners, spreadChoices } from './over-partners.ts';

/**
 * Herfindahl index, Σ pᵢ²: the chance that two units of the whole, drawn at random, are with the same partner.
 *
 * @param amounts one per partner, in one unit; each finite and ≥ 0
 * @returns from 1/`amounts.length` (all equal) to 1 (one partner has it all); a gap where the sum is 0
 * @throws MultivectorError `input`, if an amount is negative or not finite
 * @see Hirschman, A. O. (1964). The paternity of an index. American Economic Review 54(5): 761–762.
 * @example herfindahl([50, 30, 20]) // 0.38
 */
export function herfindahl(amounts: readonly number[]): Value {
  const p = shares(amounts);
  return p ? p.reduce((sum, share) => sum + share ** 2, 0) : gap('no-records');
}

/**
 * Herfindahl index freed of the number of partners: (HHI − 1/n) / (1 − 1/n), n the number of amounts.
 *
 * @returns from 0 (all equal) to 1 (one has it all); a gap where the sum is 0 or there is but one partner
 * @throws MultivectorError `input`, if an amount is negative or not finite
 * @see Cracau, D. and Durán Lima, J. E. (2016). On the normalized Herfindahl-Hirschman index: a technical note.
 *   International Journal on Food System Dynamics 7(4): 382–386.
 * @example herfindahlNormalised([50, 30, 20]) // 0.0700…
 */
export function herfindahlNormalised(amounts: readonly number[]): Value {
  const value = herfindahl(amounts);
  if (typeof value !== 'number') return value;
  const n = amounts.length;
  if (n < 2) return gap('not-applicable', 'one partner alone has all by necessity');
  return Math.max(0, (value - 1 / n) / (1 - 1 / n));
}

export const herfindahlMeasure = defineMeasure({
  id: 'herfindahl',
  family: 'concentration',
  title: 'Herfindahl index',
  question: 'How concentrated are the ties on few partners?',
  formula: 'HHI = Σ pᵢ²; normalised (HHI − 1/n) / (1 − 1/n)',
  unit: 'index',
  range: [0, 1],
  cite: [
    'Hirschman, A. O. (1964). The paternity of an index. American Economic Review 54(5): 761–762.',
    'Marshall, A. W., Olkin, I. and Arnold, B. C. (2011). Inequalities: Theory of Majorization and Its Applications. 2nd ed. Springer.',
  ],
  weak: 'It says nothing of who the partners are or whether they can be replaced. The normalised form depends on how many partners are listed. Shares in whole per cent and lists of the largest alone leave bounds, not a figure.',
  interval:
    'Sharp bounds where a part of the total is not known by partner, with their middle as the value; a bootstrap over deals for arms; none for full counts.',
  partners: 'none',
  by: ['year'],
  choices: z.object({
    ...spreadChoices,
    normalised: z.boolean().default(false).describe('free it of the number of partners that have something'),
  }),
  chart: 'lines',
  compute: (request, evidence) =>
    overPartners(request, evidence, {
      id: `herfindahl${request.choices.normalised ? ' normalised' : ''}`,
      of: request.choices.normalised
        ? (p, { exact }) =>
            exact
              ? herfindahlNormalised(p)
              : gap('not-applicable', 'how many partners there are is not known')
        : herfindahl,
    }),
});
