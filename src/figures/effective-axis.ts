import { type Gap, type Interval, isGap, type Value } from '../model/gap.ts';
import { type Element, element } from './element.ts';
import { frame } from './frame.ts';
import { linear } from './scale.ts';
import { paperTheme, type Theme } from './theme.ts';
import { gapText } from './words.ts';

export interface EffectiveAxisInput {
  readonly value: Value;
  readonly interval: Interval | Gap;
  /** How many partners have a weight: the highest value there can be. */
  readonly partners: number;
}

/**
 * The effective number of partners with its interval, on the axis from one partner that has all to as many as there
 * are, all equal. Every whole number has a tick.
 */
export function effectiveAxis(
  { value, interval, partners }: EffectiveAxisInput,
  { theme = paperTheme, width = 300 }: { readonly theme?: Theme; readonly width?: number } = {},
): Element {
  const most = Math.max(2, partners);
  const x = linear(1, most, 8, width - 8);
  const [line, font] = [16, 11];
  const known = isGap(interval) ? undefined : interval;
  const label = isGap(value)
    ? `no effective number of partners: ${gapText(value)}`
    : `${value.toFixed(1)} effective partners of ${partners}${known ? `, interval ${known.low.toFixed(1)} to ${known.high.toFixed(1)}` : ''}`;
  const ticks = Array.from({ length: most }, (_, i) => i + 1);
  const stride = Math.ceil((most - 1) / Math.max(1, Math.floor((width - 16) / 26)));
  return frame(
    { width, height: 40, label, theme, interactive: false },
    'effective-axis',
    element('path', { d: `M${x(1)} ${line}H${x(most)}`, stroke: theme.mutedInk, 'stroke-width': 0.8 }),
    ...ticks.flatMap((tick) => [
      element('path', {
        d: `M${x(tick)} ${line - 3}v6`,
        stroke: theme.mutedInk,
        'stroke-width': 0.8,
      }),
      (tick - 1) % stride === 0 || tick === most
        ? element(
            'text',
            {
              x: x(tick),
              y: line + 8 + font,
              'text-anchor': 'middle',
              'font-size': font,
              fill: theme.mutedInk,
            },
            String(tick),
          )
        : undefined,
    ]),
    known
      ? element('rect', {
          x: x(known.low),
          y: line - 4.5,
          width: Math.max(1, x(known.high) - x(known.low)),
          height: 9,
          rx: 4.5,
          fill: theme.accent,
          'fill-opacity': 0.3,
        })
      : undefined,
    isGap(value)
      ? undefined
      : element('circle', {
          cx: x(value),
          cy: line,
          r: 6,
          fill: theme.accent,
          stroke: theme.paper,
          'stroke-width': 1.6,
        }),
  );
}
