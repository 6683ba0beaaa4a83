import type { Dimension } from '../model/dimension.ts';
import { isGap, type Value } from '../model/gap.ts';
import { type Arrow, pointAt } from './bearing.ts';
import { type Box, overlap, spread } from './collide.ts';
import { type Element, element } from './element.ts';
import { clamp } from './scale.ts';
import { fitText, textWidth } from './text.ts';
import type { Theme } from './theme.ts';

/** A label's place: where its text begins, to which side it runs, and the box it fills. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly box: Box;
}

/** All measures of a rose, in pixels. */
export interface Plan {
  readonly size: number;
  readonly height: number;
  readonly cx: number;
  readonly cy: number;
  /** Outer edge of the bezel, its inner edge, the end of the scale, and the hub. */
  readonly rim: number;
  readonly face: number;
  readonly reach: number;
  readonly hub: number;
  readonly max: number;
  readonly font: number;
  /** Names in full, or codes. */
  readonly wide: boolean;
  readonly places: ReadonlyMap<string, LabelPlace>;
  /** Where each petal is drawn: its bearing, moved a little where petals of like length would hide each other. */
  readonly fanned: ReadonlyMap<string, number>;
  /** Half the width of a petal at its widest. */
  readonly halfWidth: (weight: number) => number;
  /** Distance from the centre at which a weight lies. */
  readonly radius: (weight: number) => number;
}

export const needleId = 'resultant';
const lineHeight = 1.16;

interface Bearer {
  readonly id: string;
  readonly name: string;
  readonly bearing: number;
}

/** The name in full, the code where there is little room, either cut where it would leave none for the rose. */
export function shownName(
  { id, name }: { readonly id: string; readonly name: string },
  { wide, font, size }: { readonly wide: boolean; readonly font: number; readonly size: number },
): string {
  return fitText(wide || id === needleId ? name : id, font, size * 0.27);
}

/** Where along its length a petal is widest. */
export const waist = 0.62;

/**
 * Finds the largest rose whose labels fit round it. What it depends on is bearings and names, not weights, so that a
 * rose played through the years stands still.
 */
export function layOut(
  partners: readonly (Bearer & { readonly weight: Value })[],
  sum: Arrow,
  { size, labels, max }: { size: number; labels: boolean; max: number },
): Plan {
  const wide = size >= 460;
  const font = clamp(size / 48, 11, 13);
  const bearers: readonly Bearer[] = labels
    ? [...partners, ...(sum.length > 0 ? [{ id: needleId, name: needleId, bearing: sum.bearing }] : [])]
    : [];
  const texts = bearers.map((bearer) => ({
    ...bearer,
    width: Math.max(
      textWidth(shownName(bearer, { wide, font, size }), font * 1.04),
      textWidth(wide ? '29 % · +0.4' : '29 %', font * 0.92),
    ),
  }));
  const crowd = Math.max(
    0,
    ...[true, false].map((east) => texts.filter(({ bearing }) => bearing < 180 === east).length),
  );
  const block = font * lineHeight * 2 + 3;

  let rim = size / 2 - (labels ? 16 : 3);
  let found = place(texts, rim, font, crowd, block);
  while (labels && rim > size * 0.2 && found.left + found.right > size - 4) {
    rim -= 2;
    found = place(texts, rim, font, crowd, block);
  }
  const { height, left, right } = found;
  const cx = (size + left - right) / 2;
  const cy = height / 2;
  const places = new Map([...found.places].map(([id, placed]) => [id, moved(placed, cx, cy)]));
  const bezel = labels ? clamp(rim * 0.1, 11, 20) : clamp(rim * 0.09, 2, 12);
  const face = rim - bezel;
  const hub = clamp(rim * 0.075, 2.5, 15);
  const reach = face - clamp(rim * 0.03, 2, 6);
  const radius = (weight: number) => hub + clamp(weight / max, 0, 1) * (reach - hub);
  const halfWidth = (weight: number) =>
    Math.min(
      labels ? clamp(rim * 0.068, 2.4, 24) : rim * 0.085,
      1.6 + (radius(weight) - hub) * (labels ? 0.27 : 0.34),
    );
  return {
    size,
    height,
    cx,
    cy,
    rim,
    face,
    reach,
    hub,
    max,
    font,
    wide,
    places,
    radius,
    halfWidth,
    fanned: fan(partners, hub, radius, halfWidth),
  };
}

const moved = ({ x, y, anchor, box }: LabelPlace, dx: number, dy: number): LabelPlace => ({
  x: x + dx,
  y: y + dy,
  anchor,
  box: { left: box.left + dx, right: box.right + dx, top: box.top + dy, bottom: box.bottom + dy },
});

const farthestMove = 9;

/**
 * Turns petals of like length that stand at nearly one bearing apart, until a good part of each is seen, and by
 * nine degrees at the most. A short petal on a long one hides little and stays where it is.
 */
