import { z } from 'zod';
import type { Figure } from '../../model/figure.ts';
import { type Gap, gap, type Interval, isGap, type Value } from '../../model/gap.ts';
import { level } from '../events/event-balance.ts';
import { archiveOf, defineMeasure } from '../measure.ts';
import { amountsAt } from '../partners/partner-amounts.ts';
import { seriesOf } from '../partners/series-at-hand.ts';
import { ofSource, windowEnds, yearsToRead } from '../partners/windows.ts';
import { partnersSeries, shareFromPartner } from './both-ways.ts';
import { type ShareWith, shareWith } from './share-with.ts';
import { tradeChoices } from './trade-dependence.ts';
import { notCovered } from './with-partners.ts';

/**
 * Asymmetry of dependence: (a − b) / (a + b).
 *
 * @param own one side's dependence on the other, finite and ≥ 0
 * @param other the other's dependence on it, in the same unit
 * @returns from −1 (the other depends alone) through 0 (both alike) to 1 (the one side depends alone); a gap where
 *   neither depends
 * @see Keohane, R. O. and Nye, J. S. (1977). Power and Interdependence. Little, Brown.
 * @example asymmetry(0.3, 0.1) // 0.4999…
 */
export function asymmetry(own: number, other: number): Value {
  if (!(own >= 0 && other >= 0) || own + other === 0)
    return gap('no-records', 'neither side has any of it with the other');
  return (own - other) / (own + other);
}

/** The bounds that those of both shares leave; a gap where both are full counts. */
function boundsOf(own: ShareWith, other: ShareWith): Interval | Gap {
  const ends = ({ value, interval }: ShareWith) =>
    interval && !isGap(interval) ? interval : { low: value as number, high: value as number };
  const [a, b] = [ends(own), ends(other)];
  const [low, high] = [asymmetry(a.low, b.high), asymmetry(a.high, b.low)];
  return isGap(low) || isGap(high) || low === high
    ? gap('not-applicable', 'full counts on both sides: neither chance nor choice is in it')
    : { low, high, level, method: 'bounds' };
}

export const tradeAsymmetryMeasure = defineMeasure({
  id: 'trade-asymmetry',
  family: 'dependence',
  title: 'Asymmetry of trade dependence',
  question: 'Which side depends more on the trade between them?',
  formula: '(Dᵢⱼ − Dⱼᵢ) / (Dᵢⱼ + Dⱼᵢ)',
  unit: 'index',
  range: [-1, 1],
  cite: [
    'Keohane, R. O. and Nye, J. S. (1977). Power and Interdependence: World Politics in Transition. Little, Brown.',
    'Barbieri, K. (1996). Economic interdependence: a path to peace or a source of interstate conflict? Journal of Peace Research 33(1): 29–49. doi:10.1177/0022343396033001003',
  ],
  weak: 'A small state beside a large one is near 1 whatever they trade: it tells sizes apart before it tells relations apart. It is the same for much trade and for little.',
  interval: 'The bounds of both shares, taken together; none for full counts.',
  partners: 'needed',
  by: ['year'],
  choices: z.object(tradeChoices),
  chart: 'lines',
  compute: async ({ focal, partners, from, to, choices: { of, source, years } }, evidence) => {
    const archive = archiveOf(evidence, 'trade of the partners', 'cow-trade');
    const read = yearsToRead(from, to, years);
    const own = ofSource(await seriesOf(evidence, focal, of, read), source);
    const all = await partnersSeries(archive, partners, of, read);
    const figures = partners.flatMap((partner) =>
      windowEnds(own, from, to, years).map((year): Figure => {
        const theirs = all.get(partner) ?? [];
        const common = own.find(
          (one) =>
            amountsAt([one], year, years)?.whole !== undefined && amountsAt(theirs, year, years, one.source),
        )?.source;
        const amounts = amountsAt(own, year, years, source ?? common);
        const back = shareFromPartner(theirs, focal, year, years, source ?? common);
        if (!amounts || !back) return notCovered(focal, partner, `${of} of both sides`, year, years);
        const there = shareWith(amounts, partner);
        const known = typeof there.value === 'number' && typeof back.value === 'number';
        return {
          about: focal,
          partner,
          period: amounts.period,
          value: known
            ? asymmetry(there.value as number, back.value as number)
            : isGap(there.value)
              ? there.value
              : back.value,
          interval: known ? boundsOf(there, back) : undefined,
          n: 2,
          records: there.records,
          source: amounts.basis === 'archive' ? amounts.source : undefined,
          note: known
            ? `${focal} ${(there.value as number).toFixed(4)}, ${partner} ${(back.value as number).toFixed(4)}${
                back.amounts.source === amounts.source
                  ? ''
                  : ` (${amounts.source} and ${back.amounts.source})`
              }`
            : undefined,
        };
      }),
    );
    const sources = new Set(figures.flatMap(({ source: one }) => one ?? []));
    return {
      figures,
      basis:
        own.some(({ basis }) => basis === 'dossier') && sources.size === 0
          ? 'dossier and archive'
          : 'archive',
    };
  },
});
