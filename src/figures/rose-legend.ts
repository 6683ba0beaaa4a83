import { isGap } from '../model/gap.ts';
import type { Resultant } from '../model/measured.ts';
import { type Element, element } from './element.ts';
import type { RoseInput } from './rose-input.ts';
import type { Plan } from './rose-layout.ts';
import { textWidth } from './text.ts';
import type { Theme } from './theme.ts';
import { signed } from './words.ts';

interface Item {
  readonly text: string;
  readonly mark: 'outline' | 'dashed' | 'open' | 'needle';
}

function items({ partners }: RoseInput): Item[] {
  const weighed = partners.filter(({ vector }) => !isGap(vector.weight));
  const list: (Item & { readonly shown: boolean })[] = [
    { mark: 'needle', text: 'sum of the petals', shown: weighed.length > 0 },
    {
      mark: 'outline',
      text: 'counted in a group',
      shown: weighed.some(({ vector }) => vector.within !== undefined),
    },
    { mark: 'dashed', text: 'no direction', shown: weighed.some(({ vector }) => isGap(vector.direction)) },
    { mark: 'open', text: 'no figure', shown: weighed.length < partners.length },
  ];
  return list.filter(({ shown }) => shown);
}

/** Where the ties pull and where the focal state stands, in one line. */
function pullWords({ pull, stand }: Resultant): string | undefined {
  if (isGap(pull)) return undefined;
  const own = isGap(stand) ? '' : `, stands at ${signed(stand, 2)}`;
  return `General Assembly ideal points: ties pull to ${signed(pull, 2)}${own}`;
}

const swatch = 15;

/** The key's lines: a row of colours, then as many rows of marks as the width asks for, then the pull. */
function rows(input: RoseInput, { size, font }: Plan): { marks: Item[][]; pull: string | undefined } {
  const marks: Item[][] = [[]];
  let used = 0;
  for (const item of items(input)) {
    const width = 24 + textWidth(item.text, font * 0.88) + 14;
    if (used + width > size - 8 && used > 0) {
      marks.push([]);
      used = 0;
    }
    marks.at(-1)?.push(item);
    used += width;
  }
  const pull = input.resultant && pullWords(input.resultant);
  return { marks: marks.filter((row) => row.length > 0), pull };
}

export function legendHeight(input: RoseInput, plan: Plan): number {
  const { marks, pull } = rows(input, plan);
  return Math.ceil(8 + (1 + marks.length + (pull ? 1 : 0)) * plan.font * 1.7);
}

function drawnMark(mark: Item['mark'], x: number, y: number, theme: Theme): Element {
  if (mark === 'needle')
    return element(
      'g',
      {},
      element('path', { d: `M${x} ${y}h13`, stroke: theme.accent, 'stroke-width': 1.6 }),
      element('path', { d: `M${x + 18} ${y}l-7 -3l1.6 3l-1.6 3z`, fill: theme.accent }),
    );
  if (mark === 'open')
    return element('circle', {
      cx: x + 12,
      cy: y,
      r: 3.5,
      fill: theme.paper,
      stroke: theme.mutedInk,
      'stroke-width': 1.4,
    });
  return element('path', {
    d: `M${x} ${y}c6 -1 7 -4.5 12 -4.5c4 0 5 2.5 7 4.5c-2 2 -3 4.5 -7 4.5c-5 0 -6 -3.5 -12 -4.5z`,
    fill: 'none',
    stroke: mark === 'dashed' ? theme.noDirection : theme.direction[7],
    'stroke-width': 1.4,
    'stroke-dasharray': mark === 'dashed' ? '3 2.2' : undefined,
  });
}

/** What colours and outlines mean, below the rose. */
export function legend(input: RoseInput, plan: Plan, theme: Theme): Element {
  const { size, height, font } = plan;
  const text = font * 0.88;
  const line = font * 1.7;
  const top = height + 8;
  const { marks, pull } = rows(input, plan);
  const bar = swatch * theme.direction.length;
  const left = (size - bar) / 2;
  const words = (x: number, y: number, anchor: string, said: string) =>
    element(
      'text',
      { x, y, dy: text * 0.35, 'text-anchor': anchor, 'font-size': text, fill: theme.mutedInk },
      said,
    );
  const lines = marks.flatMap((row, index) => {
    const y = top + line * (index + 1.5);
    const wide = row.map((item) => 24 + textWidth(item.text, text) + 14);
    let x = (size - wide.reduce((sum, width) => sum + width, 0) + 14) / 2;
    return row.flatMap((item, place) => {
      const parts = [drawnMark(item.mark, x, y, theme), words(x + 24, y, 'start', item.text)];
      x += wide[place] ?? 0;
      return parts;
    });
  });
  return element(
    'g',
    { class: 'mv-legend', 'aria-hidden': 'true' },
    words(left - 8, top + line / 2, 'end', 'conflict'),
    ...theme.direction.map((colour, step) =>
      element('rect', {
        x: left + step * swatch,
        y: top + line / 2 - 4,
        width: swatch - 1,
        height: 8,
        fill: colour,
      }),
    ),
    words(left + bar + 7, top + line / 2, 'start', 'cooperation'),
    ...lines,
    pull ? words(size / 2, top + line * (marks.length + 1.5), 'middle', pull) : undefined,
  );
}
