import { describe, expect, it } from 'vitest';
import {
  directionStep,
  directionWord,
  screenColours,
  screenCss,
  screenTheme,
} from '../../src/figures/index.ts';

/** Relative luminance of a colour, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each(Object.entries(screenColours))('the %s colours', (_, colours) => {
  const of = (name: string) => colours[`--mv-${name}`] ?? '';

  it.each(['ink', 'muted-ink', 'accent'])('have text in %s that is read at AA', (text) => {
    for (const ground of ['paper', 'wash', 'sea'])
      expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(4.5);
    if (text !== 'accent') expect(contrast(of(text), of('land'))).toBeGreaterThanOrEqual(4.5);
  });

  it('tell the two ends of direction from the ground and from the middle', () => {
    for (const end of ['direction-0', 'direction-8'])
      expect(contrast(of(end), of('paper'))).toBeGreaterThanOrEqual(3);
    expect(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8].map((step) => of(`direction-${step}`))).size).toBe(9);
  });
});

describe('the screen theme', () => {
  it('names only properties that both sets have', () => {
    const named = [
      ...Object.values(screenTheme).flatMap((value) => (typeof value === 'function' ? [] : value)),
      ...['RUS', 'GBR', 'KGZ'].map(screenTheme.partner),
    ].map((value) => /^var\((--mv-[a-z0-9-]+)\)$/.exec(value)?.[1] ?? value);
    for (const name of named) {
      expect(screenColours.light).toHaveProperty([name]);
      expect(screenColours.dark).toHaveProperty([name]);
      expect(screenCss).toContain(`${name}:`);
    }
  });
});

describe('direction', () => {
  it('falls into nine steps, 4 about zero', () => {
    expect([-1, -0.4, 0, 0.4, 1].map(directionStep)).toEqual([0, 2, 4, 6, 8]);
    expect(directionWord(0.4)).toBe('cooperative');
    expect(directionWord(0)).toBe('mixed');
  });
});
