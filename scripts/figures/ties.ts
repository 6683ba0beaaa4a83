import { join } from 'node:path';
import { stateById, states } from '../../src/model/states.ts';
import { cell, compare, numberIn, type Row, readCsv } from './files.ts';
import { focal, partnerStates } from './observation.ts';
import {
  borders,
  edition,
  factbookFile,
  factbookStates,
  type Participation,
  participations,
} from './organisations.ts';
import { exit, memberships } from './union.ts';

/** A row of ties.csv, with what evidence.csv says of it. */
export interface Tie {
  readonly id: string;
  readonly kind: 'membership' | 'observer' | 'alliance' | 'agreement' | 'border';
  readonly a: string;
  readonly b: string;
  readonly dimension: 'political' | 'security' | 'economic' | 'connectivity';
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly title: string;
  readonly note?: string | undefined;
  readonly source: string;
  readonly locator: string;
}

interface Organisation {
  readonly name: string;
  readonly dimension: Tie['dimension'];
  /** The state in whose capital its seat is. */
  readonly seat?: string;
  readonly aliases: string;
}

/** The organisations whose members we take over. */
export const organisations: Readonly<Record<string, Organisation>> = {
  UN: { name: 'United Nations', dimension: 'political', aliases: 'U.N.; UNO; United Nations Organization' },
  EU: { name: 'European Union', dimension: 'political', seat: 'BEL', aliases: 'E.U.' },
  CIS: { name: 'Commonwealth of Independent States', dimension: 'political', seat: 'BLR', aliases: '' },
  OSCE: {
    name: 'Organization for Security and Cooperation in Europe',
    dimension: 'political',
    seat: 'AUT',
    aliases: 'Organisation for Security and Co-operation in Europe',
  },
  OIC: {
    name: 'Organisation of Islamic Cooperation',
    dimension: 'political',
    aliases: 'Organization of Islamic Cooperation',
  },
  BRICS: { name: 'BRICS', dimension: 'political', aliases: 'Brics' },
  CSTO: {
    name: 'Collective Security Treaty Organization',
    dimension: 'security',
    seat: 'RUS',
    aliases: 'Collective Security Treaty Organisation',
  },
  NATO: {
    name: 'North Atlantic Treaty Organization',
    dimension: 'security',
    seat: 'BEL',
    aliases: 'Nato; North Atlantic Treaty Organisation; Atlantic Alliance',
  },
  SCO: {
    name: 'Shanghai Cooperation Organization',
    dimension: 'security',
    seat: 'CHN',
    aliases: 'Shanghai Cooperation Organisation',
  },
  CICA: {
    name: 'Conference on Interaction and Confidence-Building Measures in Asia',
    dimension: 'security',
    seat: 'KAZ',
    aliases: 'Conference on Interaction and Confidence Building Measures in Asia',
  },
  EAEU: {
    name: 'Eurasian Economic Union',
    dimension: 'economic',
    seat: 'RUS',
    aliases: 'EEU; EAU; Eurasian Union',
  },
  WTO: { name: 'World Trade Organization', dimension: 'economic', aliases: 'World Trade Organisation' },
  ECO: {
    name: 'Economic Cooperation Organization',
    dimension: 'economic',
    seat: 'IRN',
    aliases: 'Economic Cooperation Organisation',
  },
  OECD: {
    name: 'Organisation for Economic Co-operation and Development',
    dimension: 'economic',
    seat: 'FRA',
    aliases: 'Organization for Economic Cooperation and Development',
  },
};

/** Entries of the Factbook that its other pages or the organisation itself contradict; none of them becomes a tie. */
const mistaken: Readonly<Record<string, string>> = {
  'IND OECD': 'not among the members: India is a key partner',
  'IND SCO': 'listed as an observer, a status that it has left behind',
  'IRN SCO': 'listed as an observer, a status that it has left behind',
  'UKR CIS': 'listed as a participating member that has not signed the charter: neither member nor observer',
};

/** Names of organisations that take no article. */
const articleless = ['NATO', 'BRICS', 'CICA'];

const observing = ['observer', 'partner', 'dialogue partner', 'dialogue member'];
const named = (state: string): string => stateById.get(state)?.name ?? state;
const listedIn = 'International organization participation';

