import { type Arrow, pointAt } from './bearing.ts';
import { type Element, element } from './element.ts';
import { at } from './frame.ts';
import { needleId, type Plan } from './rose-layout.ts';
import { niceStep } from './scale.ts';
import { haloText } from './text.ts';
import type { Theme } from './theme.ts';
import { percent } from './words.ts';

/** Strokes along bearings, as one path. */
function spokes(plan: Plan, bearings: readonly number[], from: number, to: number): string {
  return bearings
    .map((bearing) => {
      const [x1, y1] = pointAt(plan.cx, plan.cy, bearing, from);
      const [x2, y2] = pointAt(plan.cx, plan.cy, bearing, to);
      return `M${at(x1, y1)}L${at(x2, y2)}`;
    })
    .join('');
}

const every = (step: number, start = 0): number[] =>
  Array.from({ length: 360 / step }, (_, i) => start + i * step);

/** A star with two-toned points, one for each bearing given. */
function star(
  plan: Plan,
  bearings: readonly number[],
  tip: number,
  notch: number,
  lit: string,
  shade: string,
) {
  const half = 180 / bearings.length;
  const side = (turn: number) =>
    bearings
      .map((bearing) => {
        const [tx, ty] = pointAt(plan.cx, plan.cy, bearing, tip);
        const [nx, ny] = pointAt(plan.cx, plan.cy, bearing + turn * half, notch);
        return `M${at(plan.cx, plan.cy)}L${at(tx, ty)}L${at(nx, ny)}Z`;
      })
      .join('');
  return [element('path', { d: side(-1), fill: lit }), element('path', { d: side(1), fill: shade })];
}

/** Face, bezel with its degrees, rhumb lines and the four winds. */
export function compass(plan: Plan, bearings: readonly number[], theme: Theme): Element {
  const { cx, cy, rim, face, hub } = plan;
  const bezel = rim - face;
  const fine = rim > 110;
  const ticks = (bearings: readonly number[], length: number, width: number, stroke: string) =>
    element('path', {
      d: spokes(plan, bearings, face, face + bezel * length),
      stroke,
      'stroke-width': width,
    });
  const winds = [
    ['N', 0],
    ['E', 90],
    ['S', 180],
    ['W', 270],
  ] as const;
  const lettered = bezel >= 9;
  const letter = bezel * 0.8;
  const degree = bezel * 0.5;
  const [nx, ny] = pointAt(cx, cy, 0, rim);
  return element(
    'g',
    { class: 'mv-compass', 'aria-hidden': 'true' },
    element('circle', { cx, cy, r: rim, fill: theme.paper }),
    element('circle', { cx, cy, r: face, fill: theme.wash }),
    ...(rim > 60
      ? [
          element(
            'g',
            { opacity: 0.55 },
            ...star(plan, every(90, 45), face * 0.33, face * 0.11, theme.paper, theme.faint),
            ...star(plan, every(90), face * 0.5, face * 0.12, theme.paper, theme.faint),
          ),
        ]
      : []),
    element('path', {
      d: spokes(plan, every(22.5), hub, face),
      stroke: theme.faint,
      'stroke-width': 0.6,
      fill: 'none',
    }),
    ticks(
      every(fine ? 2.5 : 10).filter((b) => b % 10 !== 0),
      0.2,
      0.5,
      theme.mutedInk,
    ),
    ticks(
      every(10).filter((b) => b % 30 !== 0),
      0.34,
      0.7,
      theme.mutedInk,
    ),
    ticks(
      every(30).filter((b) => b % 90 !== 0),
      fine && bezel >= 14 ? 0.34 : 0.6,
      1.1,
      theme.ink,
    ),
    element('circle', { cx, cy, r: face, fill: 'none', stroke: theme.ink, 'stroke-width': 0.7 }),
    element('circle', { cx, cy, r: rim, fill: 'none', stroke: theme.ink, 'stroke-width': fine ? 1.4 : 1 }),
    fine
      ? element('circle', { cx, cy, r: rim - 2.6, fill: 'none', stroke: theme.ink, 'stroke-width': 0.4 })
      : undefined,
    ...(fine && bezel >= 14
      ? every(30)
          .filter((b) => b % 90 !== 0 && bearings.every((other) => apart(b, other) > 4))
          .map((bearing) => {
            const [x, y] = pointAt(cx, cy, bearing, face + bezel * 0.58);
            const turn = bearing > 90 && bearing < 270 ? bearing - 180 : bearing;
            return element(
              'text',
              {
                x,
                y,
                transform: `rotate(${turn} ${at(x, y).replace(',', ' ')})`,
                'text-anchor': 'middle',
                dy: degree * 0.36,
                'font-size': degree,
                'letter-spacing': 0.4,
                fill: theme.mutedInk,
              },
              String(bearing).padStart(3, '0'),
            );
          })
      : []),
    ...(lettered
      ? winds.map(([wind, bearing]) => {
          const [x, y] = pointAt(cx, cy, bearing, face + bezel * 0.47);
          return element(
            'text',
            {
              x,
              y,
              dy: letter * 0.34,
              'text-anchor': 'middle',
              'font-size': letter,
              'font-weight': 700,
              'font-family': theme.displayFont,
              fill: wind === 'N' ? theme.accent : theme.ink,
              stroke: theme.paper,
              'stroke-width': 2.5,
              'paint-order': 'stroke',
            },
            wind,
          );
        })
      : []),
    fine
      ? element('path', {
          d: `M${at(nx, ny - 13)}L${at(nx - 5, ny - 1)}L${at(nx, ny - 4)}L${at(nx + 5, ny - 1)}Z`,
          fill: theme.accent,
        })
      : undefined,
  );
}

