import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { states } from '../../src/model/states.ts';
import { cell, numberIn, readCsv, rounded, stateNamed } from './files.ts';
import { focal, type Observation, partnerStates } from './observation.ts';
import { membersOn } from './union.ts';

/** Year of the Factbook's last edition. */
export const edition = '2026';

/** Where the Factbook keeps the states that we read: its own (GEC) codes. */
const files: Readonly<Record<string, string>> = {
  KAZ: 'central-asia/kz',
  RUS: 'central-asia/rs',
  UZB: 'central-asia/uz',
  CHN: 'east-n-southeast-asia/ch',
  USA: 'north-america/us',
  TUR: 'middle-east/tu',
  IRN: 'middle-east/ir',
  IND: 'south-asia/in',
  UKR: 'europe/up',
  GBR: 'europe/uk',
  AUT: 'europe/au',
  BEL: 'europe/be',
  BGR: 'europe/bu',
  HRV: 'europe/hr',
  CYP: 'europe/cy',
  CZE: 'europe/ez',
  DNK: 'europe/da',
  EST: 'europe/en',
  FIN: 'europe/fi',
  FRA: 'europe/fr',
  DEU: 'europe/gm',
  GRC: 'europe/gr',
  HUN: 'europe/hu',
  IRL: 'europe/ei',
  ITA: 'europe/it',
  LVA: 'europe/lg',
  LTU: 'europe/lh',
  LUX: 'europe/lu',
  MLT: 'europe/mt',
  NLD: 'europe/nl',
  POL: 'europe/pl',
  PRT: 'europe/po',
  ROU: 'europe/ro',
  SVK: 'europe/lo',
  SVN: 'europe/si',
  ESP: 'europe/sp',
  SWE: 'europe/sw',
  EU: 'europe/ee',
};

export const factbookStates = Object.keys(files).filter((id) => id !== 'EU');

/** The file's name, as locators give it. */
export const factbookFile = (state: string): string => `${files[state]?.split('/')[1]}.json`;

interface Profile {
  readonly Geography: {
    readonly 'Land boundaries': {
      readonly total: { readonly text: string };
      readonly 'border countries': { readonly text: string };
    };
  };
  readonly Government: { readonly 'International organization participation': { readonly text: string } };
}

export const factbookPath = (data: string, state: string): string =>
  join(data, 'factbook', `${files[state]}.json`);

const profile = (data: string, state: string): Profile =>
  JSON.parse(readFileSync(factbookPath(data, state), 'utf8'));

/** An organisation in a state's list, and in brackets what the state is in it if not simply a member. */
export interface Participation {
  readonly organisation: string;
  readonly status?: string | undefined;
}

/** The organisations in which the Factbook lists the state. */
export function participations(data: string, state: string): Participation[] {
  const { text } = profile(data, state).Government['International organization participation'];
  return text.split(/,\s*(?![^(]*\))/).map((entry) => {
    const [, organisation = '', status] = /^([^(]+?)\s*(?:\((.*)\))?$/.exec(entry.trim()) ?? [];
    if (organisation === '') throw new Error(`${state}: “${entry}” is not an organisation we can read`);
    return { organisation, status };
  });
}

/** Words in brackets that do not lessen a membership. */
const member = ['nonregional member', 'nonregional members', 'implementing country', 'compliant country'];

/** The organisations of which the state is a full member. An organ of the United Nations is not one. */
const fullMember = (data: string, state: string): Set<string> =>
  new Set(
    participations(data, state)
      .filter(
        ({ organisation, status }) =>
          organisation !== 'UN Security Council' && (status === undefined || member.includes(status)),
      )
      .map(({ organisation }) => organisation),
  );

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Shared memberships by the Factbook's lists. */
function listed(data: string): Observation[] {
  const own = fullMember(data, focal);
  const shared = (state: string): number =>
    [...fullMember(data, state)].filter((organisation) => own.has(organisation)).length;
  const union = membersOn(`${edition}-01-01`);
  const figure = (partner: string, value: number, method: string, n?: number): Observation => ({
    focal,
    partner,
    indicator: 'joint-igos',
    period: edition,
    value: rounded(value, 2),
    n,
    unit: 'organisations',
    source: 'factbook',
    locator: 'Government > International organization participation',
    method,
  });
  const how =
    'organisations in the lists of both, full members only (nonregional ones too; no observers, partners, associates, candidates or national committees)';
  return [
    ...partnerStates.map((partner) => figure(partner, shared(partner), how)),
    figure('EU', mean(union.map(shared)), `${how}; mean over the members; n: members`, union.length),
  ];
}

/** Shared memberships by the Correlates of War, 1991 to 2014. */
function counted(data: string): Observation[] {
  const cow = new Map(states.map((state) => [state.cow, state.id]));
  const counts = new Map<string, number>();
  for (const row of readCsv(join(data, 'alliances-igos', 'cow_igo_ndy.csv.gz'))) {
    const pair = [cow.get(numberIn(row, 'ccode1')), cow.get(numberIn(row, 'ccode2'))];
    const other = pair.find((state) => state !== focal);
    if (pair.includes(focal) && other !== undefined)
      counts.set(`${other} ${cell(row, 'year')}`, numberIn(row, 'dyadigos'));
  }
  const years = Array.from({ length: 2014 - 1991 + 1 }, (_, i) => 1991 + i);
  const figure = (
    partner: string,
    year: number,
    value: number,
    method?: string,
    n?: number,
  ): Observation => ({
    focal,
    partner,
    indicator: 'joint-igos',
    period: String(year),
    value: rounded(value, 2),
    n,
    unit: 'organisations',
    source: 'cow-igo',
    locator: `dyad-year ${year}`,
    method,
  });
  return years.flatMap((year) => {
    const union = membersOn(`${year}-12-31`).flatMap((state) => counts.get(`${state} ${year}`) ?? []);
    return [
      ...partnerStates.flatMap((partner) => {
        const value = counts.get(`${partner} ${year}`);
        return value === undefined
          ? []
          : [figure(partner, year, value, 'joint full memberships as published')];
      }),
      ...(union.length === 0
        ? []
        : [
            figure('EU', year, mean(union), 'mean over the members on 31 December; n: members', union.length),
          ]),
    ];
  });
}

export const jointIgos = (data: string): Observation[] => [...counted(data), ...listed(data)];

export interface Border {
  readonly neighbour: string;
  readonly km: number;
}

const kilometres = (text: string): number => {
  const [, digits] = /([\d,]+) km$/.exec(text.trim()) ?? [];
  if (digits === undefined) throw new Error(`“${text}” is not a length in km`);
  return Number(digits.replaceAll(',', ''));
};

/** The neighbours of the focal state by land. */
export const borders = (data: string): Border[] =>
  profile(data, focal)
    .Geography['Land boundaries']['border countries'].text.split(';')
    .map((entry) => ({
      neighbour: stateNamed(entry.trim().replace(/ [\d,]+ km$/, '')),
      km: kilometres(entry),
    }));

/** Land borders, and their published total. */
export function borderLength(data: string): Observation[] {
  const total = {
    neighbour: 'WLD',
    km: kilometres(profile(data, focal).Geography['Land boundaries'].total.text),
  };
  return [...borders(data), total].map(({ neighbour, km }) => ({
    focal,
    partner: neighbour,
    indicator: 'border-length',
    period: edition,
    value: km,
    unit: 'km',
    source: 'factbook',
    locator: `${factbookFile(focal)} > Geography > Land boundaries`,
    method: neighbour === 'WLD' ? 'published total' : undefined,
  }));
}
