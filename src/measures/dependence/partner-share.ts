import { z } from 'zod';
import { defineMeasure } from '../measure.ts';
import { amountChoices } from '../partners/choices.ts';
import { usualYears } from '../partners/windows.ts';
import { sharesOf } from './with-partners.ts';

export const partnerShareMeasure = defineMeasure({
  id: 'partner-share',
  family: 'dependence',
  title: 'Share of a partner',
  question: 'What share of the focal state’s trade, investment or arms is with this partner?',
  formula: 'sᵢⱼ = xᵢⱼ / Xᵢ',
  unit: 'share',
  range: [0, 1],
  cite: [
    'Hirschman, A. O. (1945). National Power and the Structure of Foreign Trade. University of California Press.',
  ],
  weak: 'A share is no dependence yet: it says nothing of how easily the partner is replaced. Investment is by immediate investor, so holding centres are large; negative positions count as 0. Trade on the way to somewhere else counts as trade with the place of transit.',
  interval:
    'Bounds where shares are rounded, or a part of the total is not known by partner; a bootstrap over deals for arms; none for full counts.',
  partners: 'needed',
  by: ['year'],
  choices: z.object(amountChoices),
  chart: 'lines',
  compute: ({ choices: { indicator, source, years = usualYears(indicator) }, ...asked }, evidence) =>
    sharesOf({ ...asked, quantity: indicator, source, years }, evidence),
});
