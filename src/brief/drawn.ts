import { type Element, paperTheme, type Theme } from '../figures/index.ts';
import type { Figure } from './document.ts';

/** A figure that is drawn once for each theme, and measured by its drawing on paper. */
export function drawn(alt: string, drawAnew: (theme: Theme) => Element, caption = ''): Figure {
  const drawings = new Map<Theme, Element>();
  const draw = (theme: Theme): Element => {
    const drawing = drawings.get(theme) ?? drawAnew(theme);
    drawings.set(theme, drawing);
    return drawing;
  };
  const { width, height, 'aria-label': label } = draw(paperTheme).attributes;
  return {
    kind: 'figure',
    alt: alt || String(label),
    caption,
    ratio: Number(width) / Number(height),
    draw,
  };
}
