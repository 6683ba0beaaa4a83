import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { defineMeasure } from '../measure.ts';
import { seeded } from '../random.ts';
import { type Acts, eventChoices } from './acts.ts';
import { actsOf } from './gather.ts';
import { signedCounts } from './net-cooperation.ts';
import { cut, periodsOf } from './over-periods.ts';
import { answeredInKind, differenceOfSides, reciprocityDraws } from './reciprocity.ts';

/** Month so many months after another. */
function monthAfter(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Net cooperation of one side by month; months without a signed act are not in it. */
function netByMonth(acts: readonly Acts[], side: 'out' | 'in'): ReadonlyMap<string, number> {
  const months = new Map<string, Acts[]>();
  for (const one of acts)
    if (one.side === side && one.period.length > 4) {
      const list = months.get(one.period);
      if (list) list.push(one);
      else months.set(one.period, [one]);
    }
  return new Map(
    [...months].flatMap(([month, some]) => {
      const { cooperative: c, conflictual: k } = signedCounts(some);
      return c + k > 0 ? [[month, (c - k) / (c + k)] as const] : [];
    }),
  );
}

export const reciprocityMeasure = defineMeasure({
  id: 'reciprocity',
  family: 'events',
  title: 'Reciprocity',
  question: 'Is what the one does to the other like what the other does to it?',
  formula: 'difference: netₒᵤₜ − netᵢₙ; correlation: r(netₒᵤₜ of month m, netᵢₙ of month m + lag)',
  unit: 'difference of net cooperation, or correlation',
  range: [-2, 2],
  cite: [
    'Richardson, N. R., Kegley, C. W. and Agnew, A. C. (1981). Symmetry and reciprocity as characteristics of dyadic foreign policy behavior. Social Science Quarterly 62(1): 128–138.',
    'Goldstein, J. S. and Freeman, J. R. (1990). Three-Way Street: Strategic Reciprocity in World Politics. University of Chicago Press.',
    'Künsch, H. R. (1989). The jackknife and the bootstrap for general stationary observations. Annals of Statistics 17(3): 1217–1241.',
  ],
  weak: 'Two who act alike may both answer a third; a correlation does not say who began; months in which one side did nothing are left out.',
  interval:
    'difference: 2,000 draws from the two Beta posteriors; correlation: moving-block bootstrap over 3 months',
  partners: 'needed',
  by: ['year'],
  items: 'which',
  choices: z.object({
    ...eventChoices,
    lag: z
      .number()
      .int()
      .min(-12)
      .max(12)
      .default(0)
      .describe('months by which the partner’s acts follow the focal state’s; negative: go before them'),
    years: z
      .number()
      .int()
      .min(1)
      .max(50)
      .default(3)
      .describe('years whose months are correlated, the last one included'),
  }),
  chart: 'lines',
  async compute(request, evidence) {
    const { focal, partners, choices } = request;
    const { lag, years } = choices;
    const draws = request.intervals === false ? 0 : reciprocityDraws;
    // Months before the first year asked for belong to its window.
    const from = request.from === undefined ? undefined : String(Number(request.from) - years);
    const to = request.to === undefined ? undefined : String(Number(request.to) + 1);
    const gathered = await actsOf({ ...request, from, to }, evidence);
    const span = cut(gathered.span, { ...request, by: 'year' });
    const figures = partners.flatMap((partner) => {
      const acts = gathered.acts.filter((one) => one.partner === partner);
      const [out, back] = [netByMonth(acts, 'out'), netByMonth(acts, 'in')];
      return (span ? periodsOf(span, 'year') : []).flatMap((period): Figure[] => {
        const inYear = acts.filter((one) => one.period.startsWith(period));
        const [own, theirs] = (['out', 'in'] as const).map((side) =>
          signedCounts(inYear.filter((one) => one.side === side)),
        ) as [ReturnType<typeof signedCounts>, ReturnType<typeof signedCounts>];
        const first = String(Number(period) - years + 1);
        const months = [...out]
          .filter(([month]) => month.slice(0, 4) >= first && month.slice(0, 4) <= period)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flatMap(([month, net]) => {
            const answer = back.get(monthAfter(month, lag));
            return answer === undefined ? [] : [[net, answer] as const];
          });
        const seed = `reciprocity ${focal} ${partner} ${period}`;
        const records = inYear
          .flatMap(({ record, side }) => (side === 'neither' ? [] : (record ?? [])))
          .sort();
        const whose = {
          about: focal,
          partner,
          period,
          ...(gathered.dataset !== undefined && { source: gathered.dataset }),
          ...(records.length > 0 && { records }),
        };
        return [
          {
            ...whose,
            item: 'difference',
            ...differenceOfSides(own, theirs, seeded(seed), draws),
            note: `out ${own.cooperative} friendly, ${own.conflictual} hostile; in ${theirs.cooperative} friendly, ${theirs.conflictual} hostile`,
          },
          {
            ...whose,
            item: 'correlation',
            ...answeredInKind(months, seeded(`${seed} months`), draws),
            note: `months of ${first} to ${period}${lag === 0 ? '' : `, lag ${lag}`}`,
          },
        ];
      });
    });
    return { figures, basis: gathered.basis, notes: gathered.notes };
  },
});
