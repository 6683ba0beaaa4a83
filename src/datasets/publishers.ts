import type { Publisher } from '../model/publisher.ts';

/*
 * Where each data set comes from. “Checked” says how an address was confirmed: in text that is public, in October 2026
 * or before, since no address was asked directly. What could not be confirmed stands under “by hand”.
 */

const harvard = 'dataverse.harvard.edu';
const dataversePage = (doi: string): string => `https://${harvard}/dataset.xhtml?persistentId=doi:${doi}`;
const freeWithCitation = 'free use with citation';

const votes: readonly Publisher[] = [
  {
    // Checked: the files are in the index of the repository, and many scripts read these addresses. It is a copy: the
    // tables of the R package unvotes, in its columns. The Dataverse (LEJUQZ) has had no roll calls since version 33.
    id: 'unga-votes',
    title: 'United Nations General Assembly roll calls, 1946–2019 (Voeten; tables of the R package unvotes)',
    by: 'TidyTuesday, a copy of 23 March 2021',
    landing: 'https://github.com/rfordatascience/tidytuesday/tree/master/data/2021/2021-03-23',
    licence: 'CC0 (Voeten), MIT (unvotes)',
    get: {
      kind: 'files',
      files: ['unvotes', 'roll_calls', 'issues'].map((name) => ({
        url: `https://raw.githubusercontent.com/rfordatascience/tidytuesday/master/data/2021/2021-03-23/${name}.csv`,
      })),
    },
  },
  {
    // Checked: that version 33.0 was the last with roll calls (UNVotes-1.RData, to 2022) is said by two projects that
    // read both versions.
    id: 'unga-votes-2022',
    title: 'United Nations General Assembly voting data, 1946–2022 (Voeten, version 33.0)',
    by: 'Harvard Dataverse',
    landing: `${dataversePage('10.7910/DVN/LEJUQZ')}&version=33.0`,
    licence: 'CC0',
    get: {
      kind: 'by-hand',
      steps: [
        'its roll calls are a file of R: download UNVotes-1.RData of version 33.0',
        "in R: load('UNVotes-1.RData'); write.csv(completeVotes, 'UNVotes.csv', row.names = FALSE)",
      ],
    },
  },
  {
    // Checked: the record and its file names in many scripts; one says that programs meet a puzzle there.
    id: 'unga-votes-un',
    title: 'General Assembly voting data, all sessions to date',
    by: 'United Nations Digital Library',
    landing: 'https://digitallibrary.un.org/record/4060887',
    licence: 'United Nations terms: not commercial, with attribution',
    get: {
      kind: 'by-hand',
      steps: ['open the record in a browser and download the file that ends in _ga_voting.csv'],
    },
  },
  {
    // Checked: the DOI in many scripts; file names IdealpointestimatesAll_Jun2024, Idealpointestimates1946-2025 and
    // IdealpointestimatesFP_2026FP in scripts that read versions 32 to 39, IdealPointsJuly2025 in another.
    id: 'unga-ideal-points',
    title: 'Ideal points of states in the General Assembly (Bailey, Strezhnev, Voeten), latest',
    by: 'Harvard Dataverse',
    landing: dataversePage('10.7910/DVN/LEJUQZ'),
    licence: 'CC0',
    get: {
      kind: 'dataverse',
      host: harvard,
      doi: '10.7910/DVN/LEJUQZ',
      files: /^ideal ?points?(estimates)?.*\.(csv|tab)$/i,
    },
  },
  {
    // Checked: both files are in the index of the repository (commit 0348475, ce6ce65); a script reads the address.
    id: 'unga-ideal-points-2020',
    title:
      'Ideal points of states in the General Assembly, April 2020, and the pairs of recurring resolutions',
    by: 'Erik Voeten',
    landing: 'https://github.com/evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points',
    licence: 'MIT',
    get: {
      kind: 'files',
      files: ['Output/IdealpointestimatesAll_Apr2020.csv', 'Data/Matches.csv'].map((path) => ({
        url: `https://raw.githubusercontent.com/evoeten/United-Nations-General-Assembly-Votes-and-Ideal-Points/master/${path}`,
      })),
    },
  },
  {
    // Checked: the page only.
    id: 'us-state-coincidence',
    title: 'Voting coincidence with the United States',
    by: 'US Department of State',
    landing: 'https://www.state.gov/voting-practices-in-the-united-nations/',
    licence: 'public domain',
    get: {
      kind: 'by-hand',
      steps: ['the reports are PDF: take the table of the year and save it as CSV'],
    },
  },
];

