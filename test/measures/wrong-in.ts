import type { Measurement } from '../../src/measures/index.ts';
import { isGap } from '../../src/model/gap.ts';

/** What holds of every answer, whatever was asked. */
export function wrongIn({ measure: { id, range, items }, figures, asked }: Measurement): string[] {
  const seen = new Set<string>();
  return figures.flatMap((figure) => {
    const { about, partner, period, item, value, interval, n } = figure;
    const key = [about, partner ?? '-', period, item ?? '-'].join(' ');
    const wrong: string[] = [];
    if (seen.has(key)) wrong.push('is there twice');
    seen.add(key);
    if (!Number.isInteger(n) || n < 0) wrong.push(`n is ${n}`);
    if (items === undefined && item !== undefined) wrong.push('has an item that nobody expects');
    if (!/^(\d{1,3}|\d{4}([-/]\d{2,4})?)$/.test(period)) wrong.push(`period “${period}”`);
    if (!asked.focal.includes(about) && !asked.partners.includes(about)) wrong.push(`about ${about}`);
    if (!isGap(value)) {
      const slack = 1e-9 * Math.max(1, Math.abs(value));
      if (!Number.isFinite(value)) wrong.push(`value ${value}`);
      else if (value < range[0] - slack || value > range[1] + slack)
        wrong.push(`value ${value} lies outside ${range.join(' to ')}`);
      if (
        interval !== undefined &&
        !isGap(interval) &&
        !(interval.low <= value + slack && value <= interval.high + slack)
      )
        wrong.push(`value ${value} lies outside its interval ${interval.low} to ${interval.high}`);
    }
    return wrong.map((words) => `${id} ${key}: ${words}`);
  });
}
