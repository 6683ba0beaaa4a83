import { isGap } from '../model/gap.ts';
import type { Resultant } from '../model/measured.ts';
import { spread } from './collide.ts';
import { type Element, element } from './element.ts';
import { at, type FigureOptions, focusRing, frame, markAttributes } from './frame.ts';
import { clamp, linear, niceTicks } from './scale.ts';
import { haloText, textWidth } from './text.ts';
import { paperTheme } from './theme.ts';
import { gapText, percent, signed } from './words.ts';

export interface PositionAxisInput {
  readonly resultant: Resultant;
  /** The focal state's code, which names its own mark. */
  readonly focal: string;
}

/**
 * Where the ties pull beside where the focal state stands, on the axis of General Assembly ideal points. Below the
 * line the partners, as large as their weights; above it the pull and the stand with its interval.
 */
export function positionAxis(
  { resultant, focal }: PositionAxisInput,
  options: FigureOptions & { readonly width?: number } = {},
): Element {
  const { theme = paperTheme, width = 420, interactive = true } = options;
  const { pull, stand, standInterval, terms } = resultant;
  const positions = [
    ...terms.map(({ position }) => position),
    ...[pull, stand].filter((value) => typeof value === 'number'),
  ];
  const [low, high] = [
    Math.floor(Math.min(-1, ...positions) * 2) / 2,
    Math.ceil(Math.max(1, ...positions) * 2) / 2,
  ];
  const x = linear(low, high, 14, width - 14);
  const font = 11;
  const line = 50;
  const sorted = [...terms].sort((a, b) => a.position - b.position || (a.partner < b.partner ? -1 : 1));
  const names = spread(
    sorted.map(({ position }) => x(position)),
    sorted.map(({ partner }) => textWidth(partner, font) + 5),
    0,
    width,
  );
  const heads = [
    { value: pull, words: 'ties pull', colour: theme.accent },
    { value: stand, words: `${focal} stands`, colour: theme.ink },
  ].flatMap(({ value, words, colour }) =>
    isGap(value) ? [] : [{ value, text: `${words} ${signed(value, 2)}`, colour }],
  );
  const headX = spread(
    heads.map(({ value }) => x(value)),
    heads.map(({ text }) => textWidth(text, font * 1.06) + 12),
    0,
    width,
  );
  const told = isGap(pull)
    ? `no positions: ${gapText(pull)}`
    : `General Assembly ideal points from ${signed(low)} to ${signed(high)}: ${heads.map(({ text }) => text).join(', ')}`;
  return frame(
    { width, height: line + 42, label: told, theme, interactive },
    'position-axis',
    element('path', { d: `M14 ${line}H${width - 14}`, stroke: theme.mutedInk, 'stroke-width': 0.8 }),
    ...niceTicks(low, high, 6).flatMap((tick) => [
      element('path', { d: `M${x(tick)} ${line - 3}v6`, stroke: theme.mutedInk, 'stroke-width': 0.8 }),
    ]),
    isGap(standInterval)
      ? undefined
      : element('rect', {
          x: x(standInterval.low),
          y: line - 3.5,
          width: Math.max(1, x(standInterval.high) - x(standInterval.low)),
          height: 7,
          rx: 3.5,
          fill: theme.ink,
          'fill-opacity': 0.22,
        }),
    ...sorted.map(({ partner, weight, position, record }, index) => {
      const label = `${partner} at ${signed(position, 2)}, weight ${percent(weight)}`;
      const r = clamp(Math.sqrt(weight) * 11, 2, 9);
      const nameX = names[index] ?? x(position);
      return element(
        'g',
        markAttributes('mv-position', { record }, label, interactive),
        element('path', {
          d: `M${at(x(position), line)}L${at(nameX, line + 20)}`,
          stroke: theme.mutedInk,
          'stroke-width': 0.7,
          'stroke-opacity': 0.7,
        }),
        focusRing(theme, x(position), line, r + 2),
        element('circle', {
          cx: x(position),
          cy: line,
          r,
          fill: theme.partner(partner),
          'fill-opacity': 0.85,
          stroke: theme.paper,
          'stroke-width': 1,
        }),
        element(
          'text',
          { x: nameX, y: line + 21 + font, 'text-anchor': 'middle', 'font-size': font, fill: theme.mutedInk },
          partner,
        ),
      );
    }),
    ...heads.flatMap(({ value, text, colour }, index) => {
      const labelX = headX[index] ?? x(value);
      const y = 26;
      return [
        element('path', {
          d: `M${at(labelX, y - 8)}L${at(x(value), y + 5)}`,
          stroke: colour,
          'stroke-width': 0.8,
        }),
        element('path', {
          d: `M${at(x(value), line - 7)}l-5 -12h10Z`,
          fill: colour,
          stroke: theme.paper,
          'stroke-width': 1,
        }),
        haloText(
          theme,
          {
            x: labelX,
            y: font + 2,
            'text-anchor': 'middle',
            'font-size': font * 1.06,
            'font-weight': 600,
            fill: colour,
          },
          text,
        ),
      ];
    }),
  );
}
