import type { Format, RawColumns } from '../../model/format.ts';

/** Rows of the lists of names of how states voted on a resolution. */
export const resolutionVoteColumns: RawColumns = {
  /** As `68/262`, without the A/RES/ before it. */
  resolution: { type: 'text' },
  title: { type: 'text', optional: true },
  state: { type: 'text' },
  iso: { type: 'text', optional: true },
  vote: { type: ['yes', 'no', 'abstain', 'absent'] },
};

/** What the lists do not say of the resolutions, from the resolutions themselves; and names as the lists have them. */
export const resolutionLookups: NonNullable<Format['lookups']> = {
  resolution_day: { '68/262': '2014-03-27', 'ES-11/1': '2022-03-02' },
  resolution_title: { '68/262': 'Territorial integrity of Ukraine', 'ES-11/1': 'Aggression against Ukraine' },
  list_name: {
    'bosnia and herz.': 'BIH',
    'dem. rep. congo': 'COD',
    'eq. guinea': 'GNQ',
    's. sudan': 'SSD',
    'saint vincent and grenadines': 'VCT',
  },
};

const name = "lower(trim(regexp_replace(raw.state, '\\[.*?\\]', '', 'g')))";

export const resolutionTables: Format['tables'] = {
  vote: {
    from: `raw LEFT JOIN state i ON i.id = raw.iso LEFT JOIN state_name n ON n.name = ${name}
      LEFT JOIN list_name l ON l.name = ${name}`,
    columns: {
      roll_call: 'raw.resolution',
      state: "coalesce(i.id, n.id, l.code, 'name:' || trim(raw.state))",
      vote: 'raw.vote::VARCHAR',
    },
  },
  roll_call: {
    from: `raw LEFT JOIN resolution_day d ON d.name = raw.resolution
      LEFT JOIN resolution_title t ON t.name = raw.resolution`,
    columns: {
      roll_call: 'raw.resolution',
      organ: "any_value('GA')",
      session: "any_value(TRY_CAST(split_part(raw.resolution, '/', 1) AS INTEGER))",
      date: 'any_value(d.code)',
      resolution: "any_value('A/RES/' || raw.resolution)",
      title: 'any_value(coalesce(t.code, raw.title))',
    },
    group: 'raw.resolution',
  },
};

export const resolutionExpect = {
  'a state votes once in a roll call': 'SELECT roll_call, state FROM vote GROUP BY ALL HAVING count(*) > 1',
} as const;
