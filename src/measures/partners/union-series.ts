import { membersOf } from './partner-amounts.ts';
import type { PartnerFigure, PartnerSeries, PartnerYear } from './partner-series.ts';

/**
 * The members of the European Union as one state, from series of their own: what they have with others, and nothing of
 * what they have with each other. A year counts where every member of that year has figures from the source.
 *
 * @returns one series for each source that has such a year
 */
export function unionSeries(ofMembers: readonly PartnerSeries[]): PartnerSeries[] {
  const whole = ofMembers.filter(({ list }) => list === 'complete'); // lists of the largest cannot be added up
  return [...new Set(whole.map(({ source }) => source))].flatMap((source): PartnerSeries[] => {
    const series = whole.filter((one) => one.source === source);
    const [first] = series;
    if (!first) return [];
    const all = new Set(series.flatMap(({ years }) => [...years.keys()]));
    const years = [...all]
      .sort((a, b) => a - b)
      .flatMap((year): [number, PartnerYear][] => {
        const members = membersOf('EU', year);
        const own = members.map((member) => series.find(({ focal }) => focal === member)?.years.get(year));
        return own.every((one) => one !== undefined) ? [[year, outside(own, members)]] : [];
      });
    return years.length === 0 ? [] : [{ ...first, focal: 'EU', years: new Map(years) }];
  });
}

function outside(own: readonly PartnerYear[], members: readonly string[]): PartnerYear {
  const partners = new Map<string, PartnerFigure>();
  for (const year of own)
    for (const [partner, { value, records }] of year.partners) {
      if (members.includes(partner)) continue;
      const known = partners.get(partner);
      partners.set(partner, {
        value: value === undefined ? known?.value : (known?.value ?? 0) + value,
        records: [...(known?.records ?? []), ...records],
      });
    }
  return { partners, unassigned: own.reduce((sum, one) => sum + one.unassigned, 0), total: undefined };
}
