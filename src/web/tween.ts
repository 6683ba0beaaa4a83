import { useEffect, useRef, useState } from 'preact/hooks';
import { type Gap, type Interval, isGap, type Value } from '../model/gap.ts';
import type { LightVector } from './api.ts';

const duration = 480;

export const prefersStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

const ease = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2);
const between = (a: number, b: number, t: number): number => a + (b - a) * t;

/** From nothing a petal grows out of the hub; into nothing it is gone at once. */
const value = (a: Value | undefined, b: Value, t: number, from = 0): Value =>
  isGap(b) ? b : between(a === undefined || isGap(a) ? from : a, b, t);

function interval(a: Interval | Gap | undefined, b: Interval | Gap, t: number): Interval | Gap {
  if (isGap(b) || a === undefined || isGap(a)) return b;
  return { ...b, low: between(a.low, b.low, t), high: between(a.high, b.high, t) };
}

/** A set of vectors with the weight at the rim. */
export interface Shown {
  readonly vectors: readonly LightVector[];
  readonly max: number | undefined;
}

function mixed(from: Shown, to: Shown, t: number): Shown {
  return {
    max: to.max === undefined || from.max === undefined ? to.max : between(from.max, to.max, t),
    vectors: to.vectors.map((vector) => {
      const before = from.vectors.find(({ partner }) => partner === vector.partner);
      return {
        ...vector,
        weight: value(before?.weight, vector.weight, t),
        weightInterval: interval(before?.weightInterval, vector.weightInterval, t),
        direction: value(
          before?.direction,
          vector.direction,
          t,
          isGap(vector.direction) ? 0 : vector.direction,
        ),
        directionInterval: interval(before?.directionInterval, vector.directionInterval, t),
      };
    }),
  };
}

/** Moves what is shown to what is to be shown, unless the reader prefers stillness. */
export function useTween(target: Shown): Shown {
  const [shown, setShown] = useState(target);
  const now = useRef(target);
  const aim = useRef(target);
  useEffect(() => {
    if (aim.current === target) return;
    aim.current = target;
    const from = now.current;
    const show = (next: Shown) => {
      now.current = next;
      setShown(next);
    };
    if (prefersStillness() || document.hidden) return show(target);
    const start = performance.now();
    let frame = 0;
    const step = (time: number) => {
      const t = Math.min(1, Math.max(0, (time - start) / duration));
      show(t < 1 ? mixed(from, target, ease(t)) : target);
      if (t < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
}
