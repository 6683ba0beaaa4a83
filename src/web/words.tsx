import { gapText, percent, signed } from '../figures/words.ts';
import type { Dimension } from '../model/dimension.ts';
import { type Gap, type Interval, isGap, type Value } from '../model/gap.ts';
import type { Address } from './address.ts';
import type { LightVector } from './api.ts';
import { Go } from './navigation.tsx';

export { gapText, percent, signed };

export const titled = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const decimals = (value: number, places: number): string => {
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};

/** “28–35 %”, “3.1–4.3”, “−0.1 to +0.6”; nothing where there is no interval. */
export function intervalText(interval: Interval | Gap, as: 'share' | 'number' | 'position'): string {
  if (isGap(interval)) return '';
  const { low, high } = interval;
  if (as === 'share') return `${Math.round(low * 100)}–${Math.round(high * 100)} %`;
  if (as === 'number') return `${decimals(low, 1)}–${decimals(high, 1)}`;
  return `${signed(low)} to ${signed(high)}`;
}

export const valueText = (value: Value, as: 'share' | 'number' | 'position' | 'index'): string =>
  isGap(value)
    ? '–'
    : as === 'share'
      ? percent(value)
      : as === 'number'
        ? decimals(value, 1)
        : as === 'index'
          ? decimals(value, 2)
          : signed(value, 2);

/** A number that opens what it was computed from; where there is none, the reason stands in its place. */
export function Figured({
  value,
  as,
  to,
  label,
  className = '',
  whole = false,
}: {
  value: Value;
  as: 'share' | 'number' | 'position' | 'index';
  to: Partial<Address>;
  label: string;
  className?: string;
  /** Whether the reason for a gap is written out. */
  whole?: boolean;
}) {
  const said = isGap(value) ? `no figure, ${gapText(value)}` : valueText(value, as);
  return (
    <Go to={to} className={`number ${className}`} label={`${label}: ${said}; show the evidence`}>
      {valueText(value, as)}
      {whole && isGap(value) ? <span class="because"> {gapText(value)}</span> : null}
    </Go>
  );
}

/** A vector as figures take it: what they draw needs no terms. */
export const drawn = (vector: LightVector) => ({ ...vector, terms: [] });

export const balanceKey = (dimension: Dimension, year: number, part: string): string =>
  `balance:${dimension}.${year}.${part}`;

/** Text to be laid into the clipboard, where the browser lets us. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // no permission, or no clipboard: the button says so
  }
}

/** The same for a text that is still to come: the browser is asked at once, while the reader’s click still counts. */
export async function copyWhenThere(text: Promise<string>): Promise<boolean> {
  if (typeof ClipboardItem === 'function' && navigator.clipboard)
    try {
      const item = new ClipboardItem({
        'text/plain': text.then((come) => new Blob([come], { type: 'text/plain' })),
      });
      await navigator.clipboard.write([item]);
      return true;
    } catch {
      // it takes no text that is still to come, or none at all
    }
  return copy(await text);
}
