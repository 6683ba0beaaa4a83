/**
 * Words of estimative probability with their ranges. A likelihood and a confidence are never put into one
 * sentence: likelihood is about the world, confidence about the sources.
 *
 * @see Office of the Director of National Intelligence (2015). Intelligence Community Directive 203, Analytic Standards.
 */
export const likelihoods = {
  'almost-no-chance': { words: 'almost no chance', low: 0.01, high: 0.05 },
  'very-unlikely': { words: 'very unlikely', low: 0.05, high: 0.2 },
  unlikely: { words: 'unlikely', low: 0.2, high: 0.45 },
  'roughly-even': { words: 'roughly even chance', low: 0.45, high: 0.55 },
  likely: { words: 'likely', low: 0.55, high: 0.8 },
  'very-likely': { words: 'very likely', low: 0.8, high: 0.95 },
  'almost-certain': { words: 'almost certain', low: 0.95, high: 0.99 },
} as const;

export type Likelihood = keyof typeof likelihoods;
export const likelihoodIds = Object.keys(likelihoods) as [Likelihood, ...Likelihood[]];

export const confidences = ['low', 'moderate', 'high'] as const;
export type Confidence = (typeof confidences)[number];
