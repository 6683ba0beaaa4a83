import { isGap } from '../../model/gap.ts';
import type { Finding } from './finding.ts';
import { isAbove } from './statements.ts';

/**
 * A finding that a figure now is above, or below, what it was.
 *
 * @param head all of a finding but its judgement
 * @param partner whose figure; `undefined` where it is about the focal state alone
 * @param way 1 where it has risen, −1 where it has fallen
 */
export function changed(
  head: Omit<Finding, 'judge' | 'needs'>,
  partner: string | undefined,
  way: 1 | -1,
): Finding {
  return {
    ...head,
    needs: [partner],
    judge({ sense, means }) {
      const [then, now] = [means([partner], 'first'), means([partner])];
      if (isGap(then)) return then;
      if (isGap(now)) return now;
      const [before = 0, after = 0] = [then[0], now[0]];
      const margin = way * sense * (after - before);
      return {
        margin,
        holds: isAbove(margin),
        values: [
          { about: 'then', value: before },
          { about: 'now', value: after },
        ],
      };
    },
  };
}
