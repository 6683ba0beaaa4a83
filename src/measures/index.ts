/** Every measure: pure functions from records or numbers to figures, with intervals and gaps. No I/O. */
export { betaQuantile, incompleteBeta } from './beta.ts';
export { catalogue } from './catalogue.ts';
export * from './concentration/index.ts';
export * from './connectivity/index.ts';
export * from './dependence/index.ts';
export { disagreements } from './disagreements.ts';
export * from './drift/index.ts';
export * from './events/index.ts';
export * from './ideal-points/index.ts';
export {
  type AboutSeries,
  type Asked,
  type Basis,
  type By,
  type Computed,
  type Evidence,
  type Family,
  families,
  type Measure,
  type Measurement,
  type MeasureRequest,
  periods,
  type Workers,
} from './measure.ts';
export * from './multiverse/index.ts';
export * from './profile/index.ts';
export { quantiles, type Random, seeded } from './random.ts';
export {
  type Choice,
  choicesOf,
  type FigureRow,
  figureColumns,
  figureRow,
  measure,
  measureNamed,
} from './run.ts';
export { tasks } from './tasks.ts';
export * from './vectors/index.ts';
export * from './voting/index.ts';
