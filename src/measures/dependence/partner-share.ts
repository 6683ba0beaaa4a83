import { z } from 'zod';
import { defineMeasure } from '../measure.ts';
import { quantities } from '../partners/quantities.ts';
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
  choices: z.object({
    indicator: z
      .enum(quantities)
      .default('exports')
      .describe('of what; of investment the stock, never the flow'),
    source: z
      .string()
      .optional()
      .describe('id of the source, such as cow-trade; left out, the one that tells most speaks in each year'),
    years: z
      .number()
      .int()
      .min(1)
      .max(50)
      .optional()
      .describe('how many years are added up; 1, and 10 for arms'),
  }),
  chart: 'lines',
  compute: ({ choices: { indicator, source, years = usualYears(indicator) }, ...asked }, evidence) =>
    sharesOf({ ...asked, quantity: indicator, source, years }, evidence),
});
