import type { Measure } from '../measure.ts';

export {
  type EventBalance,
  eventBalance,
  eventIntensity,
  fewestRecords,
  hasHappened,
  level,
  netCooperation,
  netCooperationInterval,
} from './event-balance.ts';

/** Acts between states, reviewed or coded by machine. */
export const eventMeasures: readonly Measure[] = [];
