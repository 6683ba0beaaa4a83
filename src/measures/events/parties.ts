import { exit, memberships, membersOn } from '../../model/european-union.ts';

/** Codes under which a partner acts for a stretch of time. */
export interface Party {
  readonly codes: readonly string[];
  /** First and last day, where they are bounded. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const shifted = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/**
 * Who acts for a partner, and when: a state for itself; the European Union under its own code and as its members of
 * the day, the focal state left out.
 *
 * @param from first day that matters
 * @param to last day that matters
 * @returns stretches of time one after the other, without overlap
 */
export function partiesOf(partner: string, focal: string, from?: string, to?: string): Party[] {
  if (partner !== 'EU') return [{ codes: [partner], from, to }];
  const changes = [...new Set([...memberships.map(({ since }) => since), shifted(exit.last, 1)])].sort();
  return changes.flatMap((day, i) => {
    const next = changes[i + 1];
    const end = next === undefined ? undefined : shifted(next, -1);
    const first = from !== undefined && from > day ? from : day;
    const last = to !== undefined && (end === undefined || to < end) ? to : end;
    if (last !== undefined && first > last) return [];
    return [{ codes: ['EU', ...membersOn(day).filter((one) => one !== focal)], from: first, to: last }];
  });
}
