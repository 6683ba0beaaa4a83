/**
 * States that voted and are no more, by the names in the unvotes package: the number of the Correlates of War stands
 * for them, as in the other files. Yugoslavia and Serbia have one number (345), and one name in that package to 2019.
 */
export const formerStates = {
  Czechoslovakia: 'cow:315',
  'Federal Republic of Germany': 'cow:260',
  'German Democratic Republic': 'cow:265',
  'Yemen Arab Republic': 'cow:678',
  "Yemen People's Republic": 'cow:680',
  Yugoslavia: 'SRB',
  Zanzibar: 'cow:511',
} as const;

/**
 * Codes that ISO 3166-1 has withdrawn (ISO 3166-3) and that the UN Digital Library still uses. A state that only
 * changed its name goes under the new one; a state that others came after, by its Correlates of War number.
 */
export const formerCodes = {
  BUR: 'MMR',
  BYS: 'BLR',
  CSK: 'cow:315',
  DDR: 'cow:265',
  DHY: 'BEN',
  HVO: 'BFA',
  ROM: 'ROU',
  SCG: 'SRB',
  SUN: 'RUS',
  TMP: 'TLS',
  YMD: 'cow:680',
  YUG: 'SRB',
  ZAR: 'COD',
} as const;
