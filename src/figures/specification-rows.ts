import { isGap } from '../model/gap.ts';
import type { ChoiceTally, Multiverse, Specification } from '../model/multiverse.ts';
import { type Element, element } from './element.ts';
import { at } from './frame.ts';
import type { Column } from './specification-columns.ts';
import { fitText, textWidth } from './text.ts';
import type { Theme } from './theme.ts';
import { percent } from './words.ts';

/** Where the rows of a specification curve lie. */
export interface RowLayout {
  readonly width: number;
  /** Where names end, and where the plot begins and ends. */
  readonly names: number;
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly font: number;
  readonly row: number;
}

/** How high the heading of a choice and its rows are together. */
export const heightOf = ({ alternatives }: ChoiceTally, row: number): number =>
  (alternatives.length + 1.15) * row;

/** What each row's cells and words need beside the layout. */
interface Drawn {
  readonly columns: readonly Column[];
  readonly x: (place: number) => number;
  readonly theme: Theme;
  readonly interactive: boolean;
}

/**
 * A row for each alternative under the heading of its choice: in which columns it is taken, and in which share of its
 * specifications the finding holds. A lozenge marks what turns the headline if switched alone.
 */
export function alternativeRows(
  { choices, specifications, headline }: Multiverse,
  layout: RowLayout,
  drawn: Drawn,
): Element[] {
  let top = layout.top;
  return choices.map((choice, index) => {
    const height = heightOf(choice, layout.row);
    const group = element(
      'g',
      { class: 'mv-choice' },
      element('rect', {
        x: 0,
        y: top,
        width: layout.width,
        height,
        fill: index % 2 === 0 ? drawn.theme.wash : drawn.theme.paper,
      }),
      element(
        'text',
        {
          x: 4,
          y: top + layout.row * 0.85,
          'font-size': layout.font * 0.94,
          'font-style': 'italic',
          fill: drawn.theme.mutedInk,
          'aria-hidden': 'true',
        },
        fitText(choice.words, layout.font, layout.width * 0.6),
      ),
      ...choice.alternatives.map((_, place) =>
        row(
          choice,
          place,
          top + (place + 1.55) * layout.row,
          turning(choice.name, specifications, headline),
          layout,
          drawn,
        ),
      ),
    );
    top += height;
    return group;
  });
}

/** The alternatives of a choice that turn the headline's verdict when nothing else is switched. */
const turning = (
  name: string,
  specifications: readonly Specification[],
  { verdict }: Specification,
): ReadonlySet<string | undefined> =>
  new Set(
    specifications
      .filter(
        (one) =>
          one.departures.length === 1 &&
          one.departures[0] === name &&
          verdict !== 'cannot be told' &&
          one.verdict !== 'cannot be told' &&
          one.verdict !== verdict,
      )
      .map(({ picks }) => picks[name]),
  );

function row(
  { name, words: choice, alternatives }: ChoiceTally,
  place: number,
  y: number,
  turns: ReadonlySet<string | undefined>,
  { width, names, start, end, font, row: high }: RowLayout,
  { columns, x, theme, interactive }: Drawn,
): Element {
  const alternative = alternatives[place];
  if (!alternative) return element('g');
  const { value, words, usual, told, holding, share } = alternative;
  const turned = turns.has(value);
  const size = font * (usual ? 1.06 : 1);
  const written = fitText(words, size, names - (turned ? 18 : 6));
  const said = isGap(share) ? '–' : percent(share);
  const label = `${choice}: ${words}${usual ? ' (as asked)' : ''}: holds in ${holding} of ${told}${turned ? '; switched alone, it turns the finding' : ''}`;
  const cells = columns.flatMap(({ specifications, holds, from, to }) => {
    const part = specifications.filter(({ picks }) => picks[name] === value).length / specifications.length;
    if (part === 0) return [];
    const [left, right] = [x(from), x(to)];
    const gap = right - left >= 4 ? 1 : 0;
    return [
      element('rect', {
        x: left + gap / 2,
        y: y - high * 0.32,
        width: right - left - gap,
        height: high * 0.64,
        fill: holds ? theme.ink : theme.accent,
        'fill-opacity': part < 1 ? 0.15 + 0.85 * part : undefined,
        'shape-rendering': 'crispEdges',
      }),
    ];
  });
  return element(
    'g',
    {
      class: 'mv-alternative',
      'data-choice': name,
      'data-alternative': value,
      tabindex: interactive ? 0 : undefined,
      role: interactive ? 'button' : undefined,
      'aria-label': label,
    },
    element('title', {}, label),
    element('rect', {
      class: 'mv-focus',
      x: 1,
      y: y - high / 2 + 0.5,
      width: width - 2,
      height: high - 1,
      rx: 3,
      fill: theme.paper,
      'fill-opacity': 0,
      stroke: theme.paper,
      'stroke-opacity': 0,
      'stroke-width': 1.5,
    }),
    element('path', { d: `M${at(start, y)}L${at(end, y)}`, stroke: theme.faint, 'stroke-width': 0.6 }),
    ...cells,
    turned ? lozenge(Math.max(9, names - textWidth(written, size) - 10), y, theme) : undefined,
    element(
      'text',
      {
        x: names,
        y,
        dy: font * 0.35,
        'text-anchor': 'end',
        'font-size': font,
        'font-weight': usual ? 700 : undefined,
        fill: theme.ink,
      },
      written,
    ),
    element(
      'text',
      { x: width - 6, y, dy: font * 0.35, 'text-anchor': 'end', 'font-size': font, fill: theme.ink },
      said,
    ),
  );
}

/** The mark of what turns the finding alone. */
export const lozenge = (x: number, y: number, theme: Theme): Element =>
  element('path', {
    class: 'mv-turns',
    d: `M${at(x, y - 4.5)}L${at(x + 4.5, y)}L${at(x, y + 4.5)}L${at(x - 4.5, y)}Z`,
    fill: theme.accent,
  });

/** How much room the names of the rows want. */
export const namesWidth = (choices: readonly ChoiceTally[], font: number): number =>
  Math.max(
    0,
    ...choices.flatMap(({ alternatives }) => alternatives.map(({ words }) => textWidth(words, font * 1.06))),
  ) + 24;
