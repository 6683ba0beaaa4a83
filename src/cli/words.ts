import { styleText } from 'node:util';
import { type Gap, gapWords, type Interval, isGap, type Value } from '../model/gap.ts';
import { percent } from '../model/quantity.ts';

export { percent };

/** The minus sign of typography, as wide as a plus. */
const minus = (text: string): string => text.replace('-', '−');

export const signed = (x: number): string => minus(`${x >= 0 ? '+' : ''}${x.toFixed(2)}`);

/** Why there is no figure. */
export const reasonText = ({ gap, because }: Gap): string => because ?? gapWords[gap];
export const gapText = (gap: Gap): string => `– ${reasonText(gap)}`;
export const shareText = (value: Value): string => (isGap(value) ? '–' : percent(value));
export const numberText = (value: Value, digits = 1): string =>
  isGap(value) ? '–' : minus(value.toFixed(digits));
export const signedText = (value: Value): string => (isGap(value) ? '–' : signed(value));

/** How the numbers of one column are written: as many decimals as the largest of them can do without being noise. */
export function numberIn(values: readonly number[]): (x: number) => string {
  const most = Math.max(0, ...values.map(Math.abs));
  if (most >= 1000) return (x) => minus(count(x));
  const digits = most >= 100 ? 1 : most >= 10 ? 2 : 3;
  return (x) => minus(x.toFixed(digits));
}

/** A whole number with commas between thousands. */
export const count = (n: number): string => Math.round(n).toLocaleString('en');

/** “28–35”, both ends in the given words. */
export function rangeText(interval: Interval | Gap, words: (x: number) => string): string {
  return isGap(interval) ? '' : `${words(interval.low)}…${words(interval.high)}`;
}

/** Both ends as whole per cent: “28–35”; “<1” where even the upper end rounds to nothing. */
export function shareRange(interval: Interval | Gap): string {
  if (isGap(interval)) return '';
  const [low, high] = [interval.low, interval.high].map((end) => Math.round(end * 100));
  return high === 0 ? '<1' : `${low}–${high}`;
}

/** What makes a header stand out, where the terminal shows colour. */
export const bold =
  (colour: boolean) =>
  (text: string): string =>
    colour ? styleText('bold', text, { validateStream: false }) : text;
export const dim =
  (colour: boolean) =>
  (text: string): string =>
    colour ? styleText('dim', text, { validateStream: false }) : text;