/** Degrees between two bearings, the short way round. */
const apart = (a: number, b: number): number => 180 - Math.abs(180 - (Math.abs(a - b) % 360));

/** The bearing, in steps of 7.5°, that lies furthest from all petals and the four winds' letters. */
function freeBearing(bearings: readonly number[]): number {
  let best = { bearing: 97.5, room: -1 };
  for (const bearing of every(15, 7.5)) {
    const room = Math.min(60, ...bearings.map((other) => apart(bearing, other)));
    const upright = 0.01 * Math.abs(Math.sin((bearing * Math.PI) / 180));
    if (room + upright > best.room + 1e-9) best = { bearing, room: room + upright };
  }
  return best.bearing;
}

/** Rings at round weights with their per cent. */
export function rings(plan: Plan, partners: readonly { readonly bearing: number }[], theme: Theme): Element {
  const { cx, cy, max, hub, reach, font } = plan;
  const room = reach - hub;
  const step = niceStep(max, Math.max(2, Math.min(5, Math.floor(room / 21))));
  const levels: number[] = [];
  for (let level = step; level <= max * 1.0001; level += step) levels.push(level);
  const bearing = freeBearing(partners.map((partner) => partner.bearing));
  const small = font * 0.8;
  const shown = plan.rim > 60;
  return element(
    'g',
    { class: 'mv-rings', 'aria-hidden': 'true' },
    ...(shown ? levels : []).map((level) =>
      element('circle', {
        cx,
        cy,
        r: plan.radius(level),
        fill: 'none',
        stroke: theme.mutedInk,
        'stroke-opacity': 0.55,
        'stroke-width': 0.6,
        'stroke-dasharray': '1.5 2.5',
      }),
    ),
    ...(shown
      ? levels.map((level) => {
          const [x, y] = pointAt(cx, cy, bearing, plan.radius(level));
          return haloText(
            theme,
            {
              x,
              y,
              dy: small * 0.35,
              'text-anchor': 'middle',
              'font-size': small,
              fill: theme.mutedInk,
              stroke: theme.wash,
            },
            step < 0.01 ? `${Number((level * 100).toPrecision(3))} %` : percent(level),
          );
        })
      : []),
  );
}

/** Two strokes across a shaft that was cut short. */
function breakMark(plan: Plan, bearing: number, distance: number, theme: Theme): Element[] {
  const stroke = (along: number) => {
    const [x, y] = pointAt(plan.cx, plan.cy, bearing, distance + along);
    const [x1, y1] = pointAt(x, y, bearing + 60, 5);
    const [x2, y2] = pointAt(x, y, bearing + 240, 5);
    return `M${at(x1, y1)}L${at(x2, y2)}`;
  };
  return [
    element('path', { d: stroke(0), stroke: theme.wash, 'stroke-width': 4 }),
    element('path', { d: `${stroke(-2)}${stroke(2)}`, stroke: theme.accent, 'stroke-width': 1.2 }),
  ];
}

