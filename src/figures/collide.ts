import { clamp } from './scale.ts';

/**
 * Moves points on a line apart, as little as can be (least squares), so that each has room and their order stays.
 * Pool-adjacent-violators on the positions less the room before them.
 *
 * @param wanted where each would like its middle
 * @param room how much each takes up, in the same order
 * @param low start of the line
 * @param high end of the line; where they do not fit, all rooms shrink alike
 * @returns the middles, in the order of `wanted`
 */
export function spread(
  wanted: readonly number[],
  room: readonly number[],
  low: number,
  high: number,
): number[] {
  const total = room.reduce((sum, size) => sum + size, 0);
  const shrink = total > high - low && total > 0 ? Math.max(0, high - low) / total : 1;
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);

  const sizes = order.map((index) => (room[index] ?? 0) * shrink);
  let used = 0;
  const before = sizes.map((size) => {
    const middle = used + size / 2;
    used += size;
    return middle;
  });

  const blocks: { sum: number; count: number }[] = [];
  for (const [place, index] of order.entries()) {
    let block = { sum: (wanted[index] ?? 0) - (before[place] ?? 0), count: 1 };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.count >= block.sum / block.count;
      last = blocks.at(-1)
    ) {
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }

  const starts = blocks.flatMap(({ sum, count }) =>
    Array<number>(count).fill(clamp(sum / count, low, high - used)),
  );
  const placed = Array<number>(wanted.length).fill(0);
  for (const [place, index] of order.entries()) placed[index] = (starts[place] ?? 0) + (before[place] ?? 0);
  return placed;
}

/** A rectangle by its corners. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** The smallest box round a box, larger by a margin on each side. */
export const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

/** A label and the point that it belongs to. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Finds each label a place near its point, the first ones first: beside it, above, below, then ever further away,
 * until it lies inside the frame and on nothing else.
 *
 * @param taken what labels must not lie on
 * @returns a box for each label, in the same order; where no free place is left, the one that covers least
 */
export function placeLabels(labels: readonly Labelled[], taken: readonly Box[], frame: Box): Box[] {
  const placed: Box[] = [];
  for (const { x, y, width, height } of labels) {
    let best: { box: Box; cost: number } | undefined;
    for (let distance = 6; distance <= 240 && (best?.cost ?? 1) > 0; distance += 6) {
      for (const [dx, dy] of sides) {
        const cx = x + dx * (distance + width / 2);
        const cy = y + dy * (distance + height / 2);
        const box = {
          left: cx - width / 2,
          right: cx + width / 2,
          top: cy - height / 2,
          bottom: cy + height / 2,
        };
        const outside =
          Math.max(0, frame.left - box.left) +
          Math.max(0, box.right - frame.right) +
          Math.max(0, frame.top - box.top) +
          Math.max(0, box.bottom - frame.bottom);
        const cost =
          [...taken, ...placed].reduce((sum, other) => sum + overlap(box, other), 0) + outside * 1000;
        if (!best || cost < best.cost) best = { box, cost };
        if (cost === 0) break;
      }
    }
    placed.push(best?.box ?? { left: x, right: x + width, top: y, bottom: y + height });
  }
  return placed;
}

const sides: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.9, -0.7],
  [-0.9, -0.7],
  [0.9, 0.7],
  [-0.9, 0.7],
  [0.5, -1],
  [-0.5, -1],
  [0.5, 1],
  [-0.5, 1],
];
