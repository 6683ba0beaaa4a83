import { z } from 'zod';
import { check } from '../model/check.ts';
import { membersOn } from '../model/european-union.ts';
import type { Answers } from '../model/question.ts';
import { type Draft, mean, rounded } from './observation.ts';

/** Words in the Factbook's brackets that do not lessen a membership. */
const fullMember = ['nonregional member', 'nonregional members', 'implementing country', 'compliant country'];
/** An organ of the United Nations is no organisation. */
const organs = ['UN Security Council'];

const membershipRow = z.object({
  a: z.string(),
  b: z.string(),
  detail: z.string().nullable(),
});

/** Year of the Factbook's last edition. */
const edition = '2026';

/** Shared memberships by the lists of The World Factbook: organisations of which both are full members. */
export async function listedIgos(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<Draft[]> {
  const union = partners.includes('EU') ? membersOn(`${edition}-01-01`) : [];
  const organisations = new Map<string, Set<string>>();
  for (const row of await answers.rows({
    table: 'tie',
    columns: ['a', 'b', 'detail'],
    where: { source: 'factbook', kind: 'membership', a: [...new Set([focal, ...partners, ...union])] },
  })) {
    const { a, b, detail } = check(membershipRow, row, 'a tie of the archive', 'data');
    if (organs.includes(b) || (detail !== null && !fullMember.includes(detail))) continue;
    organisations.set(a, (organisations.get(a) ?? new Set()).add(b));
  }
  const own = organisations.get(focal);
  if (own === undefined) return [];
  const shared = (state: string): number =>
    [...(organisations.get(state) ?? [])].filter((organisation) => own.has(organisation)).length;
  const figure = (partner: string, value: number, method: string, n?: number): Draft => ({
    focal,
    partner,
    indicator: 'joint-igos',
    period: edition,
    value: rounded(value, 2),
    n,
    unit: 'organisations',
    source: 'factbook',
    locator: 'Government > International organization participation',
    method,
  });
  const how =
    'organisations in the lists of both, full members only (nonregional ones too; no observers, partners, associates, candidates or national committees)';
  return partners.flatMap((partner) => {
    if (partner === 'EU')
      return [
        figure('EU', mean(union.map(shared)), `${how}; mean over the members; n: members`, union.length),
      ];
    return organisations.has(partner) ? [figure(partner, shared(partner), how)] : [];
  });
}