const gdelt = 'https://data.gdeltproject.org';
const gdeltTerms = 'free use with citation and a link';

// Checked: both lists, their lines (bytes, md5, address) and the names, over https, in many scripts of 2026.
const gdelt2 = (id: string, what: string, list: string, files: RegExp): Publisher => ({
  id,
  title: `GDELT 2.0 ${what}, every 15 minutes since February 2015`,
  by: 'The GDELT Project',
  landing: 'https://www.gdeltproject.org/data.html',
  licence: gdeltTerms,
  get: {
    kind: 'dated',
    list: `${gdelt}/gdeltv2/${list}`,
    line: 'bytes md5 address',
    base: `${gdelt}/gdeltv2/`,
    files,
  },
});

const events: readonly Publisher[] = [
  {
    // Checked: a project describes the folder as seen on 25 September 2026 over https: yearly files 1979–2005, monthly
    // to March 2013, daily since, and md5sums; scripts of many years read the same.
    id: 'gdelt-1',
    title: 'GDELT 1.0 events, by day (by month before April 2013, by year before 2006)',
    by: 'The GDELT Project',
    landing: 'https://www.gdeltproject.org/data.html',
    licence: gdeltTerms,
    get: {
      kind: 'dated',
      list: `${gdelt}/events/md5sums`,
      line: 'md5 name',
      base: `${gdelt}/events/`,
      files: /^(?<stamp>\d{4}|\d{6}|\d{8})(\.export\.CSV)?\.zip$/,
    },
  },
  gdelt2('gdelt-2', 'events', 'masterfilelist.txt', /^(?<stamp>\d{14})\.export\.CSV\.zip$/),
  gdelt2('gdelt-2-mentions', 'mentions', 'masterfilelist.txt', /^(?<stamp>\d{14})\.mentions\.CSV\.zip$/),
  gdelt2(
    'gdelt-2-translated',
    'events from articles in other languages than English',
    'masterfilelist-translation.txt',
    /^(?<stamp>\d{14})\.translation\.export\.CSV\.zip$/,
  ),
  {
    // Checked: the DOI and the names (events.1995.20150313082510.tab, Events.2017.20200602.tab.zip) in the R package
    // icews, which downloads them.
    id: 'icews',
    title: 'ICEWS coded events, by year, 1995 on',
    by: 'Harvard Dataverse',
    landing: dataversePage('10.7910/DVN/28075'),
    licence: 'ICEWS terms, for research; with citation',
    get: {
      kind: 'dataverse',
      host: harvard,
      doi: '10.7910/DVN/28075',
      files: /^events\.(?<stamp>\d{4})\.[0-9a-z]+\.(tab|zip|tab\.zip)$/i,
    },
  },
  {
    // Checked: as above; 20190503-thru-20190519-icews-events.tab is the longest span of a file.
    id: 'icews-weekly',
    title: 'ICEWS coded events, by week, October 2018 on',
    by: 'Harvard Dataverse',
    landing: dataversePage('10.7910/DVN/QI2T9A'),
    licence: 'ICEWS terms, for research; with citation',
    get: {
      kind: 'dataverse',
      host: harvard,
      doi: '10.7910/DVN/QI2T9A',
      files: /^(?<stamp>\d{8}|\d{6})[0-9a-z-]*\.(tab|zip)$/,
      around: 17,
    },
  },
  {
    // Checked: the DOI in the R package rpolecat; yearly names (ngecEvents.DV.2018.txt) in many scripts, zipped for past
    // years by rpolecat's description. The weekly names of the running year are not confirmed, hence the wide pattern.
    id: 'polecat',
    title: 'POLECAT events, by year and, in the running year, by week',
    by: 'Harvard Dataverse',
    landing: dataversePage('10.7910/DVN/AJGVIT'),
    licence: 'for research and education, not commercial',
    get: {
      kind: 'dataverse',
      host: harvard,
      doi: '10.7910/DVN/AJGVIT',
      files: /^ngecEvents\D*(?<stamp>\d{4}).*\.(txt|tab|csv|zip)$/i,
      around: 7,
    },
  },
  {
    // Checked: its terms, quoted by several projects, forbid programs on the site.
    id: 'acled',
    title: 'Armed Conflict Location & Event Data',
    by: 'ACLED',
    landing: 'https://acleddata.com/conflict-data/data-export-tool',
    licence: 'ACLED terms, with an account',
    get: { kind: 'by-hand', steps: ['sign in with an account', 'export the countries and days as CSV'] },
  },
];

