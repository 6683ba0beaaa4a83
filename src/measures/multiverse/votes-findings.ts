import { changed } from './changed.ts';
import type { Finding } from './finding.ts';
import { leads } from './leads.ts';
import { type About, named, partnersOf, sentence, sinceOf } from './statements.ts';
import { votesUniverse } from './votes-universe.ts';

/** “Kazakhstan stands closer to China than to Russia in votes”: the first of two partners is the nearer one. */
export function closerInVotes(about: About): Finding {
  const { focal } = about;
  const [near = '', far = ''] = partnersOf(about, 2, 'closer-in-votes');
  return leads({
    id: 'closer-in-votes',
    statement: sentence(`${named(focal)} stands closer to ${named(near)} than to ${named(far)} in votes`),
    margin: `closeness to ${named(near)} less closeness to ${named(far)}`,
    focal,
    partners: [near, far],
    universe: votesUniverse,
  });
}

/** “Kazakhstan and Russia vote less alike than in 2009”. */
export function agreementFell(about: About): Finding {
  const { focal } = about;
  const [partner = ''] = partnersOf(about, 1, 'agreement-fell');
  const since = sinceOf(about, 'agreement-fell');
  return changed(
    {
      id: 'agreement-fell',
      statement: sentence(`${named(focal)} and ${named(partner)} vote less alike than in ${since}`),
      margin: `closeness in ${since} less closeness now`,
      focal,
      partners: [partner],
      since,
      universe: votesUniverse,
    },
    partner,
    -1,
  );
}
