import { MultivectorError } from './errors.ts';

/**
 * The PLOVER event ontology: 16 root codes in four quad classes.
 *
 * PLOVER's manual puts SANCTION into material conflict in its summary table and section headings, and into
 * verbal conflict in its quad table; we follow the former. Its printed score for ACCUSE, “3”, is read as -3.
 *
 * @see Open Event Data Alliance (2018). PLOVER: Political Language Ontology for Verifiable Event Records.
 */
export const quadClasses = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
] as const;

export type QuadClass = (typeof quadClasses)[number];

export const roots = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const;

export type Root = (typeof roots)[number];

interface RootEntry {
  readonly quad: QuadClass;
  /** PLOVER's score on the Goldstein scale, [-10, 10], for an event of this root without a mode. */
  readonly intensity: number;
  /** Scores of the modes that differ from the root's. */
  readonly modes: Readonly<Record<string, number>>;
  /** The CAMEO code that stands for the root. */
  readonly cameo: string;
  /** What it is, for a reader. */
  readonly words: string;
}

export const ontology: Readonly<Record<Root, RootEntry>> = {
  AGREE: {
    quad: 'verbal-cooperation',
    intensity: 2.5,
    modes: {},
    cameo: '057',
    words: 'agrees to do something',
  },
  CONSULT: {
    quad: 'verbal-cooperation',
    intensity: 2.5,
    cameo: '04',
    words: 'meets, visits, mediates',
    modes: { visit: 4, 'third-party': 1, multilateral: 4, phone: 1.5 },
  },
  SUPPORT: {
    quad: 'verbal-cooperation',
    intensity: 5,
    modes: {},
    cameo: '05',
    words: 'backs, recognises, praises',
  },
  CONCEDE: { quad: 'verbal-cooperation', intensity: 4.5, modes: {}, cameo: '08', words: 'gives way' },
  COOPERATE: {
    quad: 'material-cooperation',
    intensity: 9.5,
    modes: {},
    cameo: '06',
    words: 'works together in deed',
  },
  AID: { quad: 'material-cooperation', intensity: 10, modes: {}, cameo: '07', words: 'gives aid' },
  RETREAT: {
    quad: 'material-cooperation',
    intensity: 6.5,
    cameo: '087',
    words: 'withdraws, releases, disarms',
    modes: { withdraw: 8, release: 6.5, disarm: 10, ceasefire: 7.5, access: 6.5, resign: 4.5 },
  },
  REQUEST: {
    quad: 'verbal-conflict',
    intensity: 0,
    cameo: '10',
    words: 'asks or demands',
    modes: { assist: 0.5, change: -1, yield: -1, meet: 0 },
  },
  ACCUSE: {
    quad: 'verbal-conflict',
    intensity: -3,
    cameo: '11',
    words: 'disapproves, alleges, investigates',
    modes: { disapprove: -2, investigate: -3.5, allege: -3.5 },
  },
  REJECT: { quad: 'verbal-conflict', intensity: -2, modes: {}, cameo: '12', words: 'refuses' },
  THREATEN: {
    quad: 'verbal-conflict',
    intensity: -3.5,
    cameo: '13',
    words: 'threatens',
    modes: { restrict: -3, territory: -4 },
  },
  PROTEST: { quad: 'material-conflict', intensity: -5, cameo: '14', words: 'protests', modes: { riot: -7 } },
  SANCTION: {
    quad: 'material-conflict',
    intensity: -6,
    cameo: '16',
    words: 'cuts relations, sanctions',
    modes: { expel: -5.5 },
  },
  MOBILIZE: {
    quad: 'material-conflict',
    intensity: -5.5,
    cameo: '15',
    words: 'shows force',
    modes: { troops: -6.5, weapons: -6.5, militia: -6 },
  },
  COERCE: {
    quad: 'material-conflict',
    intensity: -7,
    cameo: '17',
    words: 'represses, seizes, detains',
    modes: { 'martial-law': -7.5, censor: -6.5, curfew: -6.5, misinformation: -6.5 },
  },
  ASSAULT: {
    quad: 'material-conflict',
    intensity: -9,
    cameo: '19',
    words: 'attacks',
    modes: { beat: -7.5, aerial: -9.5, drone: -9.5, 'heavy-weapons': -9.5, unconventional: -10 },
  },
};

/**
 * Score of an event on the Goldstein scale as PLOVER gives it.
 *
 * @returns from -10 (most conflictual) to 10 (most cooperative); the root's own score where the mode has none
 */
