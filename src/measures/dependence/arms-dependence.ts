import { z } from 'zod';
import { defineMeasure } from '../measure.ts';
import { sharesOf } from './with-partners.ts';

/** Years over which deliveries of arms are added up: they come in lumps. */
export const armsWindow = 10;

/**
 * How much a delivery still counts after some years, where arms wear out evenly over the window: 1 − age/window.
 *
 * @param age years since the delivery, from 0
 * @param window years after which nothing is left; above 0
 * @returns from 0 to 1
 * @example linearDecay(5, 20) // 0.75
 */
export const linearDecay = (age: number, window: number): number =>
  Math.min(1, Math.max(0, 1 - age / window));

export const armsDependenceMeasure = defineMeasure({
  id: 'arms-dependence',
  family: 'dependence',
  title: 'Dependence on a supplier of arms',
  question: 'What share of the arms that the focal state was given is this partner’s?',
  formula: 'Σₜ w(t) TIVᵢⱼ(t) / Σₜ w(t) TIVᵢ(t), w = 1, or 1 − age/window',
  unit: 'share',
  range: [0, 1],
  cite: [
    'Stockholm International Peace Research Institute. Arms Transfers Database: sources and methods. https://www.sipri.org/databases/armstransfers',
    'Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics 7(1): 1–26. doi:10.1214/aos/1176344552',
  ],
  weak: 'The trend-indicator value is military worth, not price. Major weapons alone: small arms, spare parts, licences and upkeep are not in it, and upkeep is what ties longest. What was inherited from the Soviet Union is no delivery. The window and the even wear are conventions.',
  interval:
    '90 % percentile bootstrap over deals, 1,000 draws; deliveries of unknown suppliers may be this one’s or not.',
  partners: 'needed',
  by: ['year'],
  choices: z.object({
    window: z
      .number()
      .int()
      .min(1)
      .max(50)
      .default(armsWindow)
      .describe('years of deliveries that count, the given one the last; 20 to 30 goes with linear decay'),
    decay: z
      .enum(['none', 'linear'])
      .default('none')
      .describe('whether old deliveries count less: linear lets them wear out evenly over the window'),
  }),
  chart: 'lines',
  compute: ({ choices: { window, decay }, ...asked }, evidence) =>
    sharesOf(
      {
        ...asked,
        quantity: 'arms-imports',
        years: window,
        weight: decay === 'linear' ? (age) => linearDecay(age, window) : undefined,
      },
      evidence,
    ),
});
