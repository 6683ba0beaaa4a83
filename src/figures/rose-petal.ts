import { isGap } from '../model/gap.ts';
import { pointAt } from './bearing.ts';
import { type Element, element } from './element.ts';
import { at, markAttributes } from './frame.ts';
import type { RosePartner } from './rose-input.ts';
import { type Plan, shownName, waist } from './rose-layout.ts';
import { clamp } from './scale.ts';
import { haloText } from './text.ts';
import { directionColour, type Theme } from './theme.ts';
import { percent, signed, vectorWords } from './words.ts';

type Bearer = RosePartner & { readonly bearing: number };

/** A leaf from the hub to the tip, widest beyond its middle: its outline, and its clockwise half. */
function leaf(
  { cx, cy, hub }: Plan,
  bearing: number,
  tip: number,
  width: number,
): { outline: string; half: string } {
  const length = tip - hub;
  const foot = width * 0.16;
  /** A point given along the axis and across it. */
  const point = (along: number, across: number) => {
    const [x, y] = pointAt(cx, cy, bearing, hub + along * length);
    return at(...pointAt(x, y, bearing + 90, across));
  };
  const side = (s: number) =>
    `C${point(0.2, s * foot)} ${point(0.38, s * width)} ${point(waist, s * width)}` +
    `C${point(0.8, s * width)} ${point(0.91, s * width * 0.3)} ${point(1, 0)}`;
  const back = (s: number) =>
    `C${point(0.91, s * width * 0.3)} ${point(0.8, s * width)} ${point(waist, s * width)}` +
    `C${point(0.38, s * width)} ${point(0.2, s * foot)} ${point(0, s * foot)}`;
  return {
    outline: `M${point(0, -foot)}${side(-1)}${back(1)}Z`,
    half: `M${point(0, 0)}L${point(0, foot)}${side(1)}Z`,
  };
}

/** The interval of the weight: a line along the bearing with a small arc at each end. */
function whisker({ cx, cy, radius }: Plan, bearing: number, low: number, high: number): string {
  const arc = (weight: number, half: number) => {
    const r = radius(weight);
    const turn = (half / Math.max(r, 1)) * (180 / Math.PI);
    const [x1, y1] = pointAt(cx, cy, bearing - turn, r);
    const [x2, y2] = pointAt(cx, cy, bearing + turn, r);
    return `M${at(x1, y1)}A${at(r, r)} 0 0 1 ${at(x2, y2)}`;
  };
  const [x1, y1] = pointAt(cx, cy, bearing, radius(low));
  const [x2, y2] = pointAt(cx, cy, bearing, radius(high));
  return `M${at(x1, y1)}L${at(x2, y2)}${arc(low, 3)}${arc(high, 3)}`;
}

/** Name and figures at the rim, joined to the bearing by a fine line. */
export function label(partner: Bearer, plan: Plan, theme: Theme): Element | undefined {
  const placed = plan.places.get(partner.id);
  if (!placed) return undefined;
  const { cx, cy, rim, face, font, wide } = plan;
  const { bearing, vector, id } = partner;
  const sign = placed.anchor === 'start' ? 1 : -1;
  const tip = isGap(vector.weight) ? face : plan.radius(vector.weight);
  const drawnAt = plan.fanned.get(id) ?? bearing;
  const [fx, fy] = pointAt(cx, cy, drawnAt, Math.min(tip + 2, face));
  const [ix, iy] = pointAt(cx, cy, bearing, face);
  const [mx, my] = pointAt(cx, cy, bearing, rim);
  const figures = isGap(vector.weight)
    ? wide
      ? 'no figure'
      : '–'
    : `${percent(vector.weight)}${wide && !isGap(vector.direction) ? ` · ${signed(vector.direction)}` : ''}`;
  const text = { x: placed.x, 'text-anchor': placed.anchor };
  return element(
    'g',
    { class: 'mv-label' },
    element('path', {
      d: `M${at(fx, fy)}L${at(ix, iy)}`,
      fill: 'none',
      stroke: theme.mutedInk,
      'stroke-width': 0.7,
      'stroke-opacity': 0.6,
      'stroke-dasharray': '1 2.2',
    }),
    element('path', { d: `M${at(ix, iy)}L${at(mx, my)}`, stroke: theme.ink, 'stroke-width': 1.5 }),
    element('path', {
      d: `M${at(mx, my)}L${at(placed.x - sign * 3, placed.y)}`,
      fill: 'none',
      stroke: theme.mutedInk,
      'stroke-width': 0.7,
    }),
    haloText(
      theme,
      { ...text, y: placed.y - font * 0.22, 'font-size': font, 'font-weight': 600 },
      shownName(partner, plan),
    ),
    haloText(
      theme,
      {
        ...text,
        y: placed.y + font * 0.84,
        'font-size': font * 0.88,
        fill: theme.mutedInk,
        'font-style': isGap(vector.weight) ? 'italic' : undefined,
      },
      figures,
    ),
  );
}

