import { z } from 'zod';
import { check } from '../model/check.ts';
import { parseDate } from '../model/date.ts';
import { membersOn } from '../model/european-union.ts';
import type { Answers } from '../model/question.ts';
import { type Draft, mean, rounded } from './observation.ts';

/** How far a treaty binds, after Signorino and Ritter (1999): 3 fighting beside, 2 keeping out, 1 consulting. */
const levels: Readonly<Record<string, number>> = {
  defence: 3,
  offence: 3,
  neutrality: 2,
  'non-aggression': 2,
  consultation: 1,
};

/** Last year that the data set covers (version 5.1). */
const lastCovered = 2018;

const allianceRow = z.object({
  a: z.string(),
  b: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  detail: z.string().nullable(),
  locator: z.string().nullable(),
});

/**
 * The highest obligation of alliance between the focal state and each partner, year by year: 0 none, 1 consultation, 2
 * neutrality or non-aggression, 3 defence or offence; from the first year in which the data set knows any of the focal
 * state's alliances. For the European Union the mean over its members on 31 December.
 */
export async function alliances(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<Draft[]> {
  const where = { source: 'atop', kind: 'alliance' } as const;
  const rows = [
    ...(await answers.rows({ table: 'tie', where: { ...where, a: focal } })),
    ...(await answers.rows({ table: 'tie', where: { ...where, b: focal } })),
  ].map((row) => {
    const { a, b, from, to, detail } = check(allianceRow, row, 'a tie of the archive', 'data');
    const obligations = (detail ?? '').split(', ').filter((one) => one in levels);
    return {
      partner: a === focal ? b : a,
      first: Number(parseDate(from)?.first?.slice(0, 4) ?? lastCovered + 1),
      last: Number(parseDate((to ?? '').replace('/..', ''))?.last?.slice(0, 4) ?? lastCovered),
      level: Math.max(0, ...obligations.map((one) => levels[one] ?? 0)),
      obligations,
    };
  });
  if (rows.length === 0) return [];
  const start = Math.min(...rows.map(({ first }) => first));
  const at = (partner: string, year: number) =>
    rows.filter((row) => row.partner === partner && row.first <= year && year <= row.last);
  const levelOf = (partner: string, year: number): number =>
    Math.max(0, ...at(partner, year).map(({ level }) => level));
  return Array.from({ length: Math.max(0, lastCovered - start + 1) }, (_, i) => start + i).flatMap((year) =>
    partners.map((partner): Draft => {
      const what = {
        focal,
        partner,
        indicator: 'alliance',
        period: String(year),
        unit: 'level of obligation',
        source: 'atop',
      };
      if (partner === 'EU') {
        const members = membersOn(`${year}-12-31`);
        return {
          ...what,
          value: rounded(mean(members.map((member) => levelOf(member, year))), 4),
          n: members.length,
          method: 'mean over the members on 31 December; n: members',
        };
      }
      const obligations = [...new Set(at(partner, year).flatMap((row) => row.obligations))];
      return {
        ...what,
        value: levelOf(partner, year),
        method: obligations.length > 0 ? obligations.sort().join(', ') : 'no alliance in the year',
      };
    }),
  );
}
