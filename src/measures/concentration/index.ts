import type { Measure } from '../measure.ts';

export {
  effectivePartners,
  effectivePartnersShannon,
  evenness,
  shares,
} from './effective-partners.ts';

/** How amounts are spread over partners. */
export const concentrationMeasures: readonly Measure[] = [];
