import { isGap } from '../model/gap.ts';
import { spread } from './collide.ts';
import { type Element, element } from './element.ts';
import { at, type FigureOptions, focusRing, frame, markAttributes } from './frame.ts';
import { levelMarks, type SeriesLevel } from './levels.ts';
import { limitMarks, type SeriesLimit } from './limits.ts';
import { linear, niceStep, niceTicks } from './scale.ts';
import type { SeriesPoint } from './series-point.ts';
import { fitText, haloText, textWidth } from './text.ts';
import { paperTheme, type Theme } from './theme.ts';
import { gapText, percent, signed } from './words.ts';

export interface SeriesLine {
  /** Gives the line its colour: a partner's id. */
  readonly id: string;
  readonly name: string;
  /** Else the colour of the partner. */
  readonly colour?: string | undefined;
  /** Whether the band of its intervals is drawn; there is room for it either way. */
  readonly banded?: boolean | undefined;
  readonly points: readonly SeriesPoint[];
  /** Levels between changes, drawn across the line. */
  readonly levels?: readonly SeriesLevel[] | undefined;
}

export interface SeriesOptions extends FigureOptions {
  /** Pixels, 640 × 300 unless told otherwise. */
  readonly width?: number;
  readonly height?: number;
  readonly title?: string | undefined;
  /** How values are written: as per cent, as positions from -1 to 1, or as plain numbers. */
  readonly unit?: 'share' | 'position' | 'number';
  /** How values are written, where it is none of these. */
  readonly write?: ((value: number) => string) | undefined;
  /** Lowest and highest value of the axis; else from the data, with 0 in it. */
  readonly domain?: readonly [number, number];
  /** Values that the lines are held against; the axis reaches to them. */
  readonly limits?: readonly SeriesLimit[];
  /** Periods that the axis reaches to, beside those of the lines. */
  readonly reaches?: readonly string[];
  /** Least room for the numbers of the axis, so that drawings above each other begin at one place. */
  readonly leastLeft?: number;
  /** Whether lines are named at their ends; without, whoever places the drawing names them. */
  readonly named?: boolean;
}

type Unit = 'share' | 'position' | 'number';
type Write = (value: number) => string;

/** A period as a number of years. */
function yearsOf(period: string): number {
  const [year = '0', part] = (period.split(/[/–]/).at(-1) ?? period).split('-');
  if (part === undefined) return Number(year);
  return Number(year) + (part.startsWith('Q') ? (Number(part.slice(1)) - 1) / 4 : (Number(part) - 1) / 12);
}

function write(value: number, unit: Unit): string {
  if (unit === 'share') return percent(value);
  return unit === 'position' ? signed(value) : String(Number(value.toPrecision(3)));
}

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly point: SeriesPoint;
}

/** The stretches of a line between its gaps. A period that is missing altogether is a gap too. */
function stretches(dots: readonly (Dot | undefined)[]): Dot[][] {
  const all: Dot[][] = [[]];
  for (const dot of dots) {
    if (dot) all.at(-1)?.push(dot);
    else if (all.at(-1)?.length !== 0) all.push([]);
  }
  return all.filter((stretch) => stretch.length > 0);
}

