/** The words of Multivector as types and schemas. No I/O. */
export { Actors, actorsOf, builtInActors, type Resolution, world } from './actors.ts';
export { check } from './check.ts';
export { type DateText, datePrecision, dateWords, parseDate } from './date.ts';
export { type Dimension, dimensions, dimensionWords } from './dimension.ts';
export { type Fault, MultivectorError } from './errors.ts';
export {
  type Gap,
  type GapReason,
  gap,
  gapReasons,
  gapWords,
  type Interval,
  isGap,
  type Value,
} from './gap.ts';
export { type Indicator, indicatorById, indicators, quantityOf } from './indicator.ts';
export { type Confidence, confidences, type Likelihood, likelihoods } from './likelihood.ts';
export type {
  Balance,
  Disagreement,
  Profile,
  ProfilePart,
  ProfileTerm,
  Resultant,
  Side,
  Term,
  Vector,
} from './measured.ts';
export type {
  AlternativeTally,
  ChoiceTally,
  Flip,
  Multiverse,
  NamedValue,
  Specification,
  Tally,
  Verdict,
} from './multiverse.ts';
export {
  cameoFromPlover,
  goldsteinOf,
  intensityOf,
  isCameo,
  isCooperative,
  ontology,
  ploverFromCameo,
  type QuadClass,
  quadClasses,
  type Root,
  roots,
} from './ontology.ts';
export { percent, quantityText } from './quantity.ts';
export * from './records.ts';
export { type State, stateById, states } from './states.ts';
export { type EvidenceView, evidenceOf, type Found, findRecord, shortCitation } from './trace.ts';
