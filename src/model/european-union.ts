/**
 * Accessions to the European Communities and the European Union. The World Factbook (European Union,
 * Background) gives the years; the days are those of the accession treaties.
 */
const accessions: readonly (readonly [day: string, members: readonly string[]])[] = [
  ['1957-03-25', ['BEL', 'DEU', 'FRA', 'ITA', 'LUX', 'NLD']],
  ['1973-01-01', ['DNK', 'GBR', 'IRL']],
  ['1981-01-01', ['GRC']],
  ['1986-01-01', ['ESP', 'PRT']],
  ['1995-01-01', ['AUT', 'FIN', 'SWE']],
  ['2004-05-01', ['CYP', 'CZE', 'EST', 'HUN', 'LVA', 'LTU', 'MLT', 'POL', 'SVK', 'SVN']],
  ['2007-01-01', ['BGR', 'ROU']],
  ['2013-07-01', ['HRV']],
];

/** When the United Kingdom left. */
export const exit = { member: 'GBR', last: '2020-01-31' } as const;

/** All that ever were members, with the day since which they are. */
export const memberships = accessions.flatMap(([since, members]) =>
  members.map((member) => ({ member, since })),
);

/** The members on that day (`YYYY-MM-DD`); without one, all that ever were. */
export const membersOn = (day?: string): readonly string[] =>
  memberships
    .filter(
      ({ member, since }) =>
        day === undefined || (since <= day && !(member === exit.member && day > exit.last)),
    )
    .map(({ member }) => member);
