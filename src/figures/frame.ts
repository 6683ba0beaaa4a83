import { type Element, element } from './element.ts';
import type { Theme } from './theme.ts';

/** What every figure takes. */
export interface FigureOptions {
  /** Colours and letters; `paperTheme` unless told otherwise. */
  readonly theme?: Theme;
  /**
   * Whether its marks can be reached by keyboard and act as buttons. With buttons in it the drawing is a `group` to
   * assistive technology, since what an `img` holds is not read out; without, it is an `img`.
   */
  readonly interactive?: boolean;
}

/** The SVG element round a figure, named for those who cannot see it. */
export function frame(
  {
    width,
    height,
    label,
    theme,
    interactive,
  }: {
    width: number;
    height: number;
    label: string;
    theme: Theme;
    interactive: boolean;
  },
  kind: string,
  ...children: readonly (Element | undefined)[]
): Element {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `mv-figure mv-${kind}`,
      width,
      height,
      viewBox: `0 0 ${round(width)} ${round(height)}`,
      role: interactive ? 'group' : 'img',
      'aria-label': label,
      'font-family': theme.font,
      fill: theme.ink,
    },
    element('title', {}, label),
    ...children,
  );
}

/** The attributes of a mark that stands for a vector or a record. */
export function markAttributes(
  kind: string,
  target: { readonly vector?: string; readonly record?: string },
  label: string,
  interactive: boolean,
): Record<string, string | number | undefined> {
  return {
    class: kind,
    'data-vector': target.vector,
    'data-record': target.record,
    tabindex: interactive ? 0 : undefined,
    role: interactive ? 'button' : undefined,
    'aria-label': label,
  };
}

/** The ring round a round mark, unseen until the page's style sheet shows it about the mark that has the focus. */
export const focusRing = (theme: Theme, cx: number, cy: number, r: number): Element =>
  element('circle', {
    class: 'mv-focus',
    cx,
    cy,
    r,
    fill: theme.paper,
    'fill-opacity': 0,
    stroke: theme.paper,
    'stroke-opacity': 0,
    'stroke-width': 2,
  });

/** Two decimals, as attributes have them. */
export const round = (value: number): number => Math.round(value * 100) / 100 || 0;

/** The points of a path as text. */
export const at = (x: number, y: number): string => `${round(x)},${round(y)}`;