/** The hub and the needle, which is the sum of the petals, with its mark on the bezel and its label. */
export function needle(sum: Arrow, focal: string, plan: Plan, theme: Theme): Element {
  const { cx, cy, rim, face, hub, font, places } = plan;
  const text = hub * (focal.length > 3 ? 0.62 : 0.78);
  const named = text >= 6;
  const parts: (Element | undefined)[] = [];
  if (sum.length > 0 && rim > 40) {
    const broken = sum.length > plan.max * 1.0001;
    const length = broken ? face - 2 : plan.radius(sum.length);
    const head = Math.min(11, length * 0.3);
    const [tx, ty] = pointAt(cx, cy, sum.bearing, length);
    const [bx, by] = pointAt(cx, cy, sum.bearing, length - head);
    const [sx, sy] = pointAt(cx, cy, sum.bearing, hub);
    const [lx, ly] = pointAt(bx, by, sum.bearing - 90, head * 0.38);
    const [rx, ry] = pointAt(bx, by, sum.bearing + 90, head * 0.38);
    const [nx, ny] = pointAt(cx, cy, sum.bearing, length - head * 0.72);
    const shaft = `M${at(sx, sy)}L${at(nx, ny)}`;
    const point = `M${at(tx, ty)}L${at(lx, ly)}L${at(nx, ny)}L${at(rx, ry)}Z`;
    const casing = { stroke: theme.paper, 'stroke-opacity': 0.75, 'stroke-linejoin': 'round' };
    parts.push(
      element('path', { d: shaft, 'stroke-width': 3, ...casing }),
      element('path', { d: point, 'stroke-width': 3, ...casing }),
      element('path', { d: shaft, 'stroke-width': 1.3, stroke: theme.accent }),
      element('path', { d: point, fill: theme.accent }),
      ...(broken ? breakMark(plan, sum.bearing, hub + (length - hub) * 0.84, theme) : []),
    );
    const placed = places.get(needleId);
    if (placed) {
      const sign = placed.anchor === 'start' ? 1 : -1;
      const [mx, my] = pointAt(cx, cy, sum.bearing, rim);
      const [ix, iy] = pointAt(cx, cy, sum.bearing, face);
      parts.push(
        element('path', { d: `M${at(ix, iy)}L${at(mx, my)}`, stroke: theme.accent, 'stroke-width': 2.2 }),
        element('path', {
          d: `M${at(mx, my)}L${at(placed.x - sign * 3, placed.y)}`,
          stroke: theme.accent,
          'stroke-width': 0.8,
          fill: 'none',
        }),
        haloText(
          theme,
          {
            x: placed.x,
            y: placed.y - font * 0.22,
            'text-anchor': placed.anchor,
            'font-size': font,
            'font-style': 'italic',
            'font-family': theme.displayFont,
            fill: theme.accent,
          },
          needleId,
        ),
        haloText(
          theme,
          {
            x: placed.x,
            y: placed.y + font * 0.84,
            'text-anchor': placed.anchor,
            'font-size': font * 0.88,
            fill: theme.mutedInk,
          },
          `${Math.round(sum.bearing) % 360}°${plan.wide ? ` · ${percent(sum.length)}` : ''}`,
        ),
      );
    }
  }
  return element(
    'g',
    { class: 'mv-resultant', 'aria-hidden': 'true' },
    ...parts,
    element('circle', {
      cx,
      cy,
      r: hub,
      fill: theme.paper,
      stroke: theme.ink,
      'stroke-width': hub > 6 ? 1.2 : 0.7,
    }),
    named
      ? element(
          'text',
          {
            x: cx,
            y: cy,
            dy: text * 0.35,
            'text-anchor': 'middle',
            'font-size': text,
            'font-weight': 700,
            fill: theme.ink,
          },
          focal,
        )
      : element('circle', { cx, cy, r: hub * 0.4, fill: theme.accent }),
  );
}
