import type { Element } from './element.ts';
import { type LevelChange, levelsOf } from './levels.ts';
import { type SeriesLine, type SeriesOptions, series } from './series.ts';

/** A series whose level changed. */
export interface ChangePointLine extends Omit<SeriesLine, 'levels'> {
  readonly changes: readonly LevelChange[];
}

/**
 * Lines over time with their levels: the mean of each stretch between changes, and the changes themselves, dotted where
 * they do not survive a penalty raised for autocorrelation.
 */
export const changePoints = (lines: readonly ChangePointLine[], options: SeriesOptions = {}): Element =>
  series(
    lines.map(({ changes, ...line }) => ({ ...line, levels: levelsOf(line.points, changes) })),
    {
      ...options,
      title:
        options.title ??
        lines
          .map(
            ({ name, changes }) =>
              `${name}: ${changes.length === 0 ? 'no change of level' : `level changed in ${changes.map(({ period }) => period).join(', ')}`}`,
          )
          .join('; '),
    },
  );
