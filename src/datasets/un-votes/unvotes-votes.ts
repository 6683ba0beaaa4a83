import type { Format } from '../../model/format.ts';
import { formerStates } from './former-states.ts';
import { hasColumns } from './header.ts';
import { ungaVotes } from './sources.ts';

/** How states voted in the General Assembly, as in the R package unvotes: one row a vote cast. */
export const unvotesVotes: Format = {
  id: 'unvotes-votes',
  title: 'UN General Assembly votes (unvotes package)',
  source: ungaVotes,
  quirks: [
    'absences are not listed',
    'country_code NA is Namibia’s and also stands where there is none, so those go by their names',
    'Russia is the Soviet Union too',
    'Yugoslavia is Serbia too, to 2019; both are SRB here, as by Correlates of War number 345',
    'states that are no more: cow:315 Czechoslovakia, cow:260 and cow:265 the two Germanies, cow:678 and cow:680 the two Yemens, cow:511 Zanzibar',
  ],
  version: 1,
  recognise: (head) => hasColumns(head, ['rcid', 'country', 'vote'], ['ccode', 'unres']),
  reading: {
    kind: 'csv',
    delimiter: ',',
    quote: '"',
    header: true,
    columns: {
      rcid: { type: 'integer' },
      country: { type: 'text' },
      country_code: { type: 'text', optional: true },
      vote: { type: ['yes', 'abstain', 'no'] },
    },
  },
  lookups: { former_state: formerStates },
  tables: {
    vote: {
      from: `raw LEFT JOIN former_state f ON f.name = raw.country
        LEFT JOIN state i ON i.iso2 = raw.country_code AND raw.country_code <> 'NA'
        LEFT JOIN state_name n ON n.name = lower(raw.country)`,
      columns: {
        roll_call: 'raw.rcid::VARCHAR',
        state: "coalesce(f.code, i.id, n.id, 'name:' || raw.country)",
        vote: 'raw.vote',
      },
    },
  },
  expect: {
    'a state votes once in a roll call': 'SELECT roll_call, state FROM vote GROUP BY ALL HAVING count(*) > 1',
  },
  edition: 'whole',
  large: true,
};