function fan(
  partners: readonly (Bearer & { readonly weight: Value })[],
  hub: number,
  radius: (weight: number) => number,
  halfWidth: (weight: number) => number,
): Map<string, number> {
  const petals = partners
    .flatMap(({ id, bearing, weight }) =>
      isGap(weight)
        ? []
        : [{ id, bearing, turned: 0, length: radius(weight) - hub, half: halfWidth(weight), weight }],
    )
    .sort((a, b) => a.bearing - b.bearing || (a.id < b.id ? -1 : 1));
  for (let round = 0; round < 80; round++) {
    for (const [i, a] of petals.entries()) {
      for (const b of petals.slice(i + 1)) {
        const [short, long] = a.length < b.length ? [a, b] : [b, a];
        if (short.length < 0.5 * long.length) continue;
        // Clockwise from a to b, or, where that is the long way round, from b to a.
        const apart = b.bearing - a.bearing;
        const [first, second, true_] = apart <= 180 ? [a, b, apart] : [b, a, 360 - apart];
        const wanted = ((0.66 * (a.half + b.half)) / (hub + waist * short.length)) * (180 / Math.PI);
        const missing = wanted - (true_ + second.turned - first.turned);
        if (missing <= 0.01) continue;
        first.turned = clamp(first.turned - missing / 2, -farthestMove, farthestMove);
        second.turned = clamp(second.turned + missing / 2, -farthestMove, farthestMove);
      }
    }
  }
  return new Map(petals.map(({ id, bearing, turned }) => [id, (bearing + turned + 360) % 360]));
}

/**
 * Labels down the left and the right side, each as near as can be to where its bearing leaves the rim. Places count
 * from the centre; `left` and `right` are how far it all extends to either side.
 */
function place(
  texts: readonly (Bearer & { readonly width: number })[],
  rim: number,
  font: number,
  crowd: number,
  block: number,
): { height: number; places: Map<string, LabelPlace>; left: number; right: number } {
  const margin = texts.length > 0 ? block * 0.5 + 12 : 3;
  const height = Math.ceil(Math.max(2 * (rim + margin), crowd * block + 6));
  const out = rim + Math.max(10, font * 1.1);
  const places = new Map<string, LabelPlace>();
  let [left, right] = [rim, rim];
  for (const east of [true, false]) {
    const side = texts
      .filter(({ bearing }) => bearing < 180 === east)
      .sort((a, b) => {
        const [, ay] = pointAt(0, 0, a.bearing, 1);
        const [, by] = pointAt(0, 0, b.bearing, 1);
        return ay - by || (a.id < b.id ? -1 : 1);
      });
    const wanted = side.map(({ bearing }, rank) => pointAt(0, 0, bearing, out)[1] + rank * 1e-6);
    const middles = spread(
      wanted,
      side.map(() => block),
      3 - height / 2,
      height / 2 - 3,
    );
    for (const [index, { id, width }] of side.entries()) {
      const y = middles[index] ?? 0;
      // As far out as the nearer edge of the block needs to clear the rim, and clear of the north mark.
      const near = Math.max(0, Math.abs(y) - block / 2 + 2);
      const away = Math.max(font * 1.3, Math.sqrt(Math.max(0, out ** 2 - near ** 2)));
      const x = east ? away : -away;
      const box = {
        left: east ? x : x - width,
        right: east ? x + width : x,
        top: y - block / 2 + 1,
        bottom: y + block / 2 - 1,
      };
      left = Math.max(left, -box.left);
      right = Math.max(right, box.right);
      places.set(id, { x, y, anchor: east ? 'start' : 'end', box });
    }
  }
  return { height, places, left, right };
}

/** Year and dimension in a free corner, as on an atlas sheet; nothing where no corner is free. */
export function cartouche(
  dimension: Dimension,
  period: string,
  { size, height, cx, cy, rim, font, places }: Plan,
  theme: Theme,
): Element | undefined {
  const big = clamp(size / 24, 16, 27);
  const small = font * 0.84;
  const width = Math.max(textWidth(period, big), textWidth(dimension.toUpperCase(), small) * 1.16);
  const tall = big + small + 4;
  const corners = [
    [2, 2, 'start'],
    [2, height - tall - 2, 'start'],
    [size - 2, 2, 'end'],
    [size - 2, height - tall - 2, 'end'],
  ] as const;
  const free = corners.find(([x, y, anchor]) => {
    const left = anchor === 'start' ? x : x - width;
    const box = { left, right: left + width, top: y, bottom: y + tall };
    const [nearX, nearY] = [clamp(cx, box.left, box.right), clamp(cy, box.top, box.bottom)];
    return (
      Math.hypot(nearX - cx, nearY - cy) > rim + 4 &&
      [...places.values()].every((placed) => overlap(placed.box, box) === 0)
    );
  });
  if (!free) return undefined;
  const [x, y, anchor] = free;
  return element(
    'g',
    { class: 'mv-cartouche', 'text-anchor': anchor, 'aria-hidden': 'true' },
    element(
      'text',
      { x, y: y + big * 0.8, 'font-size': big, 'font-family': theme.displayFont, fill: theme.ink },
      period,
    ),
    element(
      'text',
      { x, y: y + big + small, 'font-size': small, 'letter-spacing': small * 0.1, fill: theme.mutedInk },
      dimension.toUpperCase(),
    ),
  );
}