/** A partner's mark: a petal with its label, or an open mark at the rim where there is no figure. */
export function petal(
  partner: Bearer,
  plan: Plan,
  theme: Theme,
  interactive: boolean,
  named: Element | undefined,
): Element {
  const { cx, cy, hub, face, rim } = plan;
  const { bearing, vector, position } = partner;
  const { weight, weightInterval, direction, within } = vector;
  const told = vectorWords(partner.name, vector, { bearing, position });
  const marked = (kind: string) => markAttributes(kind, { vector: vector.id }, told, interactive);

  if (isGap(weight)) {
    const [x, y] = pointAt(cx, cy, bearing, face);
    const r = clamp(rim * 0.02, 2, 4);
    return element(
      'g',
      marked('mv-gap'),
      element('title', {}, told),
      named,
      element('circle', { cx: x, cy: y, r: 12, fill: theme.paper, 'fill-opacity': 0, stroke: 'none' }),
      element('circle', {
        class: 'mv-focus',
        cx: x,
        cy: y,
        r,
        fill: theme.paper,
        stroke: theme.mutedInk,
        'stroke-width': 1.4,
      }),
    );
  }

  const tip = plan.radius(weight);
  const drawnAt = plan.fanned.get(partner.id) ?? bearing;
  const { outline, half } = leaf(plan, drawnAt, tip, plan.halfWidth(weight));
  const colour = isGap(direction) ? theme.noDirection : directionColour(theme, direction);
  const hollow = within !== undefined || isGap(direction);
  const [hx, hy] = pointAt(cx, cy, drawnAt, hub);
  const [tx, ty] = pointAt(cx, cy, drawnAt, Math.max(tip, hub + 14));
  const line = rim > 60 ? 1.1 : 0.6;
  return element(
    'g',
    marked('mv-petal'),
    element('title', {}, told),
    element('path', {
      d: `M${at(hx, hy)}L${at(tx, ty)}`,
      stroke: theme.paper,
      'stroke-opacity': 0,
      'stroke-width': 18,
      'pointer-events': 'stroke',
    }),
    element('path', {
      class: 'mv-focus',
      d: outline,
      fill: 'none',
      stroke: theme.paper,
      'stroke-width': line + 3.4,
      'stroke-linejoin': 'round',
    }),
    hollow
      ? element('path', {
          d: outline,
          fill: isGap(direction) ? colour : theme.paper,
          'fill-opacity': isGap(direction) ? 0.24 : 0.75,
          stroke: colour,
          'stroke-width': line + 0.5,
          'stroke-linejoin': 'round',
          'stroke-dasharray': isGap(direction) ? '3 2.2' : undefined,
        })
      : element('path', {
          d: outline,
          fill: colour,
          stroke: theme.ink,
          'stroke-width': line * 0.7,
          'stroke-linejoin': 'round',
        }),
    hollow ? undefined : element('path', { d: half, fill: theme.ink, 'fill-opacity': 0.16 }),
    isGap(weightInterval) || rim <= 60
      ? undefined
      : element('path', {
          class: 'mv-interval',
          d: whisker(plan, drawnAt, weightInterval.low, weightInterval.high),
          fill: 'none',
          stroke: theme.ink,
          'stroke-width': 0.9,
        }),
    named,
  );
}
