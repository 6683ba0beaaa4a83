import { dateWords, parseDate, sortDay } from '../model/date.ts';
import { dimensions } from '../model/dimension.ts';
import { intensityOf, ontology, type QuadClass } from '../model/ontology.ts';
import type { Event } from '../model/records.ts';
import { type Element, element } from './element.ts';
import { at, type FigureOptions, frame, markAttributes } from './frame.ts';
import { fitText, haloText, textWidth } from './text.ts';
import { directionColour, paperTheme, type Theme } from './theme.ts';
import { dayNumber, type TimeScale, timeScale } from './time-scale.ts';
import { signed } from './words.ts';

/** One row of the timeline: a partner's or a dimension's events. An event may stand in several. */
export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly events: readonly Event[];
}

export interface TimelineInput {
  readonly lanes: readonly Lane[];
  readonly title?: string | undefined;
}

export interface TimelineOptions extends FigureOptions {
  /** Pixels, 720 unless told otherwise; below 560 a lane's name stands above it. */
  readonly width?: number;
}

/** Events sorted into one lane for each dimension that has any. */
export function lanesByDimension(events: readonly Event[]): Lane[] {
  return dimensions
    .map((id) => ({
      id,
      name: id.slice(0, 1).toUpperCase() + id.slice(1),
      events: events.filter(({ dimension }) => dimension === id),
    }))
    .filter((lane) => lane.events.length > 0);
}

