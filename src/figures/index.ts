/** The list of what there is to draw: plain functions from rows to a drawing, the same in browser and brief. */
export { initialBearing, sumOfArrows } from './bearing.ts';
export { type ChangePointLine, changePoints } from './change-points.ts';
export { type Dot, type DotChartOptions, type DotRow, dotChart } from './dot-chart.ts';
export { type EffectiveAxisInput, effectiveAxis } from './effective-axis.ts';
export { type Element, element, svgText } from './element.ts';
export type { FigureOptions } from './frame.ts';
export { type IntervalDotsOptions, type IntervalRow, intervalDots } from './interval-dots.ts';
export { type LevelChange, levelsOf, type SeriesLevel } from './levels.ts';
export type { SeriesLimit } from './limits.ts';
export { type PositionAxisInput, positionAxis } from './position-axis.ts';
export { rose } from './rose.ts';
export type { RoseInput, RoseOptions, RosePartner } from './rose-input.ts';
export { type SeriesLine, type SeriesOptions, series } from './series.ts';
export type { SeriesPoint } from './series-point.ts';
export { type ShareBarsOptions, type ShareRow, shareBars } from './share-bars.ts';
export { type SparkOptions, spark } from './spark.ts';
export { type SpecificationCurveOptions, specificationCurve } from './specification-curve.ts';
export {
  directionColour,
  directionStep,
  directionWord,
  distinctColours,
  paperTheme,
  screenColours,
  screenCss,
  screenTheme,
  type Theme,
} from './theme.ts';
export { type MapOptions, type MapPartner, mapNote, type TieMapInput, tieMap } from './tie-map.ts';
export {
  type Lane,
  lanesByDimension,
  type TimelineInput,
  type TimelineOptions,
  timeline,
} from './timeline.ts';
export { directionCell, weightCell } from './vector-cells.ts';
export { vectorWords } from './words.ts';
