/**
 * Organisations that event data name as actors: the acronym by which the archive knows one, its code among CAMEO's
 * known groups (`-` where there is none), and its names, in lower case. What an organisation's organs do counts as its
 * doing.
 */
const table = `
UN | UNO | united nations | un security council | united nations security council
EU | EEC | european union | european commission | european parliament | council of the european union
NATO | NAT | north atlantic treaty organization
AU | OAU | african union
ASEAN | ASN | association of southeast asian nations
LAS | ARL | arab league | league of arab states
OSCE | SCE | organization for security and cooperation in europe
CIS | CIS | commonwealth of independent states
CSTO | - | collective security treaty organization
EAEU | - | eurasian economic union
SCO | - | shanghai cooperation organization
OTS | - | organization of turkic states
OIC | OIC | organization of islamic cooperation | organisation of islamic cooperation | organization of islamic conferences
GCC | GCC | gulf cooperation council
OPEC | OPC | organization of petroleum exporting countries
OAS | OAS | organization of american states
ECOWAS | WAS | economic community of west african states
SADC | SAD | southern african development community
IGAD | IAD | intergovernmental authority on development
EAC | - | east african community
COMESA | - | common market for eastern and southern africa
ECCAS | ECA | economic community of central african states
CEMAC | CEM | monetary and economic community of central africa
UEMOA | UEM | economic and monetary union of west africa
SAARC | SAA | south asian association for regional cooperation
APEC | - | asia-pacific economic cooperation
ECO | - | economic cooperation organization
EFTA | EFT | european free trade association
CoE | COE | council of europe
G7 | GOS | g7 | group of seven
G8 | GOE | g8 | group of eight
G20 | - | g20 | group of twenty
G77 | GSS | g77 | group of seventy-seven
IMF | IMF | international monetary fund
WB | WBK | world bank
ADB | ADB | asian development bank
AfDB | AFB | african development bank
EBRD | EBR | european bank for reconstruction and development
IsDB | IDB | islamic development bank
WTO | WTO | world trade organization
WHO | WHO | world health organization
WFP | WFP | world food programme | world food program
FAO | FAO | food and agriculture organization
ILO | ILO | international labour organization | international labor organization
IOM | IOM | international organization for migration
IAEA | IAE | international atomic energy agency
UNHCR | HCR | high commission for refugees
OHCHR | HCH | office of the united nations high commissioner for human rights
UNICEF | KID | united nations children's fund
ICJ | ICJ | international court of justice
ICC | ICC | international criminal court
INTERPOL | ITP | interpol
`;

const entries = table
  .trim()
  .split('\n')
  .map((line) => line.split(' | '));

/** Acronyms by the code among CAMEO's known groups. */
export const organisationGroups: Readonly<Record<string, string>> = Object.fromEntries(
  entries.flatMap(([acronym = '', group = '-']) => (group === '-' ? [] : [[group, acronym]])),
);

/** Acronyms by the name, in lower case. */
export const organisationNames: Readonly<Record<string, string>> = Object.fromEntries(
  entries.flatMap(([acronym = '', , ...names]) => names.map((name) => [name, acronym])),
);
