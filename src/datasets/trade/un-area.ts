/**
 * The United Nations' codes for areas in trade that are not ISO 3166-1's numbers for states: their own for some
 * states, territories, and states that are no more (ISO 3166-3). By number, and by letters where Comtrade has its own.
 *
 * @see United Nations Statistics Division, Standard country or area codes (M49), and Comtrade's list of partner areas
 */
export const unArea: Readonly<Record<string, string>> = {
  0: 'WLD',
  W00: 'WLD',
  97: 'EU',
  EUR: 'EU',
  // Who reports for its neighbours or under a number of its own.
  251: 'FRA', // with Monaco
  490: 'TWN', // “Other Asia, not elsewhere specified”: in practice Taiwan
  S19: 'TWN',
  579: 'NOR', // with Svalbard
  699: 'IND', // with Sikkim
  736: 'SDN', // until 2011
  757: 'CHE', // with Liechtenstein
  841: 'USA', // until 1980
  842: 'USA', // with Puerto Rico and the Virgin Islands
  280: 'DEU', // until 1990
  // Territories.
  10: 'ATA',
  16: 'ASM',
  60: 'BMU',
  74: 'BVT',
  86: 'IOT',
  92: 'VGB',
  136: 'CYM',
  162: 'CXR',
  166: 'CCK',
  175: 'MYT',
  184: 'COK',
  234: 'FRO',
  238: 'FLK',
  239: 'SGS',
  248: 'ALA',
  254: 'GUF',
  258: 'PYF',
  260: 'ATF',
  292: 'GIB',
  304: 'GRL',
  312: 'GLP',
  316: 'GUM',
  334: 'HMD',
  344: 'HKG',
  446: 'MAC',
  474: 'MTQ',
  500: 'MSR',
  531: 'CUW',
  533: 'ABW',
  534: 'SXM',
  535: 'BES',
  540: 'NCL',
  570: 'NIU',
  574: 'NFK',
  580: 'MNP',
  581: 'UMI',
  612: 'PCN',
  630: 'PRI',
  638: 'REU',
  652: 'BLM',
  654: 'SHN',
  660: 'AIA',
  663: 'MAF',
  666: 'SPM',
  732: 'ESH',
  744: 'SJM',
  772: 'TKL',
  796: 'TCA',
  831: 'GGY',
  832: 'JEY',
  833: 'IMN',
  850: 'VIR',
  876: 'WLF',
  // States that are no more.
  200: 'CSK',
  278: 'DDR',
  530: 'ANT',
  582: 'PCI',
  720: 'YMD',
  810: 'SUN',
  890: 'YUG',
  891: 'SCG',
};