export function intensityOf(root: Root, mode?: string): number {
  const { intensity, modes } = ontology[root];
  return (mode === undefined ? undefined : modes[mode]) ?? intensity;
}

export const isCooperative = (root: Root): boolean => ontology[root].quad.endsWith('cooperation');

/**
 * CAMEO to PLOVER, longest prefix first: CAMEO's finer codes cross PLOVER's roots in a few places (a signed
 * agreement, 057, is AGREE and not SUPPORT; a ceasefire, 0871, is RETREAT and not CONCEDE). CAMEO 01, a mere
 * statement, has no PLOVER root.
 *
 * @see Gerner, Schrodt and Yilmaz (2009). CAMEO codebook, in: Schrodt (2012) CAMEO 1.1b3.
 */
const cameoToPlover: Readonly<Record<string, { readonly root: Root; readonly mode?: string }>> = {
  '02': { root: 'REQUEST' },
  '023': { root: 'REQUEST', mode: 'assist' },
  '024': { root: 'REQUEST', mode: 'change' },
  '025': { root: 'REQUEST', mode: 'yield' },
  '026': { root: 'REQUEST', mode: 'meet' },
  '027': { root: 'REQUEST', mode: 'meet' },
  '028': { root: 'REQUEST', mode: 'meet' },
  '03': { root: 'AGREE' },
  '04': { root: 'CONSULT' },
  '041': { root: 'CONSULT', mode: 'phone' },
  '042': { root: 'CONSULT', mode: 'visit' },
  '043': { root: 'CONSULT', mode: 'visit' },
  '045': { root: 'CONSULT', mode: 'third-party' },
  '046': { root: 'CONSULT' },
  '05': { root: 'SUPPORT' },
  '057': { root: 'AGREE' },
  '06': { root: 'COOPERATE' },
  '07': { root: 'AID' },
  '075': { root: 'AID' },
  '08': { root: 'CONCEDE' },
  '0832': { root: 'CONCEDE' },
  '084': { root: 'RETREAT', mode: 'release' },
  '086': { root: 'RETREAT', mode: 'access' },
  '087': { root: 'RETREAT' },
  '0871': { root: 'RETREAT', mode: 'ceasefire' },
  '0872': { root: 'RETREAT' },
  '0873': { root: 'RETREAT', mode: 'disarm' },
  '0874': { root: 'RETREAT', mode: 'withdraw' },
  '09': { root: 'ACCUSE', mode: 'investigate' },
  '10': { root: 'REQUEST' },
  '103': { root: 'REQUEST', mode: 'change' },
  '104': { root: 'REQUEST', mode: 'change' },
  '105': { root: 'REQUEST', mode: 'yield' },
  '11': { root: 'ACCUSE' },
  '111': { root: 'ACCUSE', mode: 'disapprove' },
  '112': { root: 'ACCUSE', mode: 'allege' },
  '12': { root: 'REJECT' },
  '13': { root: 'THREATEN' },
  '131': { root: 'THREATEN', mode: 'restrict' },
  '14': { root: 'PROTEST' },
  '145': { root: 'PROTEST', mode: 'riot' },
  '15': { root: 'MOBILIZE' },
  '152': { root: 'MOBILIZE', mode: 'militia' },
  '154': { root: 'MOBILIZE', mode: 'troops' },
  '16': { root: 'SANCTION' },
  '166': { root: 'SANCTION', mode: 'expel' },
  '17': { root: 'COERCE' },
  '18': { root: 'ASSAULT' },
  '182': { root: 'ASSAULT', mode: 'beat' },
  '19': { root: 'ASSAULT' },
  '194': { root: 'ASSAULT', mode: 'heavy-weapons' },
  '195': { root: 'ASSAULT', mode: 'aerial' },
  '20': { root: 'ASSAULT', mode: 'unconventional' },
};