interface Placed {
  readonly event: Event;
  readonly x: number;
  /** The days the date can mean, where they are wider than a mark. */
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

const radius = 5;
const rowHeight = 14;
const tail = 15;

/** Marks of a lane, each in the lowest row in which it touches no other. */
function dodge(events: readonly Event[], scale: TimeScale): Placed[] {
  const ends: number[] = [];
  const sorted = [...events].sort((a, b) => {
    const [x, y] = [sortDay(a.date), sortDay(b.date)];
    if (x !== y) return x < y ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
  return sorted.map((event) => {
    const span = parseDate(event.date);
    const first = scale.x(dayNumber(span?.first ?? sortDay(event.date)));
    const last = scale.x(dayNumber(span?.last ?? span?.first ?? sortDay(event.date)) + 1);
    const wide = last - first > 2 * radius;
    const x = (first + last) / 2;
    const from = span && !span.first ? x - tail : wide ? first : x;
    const to = span && !span.last ? x + tail : wide ? last : x;
    const left = Math.min(from, x - radius);
    const right = Math.max(to, x + radius);
    const free = ends.findIndex((end) => end + 2 <= left);
    const row = free === -1 ? ends.length : free;
    ends[row] = right;
    return { event, x, from, to, row };
  });
}

/** Circle and square for cooperation, triangle and diamond for conflict; round or slim for words, heavy for deeds. */
function shape(quad: QuadClass, x: number, y: number): string {
  const r = radius;
  switch (quad) {
    case 'verbal-cooperation':
      return `M${at(x - r, y)}a${r},${r} 0 1 1 ${2 * r},0a${r},${r} 0 1 1 ${-2 * r},0Z`;
    case 'material-cooperation':
      return `M${at(x - r * 0.9, y - r * 0.9)}h${r * 1.8}v${r * 1.8}h${-r * 1.8}Z`;
    case 'verbal-conflict':
      return `M${at(x - r, y - r * 0.8)}h${2 * r}L${at(x, y + r)}Z`;
    default:
      return `M${at(x, y - r * 1.15)}L${at(x + r * 1.15, y)}L${at(x, y + r * 1.15)}L${at(x - r * 1.15, y)}Z`;
  }
}

const quadWords: Readonly<Record<QuadClass, string>> = {
  'verbal-cooperation': 'cooperation in words',
  'material-cooperation': 'in deeds',
  'verbal-conflict': 'conflict in words',
  'material-conflict': 'in deeds',
};

const isFirm = ({ status }: Event): boolean => status === 'occurred' || status === 'ongoing';

function eventMark({ event, x, from, to }: Placed, y: number, theme: Theme, interactive: boolean): Element {
  const intensity = event.intensity ?? intensityOf(event.root, event.mode);
  const { quad } = ontology[event.root];
  const colour = directionColour(theme, intensity / 10);
  const told = [
    dateWords(event.date),
    event.title,
    quad.replace('-', ' '),
    `intensity ${signed(intensity)}`,
    isFirm(event) ? '' : event.status,
  ]
    .filter((part) => part !== '')
    .join(', ');
  return element(
    'g',
    markAttributes('mv-event', { record: event.id }, told, interactive),
    element('title', {}, told),
    to > from
      ? element('rect', {
          x: from,
          y: y - 2.5,
          width: to - from,
          height: 5,
          rx: 2.5,
          fill: colour,
          'fill-opacity': 0.26,
          stroke: colour,
          'stroke-opacity': 0.6,
          'stroke-width': 0.6,
        })
      : undefined,
    element('path', {
      class: 'mv-focus',
      d: shape(quad, x, y),
      fill: 'none',
      stroke: theme.paper,
      'stroke-width': 4,
    }),
    element('path', {
      d: shape(quad, x, y),
      fill: isFirm(event) ? colour : theme.paper,
      stroke: isFirm(event) ? theme.ink : colour,
      'stroke-width': isFirm(event) ? 0.6 : 1.6,
      'stroke-linejoin': 'round',
    }),
  );
}

/**
 * Events over time in lanes. Shape tells the quad class, colour the intensity; what was only announced or reported is
 * hollow; a date known to the month or year is a bar over the days it can mean, its mark in the middle; a short tail
 * says “since” or “before”. Where most
 * events crowd into the last part of the time, what came before stands in a narrower strip of its own.
 */
export function timeline(input: TimelineInput, options: TimelineOptions = {}): Element {
  const { theme = paperTheme, width = 720, interactive = true } = options;
  const lanes = input.lanes.filter(({ events }) => events.length > 0);
  const aside = width >= 560;
  const font = width >= 560 ? 12 : 11;
  const gutter = aside
    ? Math.min(width * 0.24, Math.max(60, ...lanes.map(({ name }) => textWidth(name, font))) + 14)
    : 0;
  const all = lanes.flatMap(({ events }) => events);
  const count = new Set(all.map(({ id }) => id)).size;
  const scale = timeScale(
    all.map(({ date }) => {
      const span = parseDate(date);
      const first = dayNumber(span?.first ?? sortDay(date));
      return [first, dayNumber(span?.last ?? span?.first ?? sortDay(date)) + 1] as const;
    }),
    gutter + 10,
    width - 10,
    font * 0.92,
  );

  const top = font * (scale.strips.length > 1 ? 2.9 : 1.9);
  let y = top;
  const bands: Element[] = [];
  const names: Element[] = [];
  const marks: Element[] = [];
  for (const [index, lane] of lanes.entries()) {
    const placed = dodge(lane.events, scale);
    const rows = Math.max(1, ...placed.map(({ row }) => row + 1));
    const head = aside ? 0 : font * 1.25;
    const height = head + Math.max(rows * rowHeight, aside ? font * 1.4 : 0) + 10;
    const middle = y + head + (height - head) / 2;
    bands.push(
      element('rect', {
        x: 0,
        y,
        width,
        height,
        fill: index % 2 === 0 ? theme.wash : theme.paper,
      }),
    );
    names.push(
      haloText(
        theme,
        {
          x: aside ? gutter - 4 : 6,
          y: aside ? middle : y + font * 1.15,
          dy: aside ? font * 0.35 : undefined,
          'text-anchor': aside ? 'end' : 'start',
          'font-size': font,
          'font-weight': 600,
          stroke: index % 2 === 0 ? theme.wash : theme.paper,
        },
        fitText(lane.name, font, aside ? gutter - 8 : width - 12),
      ),
    );
    for (const one of placed)
      marks.push(eventMark(one, middle + (one.row - (rows - 1) / 2) * rowHeight, theme, interactive));
    y += height;
  }
  const bottom = y;

  const key = legend(all, bottom + 8, width, font * 0.92, theme);
  return frame(
    {
      width,
      height: Math.ceil(bottom + key.height + 8),
      label: input.title ?? `${count} events in ${lanes.length} ${lanes.length === 1 ? 'lane' : 'lanes'}`,
      theme,
      interactive,
    },
    'timeline',
    element('g', { 'aria-hidden': 'true' }, ...bands, axis(scale, top, bottom, font * 0.92, theme), ...names),
    element('g', { class: 'mv-events' }, ...marks),
    key.drawn,
  );
}

function axis(scale: TimeScale, top: number, bottom: number, font: number, theme: Theme): Element {
  return element(
    'g',
    {},
    ...scale.strips.flatMap(({ from, to, ticks, words }, index) => [
      ...ticks.flatMap(({ x, text, strong }) => [
        element('path', {
          d: `M${at(x, top - (text ? 4 : 0))}V${bottom}`,
          stroke: theme.faint,
          'stroke-width': strong ? 1.2 : 0.6,
        }),
        text
          ? element(
              'text',
              {
                x: x + 3,
                y: top - 6,
                'font-size': font,
                'font-weight': strong ? 600 : undefined,
                fill: strong ? theme.ink : theme.mutedInk,
              },
              text,
            )
          : undefined,
      ]),
      words
        ? element(
            'text',
            {
              x: from,
              y: font,
              'font-size': font,
              'font-style': 'italic',
              'font-family': theme.displayFont,
              fill: theme.mutedInk,
            },
            fitText(words, font, to - from + 8),
          )
        : undefined,
      index > 0
        ? element('path', {
            d: `M${at(from - 11, top - 4)}V${bottom}M${at(from - 7, top - 4)}V${bottom}`,
            stroke: theme.mutedInk,
            'stroke-width': 0.7,
          })
        : undefined,
    ]),
  );
}

/** The shapes that occur, and what hollow means. */
function legend(
  events: readonly Event[],
  top: number,
  width: number,
  font: number,
  theme: Theme,
): { drawn: Element; height: number } {
  const quads = Object.keys(quadWords) as QuadClass[];
  const items: { text: string; quad: QuadClass; hollow: boolean; bar?: boolean }[] = quads
    .filter((quad) => events.some(({ root }) => ontology[root].quad === quad))
    .map((quad, index, shown) => ({
      quad,
      hollow: false,
      text:
        index > 0 && shown[index - 1]?.split('-')[1] === quad.split('-')[1]
          ? quadWords[quad]
          : `${quad.endsWith('conflict') ? 'conflict' : 'cooperation'} ${quad.startsWith('verbal') ? 'in words' : 'in deeds'}`,
    }));
  if (events.some((event) => !isFirm(event)))
    items.push({ text: 'announced or reported', quad: 'verbal-cooperation', hollow: true });
  let [x, y] = [6, top + font * 0.7];
  const parts: Element[] = [];
  for (const { text, quad, hollow } of items) {
    const room = 14 + textWidth(text, font) + 12;
    if (x + room > width && x > 6) {
      x = 6;
      y += font * 1.6;
    }
    const colour = directionColour(theme, hollow ? 0.5 : quad.endsWith('conflict') ? -0.5 : 0.5);
    parts.push(
      element('path', {
        d: shape(quad, x + 5, y),
        fill: hollow ? theme.paper : colour,
        stroke: hollow ? colour : theme.ink,
        'stroke-width': hollow ? 1.6 : 0.6,
      }),
      element('text', { x: x + 14, y, dy: font * 0.35, 'font-size': font, fill: theme.mutedInk }, text),
    );
    x += room;
  }
  return {
    drawn: element('g', { class: 'mv-legend', 'aria-hidden': 'true' }, ...parts),
    height: items.length > 0 ? y - top + font : 0,
  };
}
