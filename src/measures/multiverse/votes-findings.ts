import { MultivectorError } from '../../model/errors.ts';
import { isGap } from '../../model/gap.ts';
import type { Finding } from './finding.ts';
import { type About, isAbove, named, partnersOf, sentence } from './statements.ts';
import { votesUniverse } from './votes-universe.ts';

/** “Kazakhstan stands closer to China than to Russia in votes”: the first of two partners is the nearer one. */
export function closerInVotes(about: About): Finding {
  const [near = '', far = ''] = partnersOf(about, 2, 'closer-in-votes');
  return {
    id: 'closer-in-votes',
    statement: sentence(
      `${named(about.focal)} stands closer to ${named(near)} than to ${named(far)} in votes`,
    ),
    margin: `closeness to ${named(near)} less closeness to ${named(far)}`,
    focal: about.focal,
    partners: [near, far],
    needs: [near, far],
    universe: votesUniverse,
    judge({ sense, means }) {
      const both = means([near, far]);
      if (isGap(both)) return both;
      const [one = 0, other = 0] = both;
      const margin = sense * (one - other);
      return {
        margin,
        holds: isAbove(margin),
        values: [
          { about: near, value: one },
          { about: far, value: other },
        ],
      };
    },
  };
}

/** “Kazakhstan’s agreement with Russia has fallen since 2009”. */
export function agreementFell(about: About): Finding {
  const [partner = ''] = partnersOf(about, 1, 'agreement-fell');
  const since = sinceOf(about, 'agreement-fell');
  return {
    id: 'agreement-fell',
    statement: sentence(`${named(about.focal)} and ${named(partner)} vote less alike than in ${since}`),
    margin: `closeness in ${since} less closeness now`,
    focal: about.focal,
    partners: [partner],
    needs: [partner],
    since,
    universe: votesUniverse,
    judge({ sense, means }) {
      const [then, now] = [means([partner], 'first'), means([partner])];
      if (isGap(then)) return then;
      if (isGap(now)) return now;
      const margin = sense * ((then[0] ?? 0) - (now[0] ?? 0));
      return {
        margin,
        holds: isAbove(margin),
        values: [
          { about: since, value: then[0] ?? 0 },
          { about: 'now', value: now[0] ?? 0 },
        ],
      };
    },
  };
}

/** The year that a finding compares with. */
export function sinceOf({ since }: About, finding: string): string {
  if (since !== undefined && /^(1[6-9]|20|21)\d{2}$/.test(since)) return since;
  throw new MultivectorError('input', `${finding} compares with a year, and “${since ?? ''}” is none`, {
    hint: 'for instance: --since 2009',
  });
}
