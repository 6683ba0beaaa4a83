import { z } from 'zod';
import type { By } from '../measure.ts';
import type { Watched } from './watched.ts';

/** Points from which the level and the noise are learned before anything is said. */
export const usualTraining: Readonly<Record<By, number>> = { session: 10, year: 10, month: 24 };

export const trainingChoice = {
  training: z
    .number()
    .int()
    .min(5)
    .optional()
    .describe('first points, from which level and noise are learned; usual: 10 years or sessions, 24 months'),
};

/** What the first points tell: a level, and the standard deviation about it. */
export interface Learned {
  readonly points: number;
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and standard deviation (n − 1) of the first points; what comes later does not move them. */
export function learnedFrom({ values }: Pick<Watched, 'values'>, points: number): Learned {
  const first = values.slice(0, points);
  const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
  const squares = first.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { points, mean, deviation: Math.sqrt(squares / (first.length - 1)) };
}