/** What a state's entry for an organisation makes: a membership, an observer's place, or nothing. */
function participation(state: string, { organisation, status }: Participation): Tie[] {
  const of = organisations[organisation];
  if (!of || organisation === 'EU' || mistaken[`${state} ${organisation}`] !== undefined) return [];
  if (status !== undefined && !observing.includes(status)) return [];
  const observer = status !== undefined;
  return [
    {
      id: `${state.toLowerCase()}-${observer ? 'observes' : 'in'}-${organisation.toLowerCase()}`,
      kind: observer ? 'observer' : 'membership',
      a: state,
      b: organisation,
      dimension: of.dimension,
      title: `${observer ? status : 'member'} of ${articleless.includes(organisation) ? '' : 'the '}${organisation}: ${named(state)}`,
      note: `as listed in the edition of ${edition}`,
      source: 'factbook',
      locator: `${factbookFile(state)} > Government > ${listedIn}`,
    },
  ];
}

/** Memberships and observers' places in the Factbook's lists; of the Union's members, only their place in NATO. */
const listedTies = (data: string): Tie[] =>
  factbookStates.flatMap((state) => {
    const near = state === focal || partnerStates.some((partner) => partner === state);
    return participations(data, state)
      .filter(({ organisation, status }) => near || (organisation === 'NATO' && status === undefined))
      .flatMap((entry) => participation(state, entry));
  });

const unionTies: readonly Tie[] = memberships.map(({ member, since }) => {
  const year = since.slice(0, 4);
  return {
    id: `${member.toLowerCase()}-in-eu`,
    kind: 'membership',
    a: member,
    b: 'EU',
    dimension: 'political',
    from: year,
    to: member === exit.member ? exit.last : undefined,
    title: `member of the EU: ${named(member)}`,
    note: Number(year) < 1993 ? 'the European Communities until the Union was founded' : undefined,
    source: 'factbook',
    locator: `${factbookFile('EU')} > Introduction > Background`,
  };
});

const borderTies = (data: string): Tie[] =>
  borders(data).map(({ neighbour, km }) => ({
    id: `kaz-border-${neighbour.toLowerCase()}`,
    kind: 'border',
    a: focal,
    b: neighbour,
    dimension: 'connectivity',
    title: `land border with ${named(neighbour)}, ${km.toLocaleString('en')} km`,
    note: `as stated in the edition of ${edition}`,
    source: 'factbook',
    locator: `${factbookFile(focal)} > Geography > Land boundaries`,
  }));

const obligations = {
  atop_defense: 'defence',
  atop_offense: 'offence',
  atop_neutral: 'neutrality',
  atop_nonagg: 'non-aggression',
  atop_consul: 'consultation',
} as const;

/** Last year of the alliance data. */
const coverage = 2018;

/** Alliance obligations of Kazakhstan towards its partners: one tie for each run of years with the same obligations. */
function allianceTies(data: string): Tie[] {
  const cow = new Map(states.map((state) => [state.cow, state.id]));
  const own = stateById.get(focal)?.cow;
  const years = readCsv(join(data, 'alliances-igos', 'atop_alliance.csv.gz'))
    .filter((row) => numberIn(row, 'ccode1') === own)
    .flatMap((row) => {
      const partner = partnerStates.find((state) => state === cow.get(numberIn(row, 'ccode2')));
      const kinds = Object.entries(obligations).flatMap(([column, name]) =>
        cell(row, column) === '1' ? name : [],
      );
      return partner === undefined || kinds.length === 0
        ? []
        : [{ partner, year: numberIn(row, 'year'), kinds: kinds.join(', ') }];
    })
    .sort((a, b) => compare(a.partner, b.partner) || a.year - b.year);

  const runs: { partner: string; kinds: string; from: number; to: number }[] = [];
  for (const { partner, year, kinds } of years) {
    const run = runs.at(-1);
    if (run && run.partner === partner && run.kinds === kinds && run.to === year - 1) run.to = year;
    else runs.push({ partner, kinds, from: year, to: year });
  }
  return runs.map(({ partner, kinds, from, to }) => ({
    id: `atop-kaz-${partner.toLowerCase()}-${from}`,
    kind: 'alliance',
    a: focal,
    b: partner,
    dimension: 'security',
    from: String(from),
    to: to === coverage ? undefined : String(to),
    title: `treaty obligations towards ${named(partner)}: ${kinds}`,
    note: to === coverage ? `coverage ends ${coverage}` : `the obligations differ from ${to + 1} on`,
    source: 'atop',
    locator: `ccode1 ${own}, ccode2 ${stateById.get(partner)?.cow}, ${from} to ${to}`,
  }));
}

