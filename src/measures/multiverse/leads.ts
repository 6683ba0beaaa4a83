import { isGap } from '../../model/gap.ts';
import type { Finding, Judgement } from './finding.ts';
import { isAbove } from './statements.ts';

/**
 * A finding that one partner stands before all others that have a figure; those that have none are not compared.
 *
 * @param head all of a finding but its judgement; the first of its partners is the one that leads
 */
export function leads(head: Omit<Finding, 'judge' | 'needs'>): Finding {
  const [first = '', ...others] = head.partners;
  return {
    ...head,
    needs: others.length === 1 ? [first, ...others] : [first],
    judge({ sense, means, partners }) {
      const rivals = others.filter((other) => partners.includes(other));
      const both = means([first, ...rivals]);
      if (isGap(both)) return both;
      const [own = 0, ...theirs] = both;
      const margin = Math.min(...theirs.map((value) => sense * (own - value)));
      if (theirs.length === 0) return { gap: 'no-records', because: 'nobody else has a figure' };
      return {
        margin,
        holds: isAbove(margin),
        values: [first, ...rivals].map((about, i) => ({ about, value: both[i] ?? 0 })),
      } satisfies Judgement;
    },
  };
}