const ofac = 'https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports';

/** EU regulations with a list of names, by their CELEX numbers. */
const regulations =
  '32001R2580 32002R0881 32003R1210 32005R1183 32006R0765 32009R1284 32010R0356 32011R0101 32011R0359 32011R0753 32012R0036 32012R0267 32013R0401 32014R0208 32014R0224 32014R0269 32014R0747 32014R0833 32014R1352 32015R0735 32016R0044 32016R1686 32017R1509 32017R1770 32017R2063 32018R1542 32019R0796 32019R1716 32020R1998 32022R2309 32023R0888 32023R1529 32023R2147 32024R0287 32024R0386 32024R1485 32024R2642'.split(
    ' ',
  );

const sanctions: readonly Publisher[] = [
  {
    // Checked: SDN.CSV, ADD.CSV, ALT.CSV and SDN_COMMENTS.CSV at this address in several scripts of 2026; moov-io/watchman
    // builds its addresses likewise. The server calls them text/xml, and leads on to another host.
    id: 'ofac-sdn',
    title: 'Specially Designated Nationals, with addresses, other names and remarks',
    by: 'US Treasury, Office of Foreign Assets Control',
    landing: 'https://sanctionslist.ofac.treas.gov/Home/SdnList',
    licence: 'public domain',
    get: {
      kind: 'files',
      files: ['sdn', 'add', 'alt', 'sdn_comments'].map((name) => ({
        url: `${ofac}/${name.toUpperCase()}.CSV`,
        name: `${name}.csv`,
      })),
    },
  },
  {
    // Checked: CONS_PRIM.CSV and the others in moov-io/watchman and several scripts.
    id: 'ofac-consolidated',
    title: 'Consolidated list of sanctions other than SDN',
    by: 'US Treasury, Office of Foreign Assets Control',
    landing: 'https://sanctionslist.ofac.treas.gov/Home/ConsolidatedList',
    licence: 'public domain',
    get: {
      kind: 'files',
      files: ['cons_prim', 'cons_add', 'cons_alt', 'cons_comments'].map((name) => ({
        url: `${ofac}/${name.toUpperCase()}.CSV`,
        name: `${name}.csv`,
      })),
    },
  },
  {
    // Checked: this address in many scripts of 2026.
    id: 'un-sanctions',
    title: 'United Nations Security Council consolidated list',
    by: 'United Nations Security Council',
    landing: 'https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list',
    licence: 'United Nations',
    get: {
      kind: 'files',
      files: [
        { url: 'https://scsanctions.un.org/resources/xml/en/consolidated.xml', name: 'UN_consolidated.xml' },
      ],
    },
  },
  {
    // Checked: the files are in the index of the repository; two projects read others of it from its branch main.
    id: 'eu-sanctions',
    title: 'EU lists of names, by regulation, as OpenSanctions reads the Official Journal',
    by: 'OpenSanctions',
    landing: 'https://github.com/opensanctions/opensanctions/tree/main/datasets/eu/journal_sanctions/data',
    licence: 'CC BY-NC 4.0',
    get: {
      kind: 'files',
      files: regulations.map((celex) => ({
        url: `https://raw.githubusercontent.com/opensanctions/opensanctions/main/datasets/eu/journal_sanctions/data/consolidated/${celex}.csv`,
      })),
    },
  },
  {
    // Checked: this address in many scripts; the file is for the eye and for matching, not a list of measures.
    id: 'opensanctions',
    title: 'OpenSanctions: consolidated sanctions, one row a target',
    by: 'OpenSanctions',
    landing: 'https://www.opensanctions.org/datasets/sanctions/',
    licence: 'CC BY-NC 4.0',
    get: {
      kind: 'files',
      files: [
        {
          url: 'https://data.opensanctions.org/datasets/latest/sanctions/targets.simple.csv',
          name: 'opensanctions-targets.csv',
        },
      ],
    },
  },
];

