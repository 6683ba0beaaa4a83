import { type Element, svgText } from '../../src/figures/index.ts';

/** A drawing with one element a line and whole numbers in its paths, so that a change can be read in a diff. */
export function pretty(element: Element, depth = 0): string {
  const indent = '  '.repeat(depth);
  if (element.children.every((child) => typeof child === 'string'))
    return `${indent}${rounded(svgText(element))}\n`;
  const open = rounded(svgText({ ...element, children: ['\u0000'] })).split('\u0000');
  const children = element.children.map((child) =>
    typeof child === 'string' ? `${indent}  ${child}\n` : pretty(child, depth + 1),
  );
  return `${indent}${open[0]}\n${children.join('')}${indent}${open[1]}\n`;
}

const rounded = (text: string): string =>
  text.replace(/ d="[^"]*"/g, (path) => path.replace(/-?\d+\.\d+/g, (number) => Number(number).toFixed(1)));