/** Trade agreements that the data set gives as such and that no later one among them replaced, by their number in it. */
const agreements: readonly (readonly [number: string, title: string, only?: string])[] = [
  ['546', 'free trade agreement'],
  ['548', 'free trade agreement'],
  ['549', 'free trade agreement'],
  ['371', 'trade agreement of the Economic Cooperation Organization'],
  ['811', 'free trade area of the Commonwealth of Independent States'],
  ['995', 'trade agreement with the Eurasian Economic Union', 'IRN'],
  ['1040', 'Eurasian Economic Union'],
];

/** The partnership agreement with the Union: the data set gives the year of signature, but no entry into force. */
const unionAgreement = '997';

function agreementTies(data: string): Tie[] {
  const numeric = new Map(states.map((state) => [Number(state.numeric), state.id]));
  const rows = readCsv(join(data, 'treaties-desta', 'DESTA.csv'), { delimiter: ';', encoding: 'latin1' });
  const row = (number: string) => {
    const found = rows.find((r) => cell(r, 'number') === number);
    if (!found) throw new Error(`the trade agreements have no number ${number}`);
    return found;
  };
  const tie = (number: string, b: string, from: string, title: string, note: string): Tie => ({
    id: `desta-${number}-kaz-${b.toLowerCase()}`,
    kind: 'agreement',
    a: focal,
    b,
    dimension: 'economic',
    from,
    title,
    note,
    source: 'desta',
    locator: `number ${number}`,
  });
  const withStates = agreements.flatMap(([number, title, only]) => {
    const of = row(number);
    const members = Object.keys(of)
      .filter((column) => /^c\d+$/.test(column))
      .map((column) => numeric.get(Number(of[column])));
    if (!members.includes(focal)) throw new Error(`Kazakhstan is not in trade agreement ${number}`);
    return partnerStates
      .filter((partner) => members.includes(partner) && (only === undefined || partner === only))
      .map((partner) =>
        tie(
          number,
          partner,
          cell(of, 'entryforceyear'),
          `${title}: ${named(partner)}`,
          `signed ${cell(of, 'year')}; from: entry into force`,
        ),
      );
  });
  const signed = cell(row(unionAgreement), 'year');
  return [
    ...withStates,
    tie(
      unionAgreement,
      'EU',
      `${signed}/..`,
      'enhanced partnership and cooperation agreement',
      `signed ${signed}; the source states no entry into force`,
    ),
  ];
}

/** Every tie, in the order of the ids. */
export const ties = (data: string): Tie[] =>
  [
    ...listedTies(data),
    ...unionTies,
    ...borderTies(data),
    ...allianceTies(data),
    ...agreementTies(data),
  ].sort((a, b) => compare(a.id, b.id));

export const tieColumns = [
  'id',
  'kind',
  'a',
  'b',
  'dimension',
  'sign',
  'from',
  'to',
  'title',
  'bears_on',
  'note',
] as const;
export const evidenceColumns = [
  'id',
  'record',
  'source',
  'locator',
  'note',
  'start',
  'end',
  'sha256',
  'role',
  'field',
  'value',
] as const;
export const actorColumns = [
  'id',
  'kind',
  'name',
  'parent',
  'demonym',
  'aliases',
  'latitude',
  'longitude',
  'from',
  'to',
  'note',
] as const;

export const evidence = (of: readonly Tie[]): Row[] =>
  of.map(({ id, source, locator }) => ({ id: `ev-${id}`, record: id, source, locator }));

/** The organisations and states with those ids, with the coordinates of capital or seat. */
export function actors(ids: Iterable<string>): Row[] {
  return [...new Set(ids)]
    .filter((id) => id !== 'WLD')
    .sort(compare)
    .map((id) => {
      const state = stateById.get(id);
      if (state) {
        const { name, demonym, aliases, latitude, longitude } = state;
        return {
          id,
          kind: 'state',
          name,
          demonym: demonym.join('; '),
          aliases: aliases.join('; '),
          latitude,
          longitude,
        };
      }
      const organisation = organisations[id];
      if (!organisation) throw new Error(`who is ${id}?`);
      const seat = stateById.get(organisation.seat ?? '');
      const aliases = [organisation.name === id ? '' : id, organisation.aliases]
        .filter((text) => text !== '')
        .join('; ');
      return {
        id,
        kind: 'organisation',
        name: organisation.name,
        demonym: id === 'EU' ? 'European' : undefined,
        aliases,
        latitude: seat?.latitude,
        longitude: seat?.longitude,
      };
    });
}
