import { spread } from './collide.ts';
import { type Element, element } from './element.ts';
import { at, type FigureOptions, focusRing, frame, markAttributes } from './frame.ts';
import { linear, niceStep, niceTicks } from './scale.ts';
import { fitText, haloText, textWidth } from './text.ts';
import { paperTheme } from './theme.ts';

export interface Dot {
  readonly value: number;
  /** What stands beside the dot: a year, a source. */
  readonly text: string;
  /** What it says in whole: to a screen reader and to the pointer. */
  readonly told: string;
  readonly record: string;
  /** Which of two or more series it belongs to, for its shape. */
  readonly series?: number | undefined;
}

export interface DotRow {
  readonly name: string;
  readonly dots: readonly Dot[];
}

export interface DotChartOptions extends FigureOptions {
  readonly width?: number;
  /** What is claimed: a line through all rows. */
  readonly reference?: { readonly value: number; readonly text: string } | undefined;
  readonly write: (value: number) => string;
  readonly title: string;
  /** Whether names stand above their rows; so they do where there is little room. */
  readonly stacked?: boolean;
  /** Written at the end of the axis. */
  readonly unit?: string;
  /** Whether 0 must be on the axis, as for shares. */
  readonly zero?: boolean;
}

/** Statements of several sources on one axis, a row for each, so that how far they lie apart is seen. */
export function dotChart(rows: readonly DotRow[], options: DotChartOptions): Element {
  const {
    theme = paperTheme,
    width = 520,
    interactive = true,
    reference,
    write,
    title,
    zero,
    unit = '',
  } = options;
  const font = 11.5;
  const narrow = options.stacked ?? width < 420;
  const gutter = narrow
    ? 4
    : Math.min(width * 0.3, Math.max(0, ...rows.map(({ name }) => textWidth(name, font))) + 14);
  const values = [
    ...rows.flatMap(({ dots }) => dots.map(({ value }) => value)),
    ...(reference ? [reference.value] : []),
    ...(zero ? [0] : []),
  ];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = niceStep(most - least || Math.abs(most) || 1, 5);
  const [low, high] = [Math.floor(least / step + 1e-9) * step, Math.ceil(most / step - 1e-9) * step];
  const x = linear(low, high === low ? low + step : high, gutter + 16, width - 22);
  const head = narrow ? font * 1.4 : 0;
  const row = 36 + head;
  const top = font * 1.9;
  const bottom = top + rows.length * row;
  return frame(
    { width, height: Math.ceil(bottom + font * (unit ? 3 : 2)), label: title, theme, interactive },
    'dot-chart',
    element(
      'g',
      { 'aria-hidden': 'true' },
      ...niceTicks(low, high, narrow ? 4 : 6).flatMap((tick) => [
        element('path', {
          d: `M${at(x(tick), top)}V${bottom}`,
          stroke: Math.abs(tick) < 1e-9 ? theme.mutedInk : theme.faint,
          'stroke-width': 0.7,
        }),
        element(
          'text',
          {
            x: x(tick),
            y: bottom + font * 1.3,
            'text-anchor': 'middle',
            'font-size': font * 0.94,
            fill: theme.mutedInk,
          },
          write(tick),
        ),
      ]),
      unit
        ? element(
            'text',
            {
              x: width - 4,
              y: bottom + font * 2.5,
              'text-anchor': 'end',
              'font-size': font * 0.94,
              'font-style': 'italic',
              fill: theme.mutedInk,
            },
            unit,
          )
        : undefined,
      ...rows.map(({ name }, index) =>
        element(
          'text',
          {
            x: narrow ? 4 : gutter,
            y: top + index * row + (narrow ? font * 1.3 : row / 2 + font * 0.35),
            'text-anchor': narrow ? 'start' : 'end',
            'font-size': font,
            'font-weight': 600,
            fill: theme.ink,
          },
          fitText(name, font, narrow ? width - 8 : gutter - 2),
        ),
      ),
      ...(reference
        ? [
            element('path', {
              d: `M${at(x(reference.value), top - 4)}V${bottom}`,
              stroke: theme.accent,
              'stroke-width': 1.6,
              'stroke-dasharray': '4 3',
            }),
            haloText(
              theme,
              {
                x: Math.min(x(reference.value), width - textWidth(reference.text, font) / 2 - 4),
                y: font,
                'text-anchor': 'middle',
                'font-size': font,
                'font-weight': 600,
                fill: theme.accent,
              },
              reference.text,
            ),
          ]
        : []),
    ),
    ...rows.flatMap(({ dots }, index) => {
      const y = top + index * row + head + 12;
      const sorted = [...dots].sort((a, b) => a.value - b.value || (a.text < b.text ? -1 : 1));
      const labels = spread(
        sorted.map(({ value }) => x(value)),
        sorted.map(({ text }) => textWidth(text, font * 0.92) + 5),
        gutter + 2,
        width - 2,
      );
      return sorted.map(({ value, text, told, record, series = 0 }, place) => {
        const labelX = labels[place] ?? x(value);
        const r = 5;
        const colour = series === 0 ? theme.ink : theme.accent;
        return element(
          'g',
          markAttributes('mv-dot', { record }, told, interactive),
          element('title', {}, told),
          element('path', {
            d: `M${at(x(value), y + 4)}L${at(labelX, y + 12)}`,
            stroke: theme.mutedInk,
            'stroke-width': 0.6,
          }),
          focusRing(theme, x(value), y, r + 3),
          element('circle', {
            cx: x(value),
            cy: y,
            r,
            fill: series === 0 ? theme.mutedInk : theme.paper,
            stroke: colour,
            'stroke-width': series === 0 ? 1 : 2,
          }),
          haloText(
            theme,
            {
              x: labelX,
              y: y + 13 + font * 0.8,
              'text-anchor': 'middle',
              'font-size': font * 0.92,
              fill: theme.mutedInk,
            },
            text,
          ),
        );
      });
    }),
  );
}
