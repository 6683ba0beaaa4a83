import { states } from '../../model/states.ts';
import { organisationNames } from './organisations.ts';

/** Territories that have an ISO 3166-1 code and are in no list of states; their codes stay as they are. */
const territories: Readonly<Record<string, readonly string[]>> = {
  ABW: ['aruba'],
  AIA: ['anguilla'],
  ALA: ['aland islands'],
  ANT: ['netherlands antilles'],
  ASM: ['american samoa'],
  ATA: ['antarctica'],
  ATF: ['french southern territories'],
  BES: ['bonaire'],
  BLM: ['saint barthelemy'],
  BMU: ['bermuda'],
  BVT: ['bouvet island'],
  CCK: ['cocos (keeling) islands'],
  COK: ['cook islands', 'cook island'],
  CUW: ['curacao', 'curaçao'],
  CXR: ['christmas island'],
  CYM: ['cayman islands'],
  ESH: ['western sahara'],
  FLK: ['falkland islands'],
  FRO: ['faroe islands'],
  GGY: ['guernsey'],
  GIB: ['gibraltar'],
  GLP: ['guadeloupe'],
  GRL: ['greenland'],
  GUF: ['french guiana'],
  GUM: ['guam'],
  HKG: ['hong kong'],
  HMD: ['heard island and mcdonald islands'],
  IMN: ['isle of man'],
  IOT: ['british indian ocean territory'],
  JEY: ['jersey'],
  MAC: ['macao', 'macau'],
  MAF: ['saint martin (french part)'],
  MNP: ['northern mariana islands'],
  MSR: ['montserrat'],
  MTQ: ['martinique'],
  MYT: ['mayotte'],
  NCL: ['new caledonia'],
  NFK: ['norfolk island'],
  NIU: ['niue'],
  PCN: ['pitcairn'],
  PRI: ['puerto rico'],
  PYF: ['french polynesia'],
  REU: ['reunion'],
  SGS: ['south georgia and the south sandwich islands'],
  SHN: ['saint helena'],
  SJM: ['svalbard and jan mayen'],
  SPM: ['saint pierre and miquelon'],
  SXM: ['sint maarten'],
  TCA: ['turks and caicos islands'],
  TKL: ['tokelau'],
  UMI: ['united states minor outlying islands'],
  VGB: ['british virgin islands'],
  VIR: ['u.s. virgin islands', 'virgin islands, u.s.'],
  WLF: ['wallis and futuna'],
};

/** ISO 3166-1 alpha-3 codes of states and territories, each by itself. */
export const isoCodes: Readonly<Record<string, string>> = Object.fromEntries(
  [...states.map(({ id }) => id), ...Object.keys(territories)].map((id) => [id, id]),
);

/**
 * CAMEO's codes of countries, as GDELT has them. Most are ISO's; these are not. The West Bank, the Gaza Strip and
 * Baghdad have codes of their own there. Regions (AFR, EUR, MEA …) are not among them.
 *
 * @see GDELT Project, CAMEO.country.txt.
 */
export const cameoCountries: Readonly<Record<string, string>> = {
  ...isoCodes,
  BAG: 'IRQ',
  GZS: 'PSE',
  IMY: 'IMN',
  MTN: 'MNE',
  ROM: 'ROU',
  TMP: 'TLS',
  WSB: 'PSE',
  ZAR: 'COD',
};

/** How ICEWS spells states, where the list of states has no such name. */
const spellings: Readonly<Record<string, string>> = {
  congo: 'COG',
  'democratic republic of congo': 'COD',
  'moldova, republic of': 'MDA',
  'occupied palestinian territory': 'PSE',
  'palestinian territory, occupied': 'PSE',
  'russian federation': 'RUS',
  'the former yugoslav republic of macedonia': 'MKD',
  macedonia: 'MKD',
};

/** States, territories and organisations by the names that ICEWS and POLECAT give them, in lower case. */
export const actorNames: Readonly<Record<string, string>> = {
  ...organisationNames,
  ...Object.fromEntries(
    Object.entries(territories).flatMap(([id, names]) => names.map((name) => [name, id] as const)),
  ),
  ...spellings,
  ...Object.fromEntries(
    states.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((one) => [one.toLowerCase(), id] as const),
    ),
  ),
};
