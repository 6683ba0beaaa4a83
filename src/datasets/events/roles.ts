/**
 * CAMEO's roles by the sectors that ICEWS gives an actor, the more telling first: a ministry of defence is of the
 * government and the military, and counts as military.
 */
const roles: readonly (readonly [string, readonly string[]])[] = [
  ['SPY', ['Military Intelligence', 'Intelligence', 'Civilian Intelligence']],
  ['MIL', ['Military', 'Army', 'Navy', 'Air Force', 'Marines', 'Defense / Security Ministry']],
  ['COP', ['Police']],
  ['JUD', ['Judicial']],
  ['LEG', ['Legislative / Parliamentary']],
  ['IGO', ['International Government Organization']],
  ['OPP', ['Opposition Major Party (Out Of Government)', 'Opposition Minor Party (Out Of Government)']],
  ['GOV', ['Government', 'Executive', 'Cabinet']],
  ['SEP', ['Separatists']],
  ['REB', ['Rebel', 'Insurgents']],
  ['CRM', ['Criminals / Gangs', 'Organized Crime']],
  ['MED', ['Media', 'News']],
  ['EDU', ['Education']],
  ['HLH', ['Medical / Health']],
  ['BUS', ['Business']],
  ['LAB', ['Labor']],
  ['NGO', ['Nongovernmental Organizations / Activists', 'Nongovernmental Organization (International)']],
  ['CVL', ['General Population / Civilian / Social']],
];

/** SQL of the role that a list of sectors, commas between, gives an actor; the list itself where it is none of CAMEO's. */
export const roleSql = (sectors: string): string =>
  `CASE ${roles
    .map(
      ([role, names]) =>
        `WHEN ${names.map((name) => `contains(',' || ${sectors} || ',', ',${name},')`).join(' OR ')} THEN '${role}'`,
    )
    .join(' ')} ELSE ${sectors} END`;