const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${at(x, y)}`).join('');

/**
 * Lines over time with the band of their intervals. A gap breaks the line; each line is named at its end, so that
 * there is no key to look up. Drawn and named in the order of ids.
 */
export function series(lines: readonly SeriesLine[], options: SeriesOptions = {}): Element {
  const { theme = paperTheme, width = 640, height = 300, interactive = true, unit = 'number' } = options;
  const written = options.write ?? ((value: number) => write(value, unit));
  const sorted = [...lines].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { limits = [], reaches = [], named = true } = options;
  const periods = [
    ...new Set([...sorted.flatMap(({ points }) => points.map(({ period }) => period)), ...reaches]),
  ].sort((a, b) => yearsOf(a) - yearsOf(b));
  const values = sorted.flatMap(({ points }) =>
    points.flatMap(({ value, interval }) => {
      if (isGap(value)) return [];
      return interval && !isGap(interval) ? [value, interval.low, interval.high] : [value];
    }),
  );
  const tidy = (value: number) => written(Number(value.toPrecision(2)));
  const held = limits.map(({ value }) => value);
  const [least, most] = options.domain ?? [Math.min(0, ...values, ...held), Math.max(0, ...values, ...held)];
  const step = niceStep(most - least || 1, 5);
  const low = options.domain ? least : Math.floor(least / step + 1e-9) * step;
  const high = options.domain ? most : Math.max(low + step, Math.ceil(most / step - 1e-9) * step);

  const font = width >= 480 ? 12 : 11;
  const ticks = niceTicks(low, high, 5);
  const left = Math.max(
    options.leastLeft ?? 0,
    ...ticks.map((tick) => textWidth(written(tick), font * 0.92) + 8),
  );
  const names = named ? sorted.map(({ name }) => textWidth(name, font)) : [];
  const right = Math.min(width * 0.3, Math.max(0, ...names) + 16);
  const [top, bottom] = [10, height - font * 2];
  const years = periods.map(yearsOf);
  const x = linear(years[0] ?? 0, years.at(-1) ?? 1, left + 8, width - right - 4);
  const y = linear(low, high, bottom, top);

  const drawn = sorted.map((line) => ({
    line,
    dots: periods.map((period): Dot | undefined => {
      const point = line.points.find((one) => one.period === period);
      if (!point || isGap(point.value)) return undefined;
      const { value, interval } = point;
      const known = interval && !isGap(interval) ? interval : { low: value, high: value };
      return {
        x: x(yearsOf(period)),
        y: y(value),
        value,
        low: y(known.low),
        high: y(known.high),
        point,
      };
    }),
  }));

  const ends = (named ? drawn : []).flatMap(({ line, dots }) => {
    const last = dots.findLast((dot) => dot !== undefined);
    return last ? [{ line, last }] : [];
  });
  const heights = spread(
    ends.map(({ last }) => last.y),
    ends.map(() => font * 1.25),
    0,
    bottom + font,
  );
  const labelX = width - right + 6;

  return frame(
    {
      width,
      height,
      label:
        options.title ??
        `${sorted.map(({ name }) => name).join(', ')}, ${periods[0] ?? ''} to ${periods.at(-1) ?? ''}`,
      theme,
      interactive,
    },
    'series',
    axes(ticks, periods, { x, y, left, end: width - right, bottom, font, written }, theme),
    limitMarks(limits, { y, left, end: width - right, font, write: tidy }, theme),
    ...drawn.map(({ line, dots }) => (line.banded === false ? undefined : band(line, dots, theme))),
    ...drawn.map(({ line, dots }) => stroke(line, dots, written, theme, interactive)),
    ...drawn.map(({ line }) =>
      levelMarks(
        { ...line, colour: colourOf(line, theme), interactive },
        { x: (period) => x(yearsOf(period)), y, top, bottom, font, write: written },
        theme,
      ),
    ),
    ...ends.map(({ line, last }, index) => {
      const labelY = heights[index] ?? last.y;
      return element(
        'g',
        { class: 'mv-line-name', 'aria-hidden': 'true' },
        element('path', {
          d: `M${at(last.x + 4, last.y)}L${at(labelX - 3, labelY)}`,
          stroke: colourOf(line, theme),
          'stroke-width': 0.8,
          'stroke-opacity': 0.7,
        }),
        haloText(
          theme,
          { x: labelX, y: labelY, dy: font * 0.35, 'font-size': font, 'font-weight': 600, fill: theme.ink },
          fitText(line.name, font, right - 6),
        ),
      );
    }),
  );
}

function axes(
  ticks: readonly number[],
  periods: readonly string[],
  {
    x,
    y,
    left,
    end,
    bottom,
    font,
    written,
  }: {
    x: (years: number) => number;
    y: (value: number) => number;
    left: number;
    end: number;
    bottom: number;
    font: number;
    written: Write;
  },
  theme: Theme,
): Element {
  const small = font * 0.92;
  const [first, last] = [periods[0], periods.at(-1)].map((period) => yearsOf(period ?? '0'));
  const room = textWidth('2022', small) + 14;
  const span = (last ?? 0) - (first ?? 0);
  const most = Math.max(1, Math.floor((end - left) / room));
  const stride = [1, 2, 5, 10, 20, 50].find((n) => span / n + 1 <= most) ?? 100;
  const years: number[] = [];
  for (let year = Math.ceil((first ?? 0) / stride) * stride; year <= (last ?? 0) + 1e-9; year += stride)
    years.push(year);
  return element(
    'g',
    { class: 'mv-axes', 'aria-hidden': 'true' },
    ...ticks.flatMap((tick) => [
      element('path', {
        d: `M${at(left, y(tick))}L${at(end, y(tick))}`,
        stroke: Math.abs(tick) < 1e-9 ? theme.mutedInk : theme.faint,
        'stroke-width': Math.abs(tick) < 1e-9 ? 0.9 : 0.6,
      }),
      element(
        'text',
        {
          x: left - 5,
          y: y(tick),
          dy: small * 0.35,
          'text-anchor': 'end',
          'font-size': small,
          fill: theme.mutedInk,
        },
        written(tick),
      ),
    ]),
    ...(periods.length === 0 ? [] : years).flatMap((year) => [
      element('path', { d: `M${at(x(year), bottom)}v4`, stroke: theme.mutedInk, 'stroke-width': 0.7 }),
      element(
        'text',
        {
          x: x(year),
          y: bottom + 5 + small,
          'text-anchor': 'middle',
          'font-size': small,
          fill: theme.mutedInk,
        },
        String(year),
      ),
    ]),
  );
}

const colourOf = ({ id, colour }: SeriesLine, theme: Theme): string => colour ?? theme.partner(id);

function band(line: SeriesLine, dots: readonly (Dot | undefined)[], theme: Theme): Element {
  const pieces = stretches(dots).map((stretch) => {
    const wide =
      stretch.length === 1
        ? stretch.flatMap((dot) => [-3, 3].map((dx) => ({ ...dot, x: dot.x + dx })))
        : stretch;
    return `${path([...wide.map(({ x, high }) => [x, high] as const), ...wide.toReversed().map(({ x, low }) => [x, low] as const)])}Z`;
  });
  return element('path', {
    class: 'mv-band',
    d: pieces.join('') || undefined,
    fill: colourOf(line, theme),
    'fill-opacity': 0.14,
  });
}

function stroke(
  line: SeriesLine,
  dots: readonly (Dot | undefined)[],
  written: Write,
  theme: Theme,
  interactive: boolean,
): Element {
  const { name, points } = line;
  const colour = colourOf(line, theme);
  const gaps = points.filter(({ value }) => isGap(value)).length;
  const lone = stretches(dots);
  return element(
    'g',
    {
      class: 'mv-line',
      role: interactive ? 'group' : undefined,
      'aria-label': gaps > 0 ? `${name}, ${gaps} without a figure` : name,
    },
    element('path', {
      d: lone.map((stretch) => path(stretch.map(({ x, y }) => [x, y] as const))).join('') || undefined,
      fill: 'none',
      stroke: colour,
      'stroke-width': 2,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    }),
    ...dots.flatMap((dot) => {
      if (!dot) return [];
      const { interval, period, vector, record } = dot.point;
      const range =
        interval && !isGap(interval)
          ? ` [${written(interval.low)} to ${written(interval.high)}]`
          : interval
            ? ` (no interval: ${gapText(interval)})`
            : '';
      const told = `${name}, ${period}: ${written(dot.value)}${range}`;
      return [
        element(
          'g',
          vector === undefined && record === undefined
            ? { class: 'mv-point' }
            : markAttributes(
                'mv-point',
                { ...(vector !== undefined && { vector }), ...(record !== undefined && { record }) },
                told,
                interactive,
              ),
          element('title', {}, told),
          focusRing(theme, dot.x, dot.y, 5),
          element('circle', {
            cx: dot.x,
            cy: dot.y,
            r: 2.6,
            fill: colour,
            stroke: theme.paper,
            'stroke-width': 0.8,
          }),
        ),
      ];
    }),
  );
}
