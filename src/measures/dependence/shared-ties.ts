import { z } from 'zod';
import { check } from '../../model/check.ts';
import { heldIn } from '../../model/date.ts';
import { indicatorById } from '../../model/indicator.ts';
import type { Answers } from '../../model/question.ts';
import { observationsOf } from '../asked.ts';
import { membersOf } from '../partners/partner-amounts.ts';

/** A sub-indicator made of ties: its value in [0, 1] and where it is from; nothing where there is no figure. */
export type TieFigure = (
  partner: string,
  year: number,
) => { readonly value: number; readonly source: string } | undefined;

const tiesSchema = z.array(
  z.object({
    kind: z.string(),
    a: z.string(),
    b: z.string(),
    from: z.string().nullish(),
    to: z.string().nullish(),
    detail: z.string().nullish(),
    source: z.string(),
  }),
);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Whether something lasting ties the focal state to a partner in a year; of a group, to what share of its members. */
export async function tieFigures(
  archive: Answers,
  focal: string,
): Promise<{ readonly agreement: TieFigure; readonly pact: TieFigure }> {
  const columns = ['kind', 'a', 'b', 'from', 'to', 'detail', 'source'];
  const kind = ['agreement', 'alliance'];
  const ties = check(
    tiesSchema,
    [
      ...(await archive.rows({
        table: 'tie',
        columns,
        where: { kind, a: focal },
        order: ['source', 'b', 'from'],
      })),
      ...(await archive.rows({
        table: 'tie',
        columns,
        where: { kind, b: focal },
        order: ['source', 'a', 'from'],
      })),
    ],
    'rows of the archive',
    'data',
  );
  const figure = (those: typeof ties): TieFigure => {
    const [first] = those;
    return (partner, year) =>
      first && {
        value: mean(
          membersOf(partner, year)
            .filter((member) => member !== focal)
            .map((member) =>
              Number(
                those.some(
                  ({ a, b, from, to }) =>
                    (a === member || b === member) && heldIn(year, from ?? undefined, to ?? undefined),
                ),
              ),
            ),
        ),
        source: first.source,
      };
  };
  return {
    agreement: figure(ties.filter((tie) => tie.kind === 'agreement')),
    pact: figure(ties.filter((tie) => tie.kind === 'alliance' && /\bdefence\b/.test(tie.detail ?? ''))),
  };
}

/** The share of the focal state's memberships that it has together with a partner; of a group, the mean over members. */
export async function sharedMemberships(archive: Answers, focal: string): Promise<TieFigure> {
  const rows = await observationsOf(archive, { focal, indicator: ['joint-igos', 'igo-memberships'] });
  const own = new Map<string, number>();
  const joint = new Map<string, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const { indicator, partner, period, value, source } of rows) {
    if (value === undefined || !/^\d{4}$/.test(period)) continue;
    if (indicator === 'igo-memberships') own.set(`${source} ${period}`, value);
    else joint.set(`${source} ${period} ${partner}`, value);
    if (indicator === 'igo-memberships') last = Math.max(last, Number(period));
  }
  const carry = indicatorById.get('joint-igos')?.carry ?? 0;
  const [first] = rows;
  return (partner, year) => {
    const at = Math.min(year, last);
    const memberships = own.get(`${first?.source} ${at}`);
    if (!first || memberships === undefined || memberships === 0 || year - at > carry) return undefined;
    const shared = membersOf(partner, at).flatMap(
      (member) => joint.get(`${first.source} ${at} ${member}`) ?? [],
    );
    return shared.length === 0
      ? undefined
      : { value: Math.min(1, mean(shared) / memberships), source: first.source };
  };
}
