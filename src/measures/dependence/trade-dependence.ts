import { z } from 'zod';
import { archiveOf, type Computed, defineMeasure, type Evidence, type MeasureRequest } from '../measure.ts';
import { sourceChoice } from '../partners/choices.ts';
import { ofSource, windowEnds, yearsToRead } from '../partners/windows.ts';
import { partnersFigure, partnersSeries, shareFromPartner } from './both-ways.ts';
import { notCovered, sharesOf } from './with-partners.ts';

/** Choices of measures of trade between two states. */
export const tradeChoices = {
  of: z.enum(['exports', 'imports', 'trade']).default('trade').describe('which trade'),
  source: sourceChoice,
  years: z.number().int().min(1).max(50).default(1).describe('how many years are added up'),
};

const choices = z.object({
  ...tradeChoices,
  whose: z
    .enum(['focal', 'partner'])
    .default('focal')
    .describe('the focal state’s dependence on the partner, or the partner’s on it'),
});

export const tradeDependenceMeasure = defineMeasure({
  id: 'trade-dependence',
  family: 'dependence',
  title: 'Trade dependence',
  question: 'What share of one side’s trade is with the other?',
  formula: 'Dᵢⱼ = (xᵢⱼ + mᵢⱼ) / (Xᵢ + Mᵢ), or xᵢⱼ / Xᵢ, or mᵢⱼ / Mᵢ; the other way round Dⱼᵢ',
  unit: 'share',
  range: [0, 1],
  cite: [
    'Barbieri, K. (1996). Economic interdependence: a path to peace or a source of interstate conflict? Journal of Peace Research 33(1): 29–49. doi:10.1177/0022343396033001003',
    'Hirschman, A. O. (1945). National Power and the Structure of Foreign Trade. University of California Press.',
  ],
  weak: 'Goods alone, and none of them weighed by how hard it is to do without. A share of trade, not of income: a closed economy that trades with one partner looks wholly dependent. The two sides’ counts differ, and so may the sources of the two directions.',
  interval:
    'Bounds where shares are rounded, or a part of the total is not known by partner; none for full counts.',
  partners: 'needed',
  by: ['year'],
  choices,
  chart: 'lines',
  compute: (request, evidence) =>
    request.choices.whose === 'focal'
      ? sharesOf({ ...request, ...request.choices, quantity: request.choices.of }, evidence)
      : ofPartners(request, evidence),
});

async function ofPartners(
  { focal, partners, from, to, choices: { of, source, years } }: MeasureRequest<z.output<typeof choices>>,
  evidence: Evidence,
): Promise<Computed> {
  const archive = archiveOf(evidence, 'trade of the partners', 'cow-trade');
  const all = await partnersSeries(archive, partners, of, yearsToRead(from, to, years));
  const figures = partners.flatMap((partner) => {
    const series = ofSource(all.get(partner) ?? [], source);
    return windowEnds(series, from, to, years).map((year) => {
      const share = shareFromPartner(series, focal, year, years, source);
      return share ? partnersFigure(focal, partner, share) : notCovered(focal, partner, of, year, years);
    });
  });
  return {
    figures,
    basis: 'archive',
    notes: figures.length === 0 ? [`nothing is at hand of ${of} of ${partners.join(', ')}`] : [],
  };
}
