import { exit, memberships } from '../model/european-union.ts';
import type { Evidence, Tie } from '../model/records.ts';
import { stateById } from '../model/states.ts';

/** The memberships as ties of a dossier, each with its evidence. */
export const unionTies: readonly { readonly tie: Tie; readonly evidence: Evidence }[] = memberships.map(
  ({ member, since }) => {
    const id = `${member.toLowerCase()}-in-eu`;
    return {
      tie: {
        id,
        kind: 'membership',
        a: member,
        b: 'EU',
        dimension: 'political',
        sign: 1,
        from: since.slice(0, 4),
        ...(member === exit.member && { to: exit.last }),
        title: `member of the EU: ${stateById.get(member)?.name ?? member}`,
        bears_on: [],
        ...(since < '1993' && { note: 'the European Communities until the Union was founded' }),
      },
      evidence: {
        id: `ev-${id}`,
        record: id,
        source: 'factbook',
        locator: 'ee.json > Introduction > Background',
      },
    };
  },
);