const cow = 'https://correlatesofwar.org';
const desta = 'https://www.designoftradeagreements.org/media/filer_public';

const ties: readonly Publisher[] = [
  {
    // Checked: the address in four scripts; both the dyads and the national totals are in the zip file.
    id: 'cow-trade',
    title: 'Correlates of War trade, version 4.0',
    by: 'Correlates of War Project',
    landing: `${cow}/data-sets/bilateral-trade/`,
    licence: freeWithCitation,
    get: { kind: 'files', files: [{ url: `${cow}/wp-content/uploads/COW_Trade_4.0.zip` }] },
  },
  {
    // Checked: both addresses in several scripts and lists of sources.
    id: 'cow-igo',
    title:
      'Correlates of War intergovernmental organisations, version 3: by state and year, and by pair and year',
    by: 'Correlates of War Project',
    landing: `${cow}/data-sets/IGOs/`,
    licence: freeWithCitation,
    get: {
      kind: 'files',
      files: [
        { url: `${cow}/wp-content/uploads/state_year_formatv3.zip` },
        { url: `${cow}/wp-content/uploads/dyadic_formatv3.zip` },
      ],
    },
  },
  {
    // Checked: the address in several scripts.
    id: 'cow-contiguity',
    title: 'Correlates of War direct contiguity, version 3.2',
    by: 'Correlates of War Project',
    landing: `${cow}/data-sets/direct-contiguity/`,
    licence: freeWithCitation,
    get: { kind: 'files', files: [{ url: `${cow}/wp-content/uploads/DirectContiguity320.zip` }] },
  },
  {
    // Checked: the address in many scripts, with http and, in two, with https.
    id: 'atop',
    title: 'Alliance Treaty Obligations and Provisions, version 5.1',
    by: 'ATOP Project',
    landing: 'http://www.atopdata.org/data.html',
    licence: freeWithCitation,
    get: {
      kind: 'files',
      files: [
        {
          url: 'https://www.atopdata.org/uploads/6/9/1/3/69134503/atop_5.1__.csv_.zip',
          name: 'atop_5.1.csv.zip',
        },
      ],
    },
  },
  {
    // Checked: both addresses in three scripts of one kind, which say that they worked on 23 September 2026.
    id: 'desta',
    title: 'Design of Trade Agreements: list of treaties, and dyads, version 2.3',
    by: 'DESTA, World Trade Institute',
    landing: 'https://www.designoftradeagreements.org/downloads/',
    licence: freeWithCitation,
    get: {
      kind: 'files',
      files: [
        { url: `${desta}/5e/11/5e11943b-8871-4e8b-bcb2-8188aa83969c/desta_list_of_treaties_02_03.csv` },
        { url: `${desta}/6a/45/6a454835-eef1-44c4-8af2-5557a9552167/desta_list_of_treaties_02_03_dyads.csv` },
      ],
    },
  },
  {
    // Checked: the address in many scripts; kz.json and others are in the index of the repository.
    id: 'factbook',
    title: 'The World Factbook, last edition, JSON by country (a copy)',
    by: 'factbook.json',
    landing: 'https://github.com/factbook/factbook.json',
    licence: 'public domain',
    get: {
      kind: 'files',
      files: [
        {
          url: 'https://github.com/factbook/factbook.json/archive/refs/heads/master.zip',
          name: 'factbook.json-master.zip',
        },
      ],
    },
  },
];

