import type { Answers } from '../../model/question.ts';
import { daysOf } from './machine.ts';
import { partiesOf } from './parties.ts';

/**
 * Reports about a focal state or a partner, whoever else is in them, by month: who acts is one of the two, or who is
 * acted on, those with both counted once.
 */
export async function reportsAbout(
  answers: Answers,
  dataset: string,
  focal: string,
  partner: string,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<ReadonlyMap<string, number>> {
  const days = daysOf(asked);
  const months = new Map<string, number>();
  const add = async (sign: 1 | -1, question: object): Promise<void> => {
    const rows = await answers.eventSeries({ dataset, by: 'month', window: 1, ...question });
    for (const { period, reports } of rows) months.set(period, (months.get(period) ?? 0) + sign * reports);
  };
  await Promise.all(
    partiesOf(partner, focal, days.from, days.to).flatMap(({ codes, from, to }) => {
      const either = [focal, ...codes];
      return [
        add(1, { source: either, from, to }),
        add(1, { target: either, from, to }),
        add(-1, { source: either, target: either, from, to }),
      ];
    }),
  );
  return new Map([...months].sort(([a], [b]) => (a < b ? -1 : 1)));
}
