import { z } from 'zod';
import { quantities } from './quantities.ts';

/** Which source of a quantity speaks. */
export const sourceChoice = z
  .string()
  .optional()
  .describe('id of the source, such as cow-trade; left out, the one that tells most speaks in each year');

/** Of which amounts a measure over partners is, and over how many years. */
export const amountChoices = {
  indicator: z
    .enum(quantities)
    .default('exports')
    .describe('what is spread over partners; of investment the stock, never the flow'),
  source: sourceChoice,
  years: z
    .number()
    .int()
    .min(1)
    .max(50)
    .optional()
    .describe('how many years are added up; 1, and 10 for arms'),
};
