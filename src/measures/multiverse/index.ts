/** A finding recomputed under every choice that can be defended, and what turns it. */
export type { Finding, Judgement, Reading } from './finding.ts';
export { type FindingAsked, type FindingKind, findingKinds, findingOf } from './finding-kinds.ts';
export { type MultiverseAsked, multiverse, notIndependent } from './multiverse.ts';
export { multiverseOf } from './of-measure.ts';
export { questionChoices } from './own-universe.ts';
export type {
  Alternative,
  Exclusion,
  MeasureAlternative,
  OpenChoice,
  Universe,
  Wanted,
} from './universe.ts';
