import type { Measure } from '../measure.ts';
import { effectiveNumberMeasure } from './effective-number.ts';
import { evennessMeasure } from './evenness.ts';
import { herfindahlMeasure } from './herfindahl.ts';
import { leaderMeasure, topShareMeasure } from './top-share.ts';

export {
  effectivePartners,
  effectivePartnersShannon,
  evenness,
} from './effective-partners.ts';
export { herfindahl, herfindahlNormalised } from './herfindahl.ts';
export { hill, shares } from './hill.ts';
export { topShare } from './top-share.ts';
export { areas, type Extremes, extremes, type KnownShares } from './unknown-rest.ts';

/** How amounts are spread over partners. */
export const concentrationMeasures: readonly Measure[] = [
  herfindahlMeasure,
  effectiveNumberMeasure,
  evennessMeasure,
  leaderMeasure,
  topShareMeasure,
];