/** CAMEO codes for a PLOVER root with a mode, where one is closer than the root's own. */
const ploverToCameo: Readonly<Record<string, string>> = {
  'CONSULT visit': '042',
  'CONSULT third-party': '045',
  'CONSULT phone': '041',
  'CONSULT multilateral': '046',
  'REQUEST assist': '023',
  'REQUEST change': '103',
  'REQUEST yield': '105',
  'REQUEST meet': '026',
  'ACCUSE investigate': '09',
  'ACCUSE disapprove': '111',
  'ACCUSE allege': '112',
  'RETREAT withdraw': '0874',
  'RETREAT release': '0841',
  'RETREAT disarm': '0873',
  'RETREAT ceasefire': '0871',
  'RETREAT access': '0863',
  'RETREAT resign': '0831',
  'THREATEN restrict': '131',
  'PROTEST riot': '145',
  'SANCTION expel': '166',
  'MOBILIZE troops': '154',
  'MOBILIZE militia': '152',
  'COERCE curfew': '1723',
  'COERCE martial-law': '1724',
  'COERCE censor': '1722',
  'ASSAULT beat': '182',
  'ASSAULT aerial': '195',
  'ASSAULT drone': '195',
  'ASSAULT heavy-weapons': '194',
  'ASSAULT unconventional': '204',
};

/**
 * Goldstein scores of CAMEO codes as ICEWS uses them, each code listed only where it differs from the code
 * above it.
 *
 * @see Goldstein, J. S. (1992). A conflict-cooperation scale for WEIS events data. Journal of Conflict
 *   Resolution 36(2): 369–385; the CAMEO mapping of ICEWS (312 codes).
 */
const goldsteinTable = [
  '01:0 011:-0.1 012:-0.4 013:0.4 016:-5 018:3.4 019:3.4',
  '02:3 021:3.4 022:3.4 023:3.4 024:-0.3 025:-0.3 026:4 027:4 028:4',
  '03:4 031:5.2 032:4.5 033:5.2 0334:6 034:7 035:7 037:5 038:7 039:5',
  '04:1 042:1.9 043:2.8 044:2.5 045:5 046:7',
  '05:3.5 051:3.4 053:3.8 054:6 055:7 056:7 057:8',
  '06:6 061:6.4 062:7.4 063:7.4 064:7',
  '07:7 071:7.4 072:8.3 073:7.4 074:8.5',
  '08:5 084:7 085:7 086:9 087:9 0874:10',
  '09:-2',
  '10:-5',
  '11:-2',
  '12:-4 125:-5 126:-5 127:-5 128:-5 129:-5',
  '13:-6 130:-4.4 131:-5.8 132:-5.8 133:-5.8 134:-5.8 135:-5.8 136:-7 137:-7 138:-7 139:-7',
  '14:-6.5 144:-7.5 145:-7.5',
  '15:-7.2',
  '16:-4 162:-5.6 163:-8 164:-6.5 165:-7 166:-7',
  '17:-7 171:-9.2 172:-5 173:-5 174:-5 175:-9',
  '18:-9 182:-9.5 1821:-9 1822:-9 1823:-10 183:-10 184:-8 185:-8 186:-10',
  '19:-10 191:-9.5 192:-9.5 196:-9.5',
  '20:-10 201:-9.5',
].join(' ');

const goldstein = new Map(
  goldsteinTable.split(' ').map((entry) => {
    const [code = '', score = ''] = entry.split(':');
    return [code, Number(score)] as const;
  }),
);

/** The entry of the longest prefix of the code, which must be two to four digits. */
function byPrefix<T>(code: string, find: (prefix: string) => T | undefined): T | undefined {
  for (let length = code.length; length >= 2; length--) {
    const found = find(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the text is a CAMEO code: two to four digits under one of the twenty roots. */
export const isCameo = (code: string): boolean => /^(0[1-9]|1\d|20)\d{0,2}$/.test(code);

function checkCameo(code: string): void {
  if (!isCameo(code))
    throw new MultivectorError('input', `“${code}” is not a CAMEO code`, {
      hint: 'a CAMEO code has two to four digits and begins with 01 to 20, such as 042',
    });
}

/** The PLOVER root and mode of a CAMEO code; nothing for a mere statement (01), which PLOVER leaves out. */
export function ploverFromCameo(code: string): { readonly root: Root; readonly mode?: string } | undefined {
  checkCameo(code);
  return byPrefix(code, (prefix) => cameoToPlover[prefix]);
}

/** The CAMEO code nearest to a PLOVER root and mode. */
export function cameoFromPlover(root: Root, mode?: string): string {
  return ploverToCameo[`${root} ${mode ?? ''}`] ?? ontology[root].cameo;
}

/** Goldstein score of a CAMEO code, [-10, 10]. */
export function goldsteinOf(code: string): number {
  checkCameo(code);
  return byPrefix(code, (prefix) => goldstein.get(prefix)) ?? 0;
}