const money: readonly Publisher[] = [
  {
    // Checked: this address and others of release V202601 in many scripts; about 300 MB.
    id: 'baci',
    title: 'BACI: trade by product, HS 2022, 2022–2024, release 202601',
    by: 'CEPII',
    landing: 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37',
    licence: 'Etalab Open Licence 2.0',
    get: {
      kind: 'files',
      files: [{ url: 'https://www.cepii.fr/DATA_DOWNLOAD/baci/data/BACI_HS22_V202601.zip' }],
    },
  },
  {
    // Checked: the address in five scripts and notes of 2026; about 28 MB.
    id: 'aiddata-finance',
    title: 'AidData’s Global Chinese Development Finance, version 3.0',
    by: 'AidData at William & Mary',
    landing: 'https://www.aiddata.org/data/aiddatas-global-chinese-development-finance-dataset-version-3-0',
    licence: 'ODC-BY',
    get: {
      kind: 'files',
      files: [
        {
          url: 'https://docs.aiddata.org/ad4/datasets/AidDatas_Global_Chinese_Development_Finance_Dataset_Version_3_0.zip',
        },
      ],
    },
  },
  {
    // Checked: the page in two scripts; no address of the file.
    id: 'aiddata-diplomacy',
    title: 'China’s public diplomacy, version 2',
    by: 'AidData at William & Mary',
    landing: 'https://www.aiddata.org/data/chinas-public-diplomacy-dashboard-dataset-version-2',
    licence: 'ODC-BY',
    get: { kind: 'by-hand', steps: ['export the data as CSV', 'import ChinesePublicDiplomacy.csv'] },
  },
  {
    // Checked: that an export is made by the site itself, in several projects.
    id: 'sipri-arms',
    title: 'SIPRI Arms Transfers Database: trade register',
    by: 'SIPRI',
    landing: 'https://armstransfers.sipri.org/ArmsTransfer/TransferRegister',
    licence: '© SIPRI; see its terms before handing on',
    get: {
      kind: 'by-hand',
      steps: ['choose suppliers, recipients and years', 'download the trade register as CSV'],
    },
  },
  {
    // Checked: that its interface wants a key, in many scripts.
    id: 'comtrade',
    title: 'UN Comtrade',
    by: 'United Nations Statistics Division',
    landing: 'https://comtradeplus.un.org/TradeFlow',
    licence: 'UN Comtrade terms',
    get: {
      kind: 'by-hand',
      steps: ['sign in', 'choose reporters, partners and years, product TOTAL', 'download as CSV'],
    },
  },
  {
    // Checked: the page in many projects.
    id: 'imf-dip',
    title: 'Direct Investment Positions by Counterpart Economy (formerly CDIS)',
    by: 'International Monetary Fund',
    landing: 'https://data.imf.org/en/datasets/IMF.STA:DIP',
    licence: 'IMF terms of use',
    get: { kind: 'by-hand', steps: ['choose the reporters in the data explorer', 'download as CSV'] },
  },
  {
    // Checked: the page in several scripts.
    id: 'kaz-trade',
    title: 'Kazakhstan’s foreign trade by country',
    by: 'Bureau of National Statistics of Kazakhstan',
    landing: 'https://stat.gov.kz/en/industries/economy/foreign-market/spreadsheets/',
    licence: 'official statistics; no licence stated',
    get: {
      kind: 'by-hand',
      steps: ['download “Основные показатели внешней торговли по странам” of each year (.xls or .xlsx)'],
    },
  },
  {
    // Checked: the page in one project; it is for subscribers.
    id: 'wiiw-fdi',
    title: 'wiiw FDI database',
    by: 'Vienna Institute for International Economic Studies',
    landing: 'https://data.wiiw.ac.at/fdi-database.html',
    licence: 'subscription; not to be handed on',
    get: { kind: 'by-hand', steps: ['sign in with a subscription', 'export the country as CSV'] },
  },
];

/** Data sets that are fetched from those who publish them, and those that a person must fetch. */
export const publishers: readonly Publisher[] = [...votes, ...events, ...sanctions, ...ties, ...money];
