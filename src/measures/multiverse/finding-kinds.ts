import { type Dimension, dimensions } from '../../model/dimension.ts';
import { MultivectorError } from '../../model/errors.ts';
import { broadTies } from './broad-ties.ts';
import { concentrationRose } from './concentration-rose.ts';
import type { Finding } from './finding.ts';
import { leadsIn } from './leads-in.ts';
import { type About, partnersOf } from './statements.ts';
import { agreementFell, closerInVotes } from './votes-findings.ts';

/** What a user names to have a finding made. */
export interface FindingAsked extends About {
  readonly dimension?: string | undefined;
  /** What partners have shares of: `fdi-stock`. */
  readonly indicator?: string | undefined;
}

/** A kind of finding: a sentence with places left open. */
export interface FindingKind {
  readonly id: string;
  /** The sentence, its open places in braces. */
  readonly template: string;
  /** How many partners it needs, the first the one that it speaks of; it takes the dossier's where it needs none. */
  readonly partners: number;
  readonly needs: readonly ('since' | 'dimension' | 'indicator')[];
  make(asked: FindingAsked): Finding;
}

/** Every kind of finding that there is. */
export const findingKinds: readonly FindingKind[] = [
  {
    id: 'closer-in-votes',
    template: '{focal} stands closer to {partner} than to {other} in votes',
    partners: 2,
    needs: [],
    make: closerInVotes,
  },
  {
    id: 'agreement-fell',
    template: '{focal} and {partner} vote less alike than in {since}',
    partners: 1,
    needs: ['since'],
    make: agreementFell,
  },
  {
    id: 'leads-in',
    template: '{partner} leads in the {indicator} of {focal}',
    partners: 2,
    needs: ['indicator'],
    make: (asked) => leadsIn(asked, asked.indicator),
  },
  {
    id: 'concentration-rose',
    template: 'the trade of {focal} is more concentrated on few partners than in {since}',
    partners: 0,
    needs: ['since'],
    make: concentrationRose,
  },
  {
    id: 'broad-ties',
    template: 'the {dimension} ties of {focal} are broad',
    partners: 0,
    needs: ['dimension'],
    make: (asked) => broadTies(asked, dimensionOf(asked)),
  },
];

/**
 * A finding of the kind with that id.
 *
 * @throws MultivectorError `missing` where there is no such kind, `input` where something it needs is not named
 */
export function findingOf(id: string, asked: FindingAsked): Finding {
  const kind = findingKinds.find((one) => one.id === id);
  if (!kind)
    throw new MultivectorError('missing', `no finding “${id}”`, {
      hint: `there are: ${findingKinds.map((one) => one.id).join(', ')}`,
    });
  partnersOf(asked, kind.partners, id);
  return kind.make(asked);
}

function dimensionOf({ dimension }: FindingAsked): Dimension {
  const found = dimensions.find((one) => one === dimension);
  if (found) return found;
  throw new MultivectorError('input', `“${dimension ?? ''}” is no dimension`, {
    hint: `one of ${dimensions.join(', ')}`,
  });
}
