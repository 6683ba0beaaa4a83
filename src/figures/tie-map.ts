import {
  type GeoProjection,
  geoAzimuthalEquidistant,
  geoCircle,
  geoDistance,
  geoGraticule10,
  geoPath,
} from 'd3-geo';
import type { Feature, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { isGap } from '../model/gap.ts';
import type { Vector } from '../model/measured.ts';
import { stateById } from '../model/states.ts';
import { initialBearing, type Place, pointAt } from './bearing.ts';
import { type Box, placeLabels } from './collide.ts';
import { type Element, element } from './element.ts';
import { at, type FigureOptions, frame, markAttributes } from './frame.ts';
import { clamp } from './scale.ts';
import { haloText, textWidth } from './text.ts';
import { directionColour, paperTheme, type Theme } from './theme.ts';
import { percent, vectorWords } from './words.ts';

/** A partner on the map; the place is its capital or seat. */
export interface MapPartner extends Place {
  readonly id: string;
  readonly name: string;
  readonly vector: Vector;
  /** ISO 3166-1 numeric codes of the land it stands for: a group's members. A state's own is known from its id. */
  readonly members?: readonly string[] | undefined;
}

export interface TieMapInput {
  /** The focal state; the place is its capital. */
  readonly focal: Place & { readonly id: string; readonly name: string };
  readonly partners: readonly MapPartner[];
  /** `countries-110m.json` of world-atlas. */
  readonly topology: Topology;
  readonly title?: string | undefined;
}

export interface MapOptions extends FigureOptions {
  /** Pixels, 640 unless told otherwise. */
  readonly width?: number;
  /** Pixels; else as high as the partners' places ask for, from half to four fifths of the width. */
  readonly height?: number;
}

/** What must stand near every map. */
export const mapNote =
  'Boundaries are those of Natural Earth, which draws them by who holds the ground; they imply no judgement on any claim.';

/** Beyond this many degrees of arc a partner stands at the frame, not on the map. */
const horizon = 62;
const earthRadius = 6371;

interface Tie {
  readonly partner: MapPartner;
  readonly bearing: number;
  /** Where the line ends, and whether that is the partner's place or the frame. */
  readonly x: number;
  readonly y: number;
  readonly off: boolean;
  readonly stroke: number;
}

/**
 * The ties of a focal state on a map whose projection (azimuthal, equidistant) is centred on its capital: great
 * circles from there are straight lines, at the very bearings of the rose, and distances along them are true.
 *
 * A line's width is the weight (linear), its colour and the partner's land are tinted by the direction. The farthest
 * is drawn first, so that one beyond another is seen past its end. A partner beyond the horizon of the map has an
 * arrow to the frame; one without a weight has an open mark and no line. Below 460 pixels, codes stand for names.
 */
export function tieMap(input: TieMapInput, options: MapOptions = {}): Element {
  const { theme = paperTheme, width = 640, interactive = true } = options;
  const { focal } = input;
  const partners = [...input.partners].sort(
    (a, b) => arc(focal, b) - arc(focal, a) || (a.id < b.id ? -1 : 1),
  );
  const near = partners.filter((partner) => arc(focal, partner) <= horizon);
  const { projection, height } = projectionFor(focal, near, width, options.height);
  const font = width >= 520 ? 12 : 11;
  const inset: Box = { left: 5, top: 5, right: width - 5, bottom: height - 5 };
  const [fx, fy] = projected(projection, focal);

  const heaviest = Math.max(0.05, ...partners.map(({ vector }) => weightOf(vector)));
  const broadest = clamp(width / 70, 5, 10);
  const ties = partners.map((partner): Tie => {
    const bearing = initialBearing(focal, partner);
    const weight = weightOf(partner.vector);
    const stroke = weight < 0 ? 0 : Math.max(1, (weight / heaviest) * broadest);
    if (near.includes(partner)) {
      const [x, y] = projected(projection, partner);
      return { partner, bearing, x, y, off: false, stroke };
    }
    const [x, y] = edge(fx, fy, bearing, { left: 10, top: 10, right: width - 10, bottom: height - 10 });
    return { partner, bearing, x, y, off: true, stroke };
  });

  const told = input.title ?? `Ties of ${focal.name} with ${partners.length} partners on a map`;
  return frame(
    { width, height, label: told, theme, interactive },
    'map',
    ground(input, partners, projection, { width, height }, theme),
    ...labelled(ties, [fx, fy], focal, { font, inset, wide: width >= 460 }, theme, interactive),
    element('rect', {
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      fill: 'none',
      stroke: theme.ink,
      'stroke-width': 1,
    }),
  );
}

const weightOf = ({ weight }: Vector): number => (isGap(weight) ? -1 : weight);

const arc = (a: Place, b: Place): number =>
  (geoDistance([a.longitude, a.latitude], [b.longitude, b.latitude]) * 180) / Math.PI;

function projected(projection: GeoProjection, { longitude, latitude }: Place): [number, number] {
  return projection([longitude, latitude]) ?? [0, 0];
}

/** North up at the capital; scale and middle such that all near partners are inside, with room for their labels. */
function projectionFor(
  focal: Place,
  near: readonly Place[],
  width: number,
  wanted: number | undefined,
): { projection: GeoProjection; height: number } {
  const unit = geoAzimuthalEquidistant()
    .rotate([-focal.longitude, -focal.latitude])
    .scale(1)
    .translate([0, 0]);
  const places = [focal, ...near].map((place) => projected(unit, place));
  // At least 12° of arc to each side of the capital, so that a neighbour does not fill the sheet.
  const least = (12 * Math.PI) / 180;
  const box = {
    left: Math.min(-least, ...places.map(([x]) => x)),
    right: Math.max(least, ...places.map(([x]) => x)),
    top: Math.min(-least, ...places.map(([, y]) => y)),
    bottom: Math.max(least, ...places.map(([, y]) => y)),
  };
  const [wide, tall] = [box.right - box.left, box.bottom - box.top];
  const margin = { x: clamp(width * 0.1, 34, 70), y: clamp(width * 0.07, 28, 48) };
  const byWidth = (width - 2 * margin.x) / wide;
  const height = Math.round(wanted ?? clamp(tall * byWidth + 2 * margin.y, width * 0.5, width * 0.8));
  const scale = Math.min(byWidth, (height - 2 * margin.y) / tall);
  const projection = unit
    .scale(scale)
    .translate([
      width / 2 - (scale * (box.left + box.right)) / 2,
      height / 2 - (scale * (box.top + box.bottom)) / 2,
    ])
    .clipAngle(100)
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  return { projection, height };
}

/** Where a ray leaves a box. */
function edge(x: number, y: number, bearing: number, box: Box): [number, number] {
  const dx = Math.sin((bearing * Math.PI) / 180);
  const dy = -Math.cos((bearing * Math.PI) / 180);
  const across = Math.abs(dx) < 1e-9 ? Number.POSITIVE_INFINITY : ((dx > 0 ? box.right : box.left) - x) / dx;
  const along = Math.abs(dy) < 1e-9 ? Number.POSITIVE_INFINITY : ((dy > 0 ? box.bottom : box.top) - y) / dy;
  const reach = Math.max(0, Math.min(across, along));
  return [x + dx * reach, y + dy * reach];
}

function isCollection(object: unknown): object is GeometryCollection {
  return (
    typeof object === 'object' && object !== null && 'type' in object && object.type === 'GeometryCollection'
  );
}

/** The lands of a world-atlas topology with their ISO numeric codes. */
function lands(topology: Topology): Feature<Geometry>[] {
  const { countries } = topology.objects;
  return isCollection(countries) ? feature(topology, countries).features : [];
}

/** The bearing, in steps of 15°, that lies furthest from all others; eastern and southern ones first. */
function quietBearing(bearings: readonly number[]): number {
  const room = (bearing: number) =>
    Math.min(40, ...bearings.map((other) => 180 - Math.abs(180 - (Math.abs(bearing - other) % 360))));
  return Array.from({ length: 24 }, (_, step) => (120 + step * 15) % 360).reduce((best, bearing) =>
    room(bearing) > room(best) + 1e-9 ? bearing : best,
  );
}

/** Sea, land, partners' land in the tint of their direction, the focal state, and rings of distance. */
function ground(
  { focal, topology }: TieMapInput,
  partners: readonly MapPartner[],
  projection: GeoProjection,
  { width, height }: { width: number; height: number },
  theme: Theme,
): Element {
  const path = geoPath(projection).digits(1);
  const tint = new Map<string, string>();
  // Groups first, so that a member that is a partner itself keeps its own colour.
  for (const { id, members, vector } of [...partners].sort((a, b) => Number(!a.members) - Number(!b.members)))
    if (!isGap(vector.weight))
      for (const code of members ?? [stateById.get(id)?.numeric ?? ''])
        tint.set(
          code,
          isGap(vector.direction) ? theme.noDirection : directionColour(theme, vector.direction),
        );
  const own = stateById.get(focal.id)?.numeric;
  const all = lands(topology);
  const shape = (land: Feature<Geometry>, attributes: Record<string, string | number>) => {
    const d = path(land);
    return d ? element('path', { d, ...attributes }) : undefined;
  };
  const border = { stroke: theme.paper, 'stroke-width': 0.7, 'stroke-linejoin': 'round' };
  const ringsOf = [2000, 4000, 6000];
  const [fx, fy] = projected(projection, focal);
  const quiet = quietBearing(partners.map((partner) => initialBearing(focal, partner)));
  return element(
    'g',
    { class: 'mv-ground', 'aria-hidden': 'true' },
    element('rect', { x: 0, y: 0, width, height, fill: theme.sea }),
    element('path', {
      d: path(geoGraticule10()) ?? '',
      fill: 'none',
      stroke: theme.faint,
      'stroke-width': 0.5,
      'stroke-opacity': 0.7,
    }),
    ...all.map((land) => shape(land, { fill: theme.land, ...border })),
    ...all.map((land) => {
      const colour = tint.get(String(land.id));
      return colour === undefined || String(land.id) === own
        ? undefined
        : shape(land, { fill: colour, 'fill-opacity': 0.38, ...border });
    }),
    ...all.map((land) =>
      String(land.id) === own
        ? shape(land, { fill: theme.focalLand, stroke: theme.accent, 'stroke-width': 1.2 })
        : undefined,
    ),
    ...ringsOf.flatMap((km) => {
      const angle = km / earthRadius;
      const d = path(
        geoCircle()
          .center([focal.longitude, focal.latitude])
          .radius((angle * 180) / Math.PI)
          .precision(3)(),
      );
      const [x, y] = pointAt(fx, fy, quiet, angle * projection.scale());
      const inside = x > 40 && x < width - 40 && y > 10 && y < height - 10;
      return [
        d
          ? element('path', {
              d,
              fill: 'none',
              stroke: theme.mutedInk,
              'stroke-opacity': 0.6,
              'stroke-width': 0.6,
              'stroke-dasharray': '1.5 3',
            })
          : undefined,
        inside
          ? haloText(
              theme,
              {
                x,
                y,
                dy: 3,
                'text-anchor': 'middle',
                'font-size': 9.5,
                'font-style': 'italic',
                'font-family': theme.displayFont,
                fill: theme.mutedInk,
              },
              `${km / 1000},000 km`,
            )
          : undefined,
      ];
    }),
  );
}

/** Ties, capitals and their names, which find their places the heaviest first. */
function labelled(
  ties: readonly Tie[],
  [fx, fy]: readonly [number, number],
  focal: { readonly name: string },
  { font, inset, wide }: { font: number; inset: Box; wide: boolean },
  theme: Theme,
  interactive: boolean,
): Element[] {
  const text = ({ partner: { id, name, vector } }: Tie) => [
    wide ? name : id,
    isGap(vector.weight) ? (wide ? 'no figure' : '–') : percent(vector.weight),
  ];
  const own = textWidth(focal.name, font * 1.08);
  const dots: Box[] = [...ties.map(({ x, y }) => [x, y] as const), [fx, fy] as const].map(([x, y]) => ({
    left: x - 5,
    right: x + 5,
    top: y - 5,
    bottom: y + 5,
  }));
  const byWeight = [...ties].sort((a, b) => b.stroke - a.stroke);
  const boxes = placeLabels(
    [
      { x: fx, y: fy + 4, width: own, height: font * 1.3 },
      ...byWeight.map((tie) => ({
        x: tie.x,
        y: tie.y,
        width: textWidth(text(tie).join(' '), font),
        height: font * 1.25,
      })),
    ],
    [...dots, ...lineBoxes(ties, fx, fy)],
    inset,
  );
  const [ownBox, ...partnerBoxes] = boxes;
  return [
    ...ties.map((tie) => {
      const box = partnerBoxes[byWeight.indexOf(tie)];
      return tieMark(tie, box, text(tie), [fx, fy], font, theme, interactive);
    }),
    element(
      'g',
      { class: 'mv-focal', 'aria-hidden': 'true' },
      element('circle', { cx: fx, cy: fy, r: 6, fill: theme.paper, stroke: theme.ink, 'stroke-width': 1.4 }),
      element('circle', { cx: fx, cy: fy, r: 2.6, fill: theme.accent }),
      ownBox
        ? haloText(
            theme,
            {
              x: (ownBox.left + ownBox.right) / 2,
              y: (ownBox.top + ownBox.bottom) / 2,
              dy: font * 0.38,
              'text-anchor': 'middle',
              'font-size': font * 1.08,
              'font-weight': 700,
              'font-family': theme.displayFont,
            },
            focal.name,
          )
        : undefined,
    ),
  ];
}

/** Small boxes along the ties, so that names keep off the lines where they can. */
function lineBoxes(ties: readonly Tie[], fx: number, fy: number): Box[] {
  return ties
    .filter(({ stroke }) => stroke > 0)
    .flatMap(({ x, y, stroke }) => {
      const count = Math.ceil(Math.hypot(x - fx, y - fy) / 6);
      return Array.from({ length: count }, (_, step) => {
        const [px, py] = [fx + ((x - fx) * step) / count, fy + ((y - fy) * step) / count];
        const half = Math.max(1, stroke / 2);
        return { left: px - half, right: px + half, top: py - half, bottom: py + half };
      });
    });
}

function tieMark(
  { partner, bearing, x, y, off, stroke }: Tie,
  box: Box | undefined,
  [name = '', figure = '']: readonly string[],
  [fx, fy]: readonly [number, number],
  font: number,
  theme: Theme,
  interactive: boolean,
): Element {
  const { vector } = partner;
  const told = vectorWords(partner.name, vector, { bearing });
  const colour = isGap(vector.direction) ? theme.noDirection : directionColour(theme, vector.direction);
  const counted = vector.within !== undefined;
  const length = Math.hypot(x - fx, y - fy) || 1;
  const [ux, uy] = [(x - fx) / length, (y - fy) / length];
  const head = off ? Math.max(9, stroke * 1.6) : 0;
  const [sx, sy] = [fx + ux * Math.min(6, length), fy + uy * Math.min(6, length)];
  const [ex, ey] = [x - ux * head * 0.8, y - uy * head * 0.8];
  const line = `M${at(sx, sy)}L${at(ex, ey)}`;
  const half = Math.max(4.5, stroke * 0.9);
  const point = `M${at(x, y)}L${at(x - ux * head - uy * half, y - uy * head + ux * half)}L${at(x - ux * head + uy * half, y - uy * head - ux * half)}Z`;
  const drawn = stroke > 0;
  const middle = box ? [(box.left + box.right) / 2, (box.top + box.bottom) / 2] : undefined;
  const away = box ? Math.hypot(x - clamp(x, box.left, box.right), y - clamp(y, box.top, box.bottom)) : 0;
  const dashes = isGap(vector.direction) ? '5 3' : counted ? '1.5 3' : undefined;
  return element(
    'g',
    markAttributes(drawn ? 'mv-tie' : 'mv-gap', { vector: vector.id }, told, interactive),
    element('title', {}, told),
    drawn
      ? element('path', {
          d: line,
          fill: 'none',
          stroke: theme.paper,
          'stroke-opacity': 0,
          'stroke-width': 14,
          'pointer-events': 'stroke',
        })
      : undefined,
    drawn
      ? element('path', {
          class: 'mv-focus',
          d: line,
          fill: 'none',
          stroke: theme.paper,
          'stroke-width': stroke + 2.6,
          'stroke-linecap': 'round',
        })
      : undefined,
    drawn
      ? element('path', {
          d: line,
          fill: 'none',
          stroke: colour,
          'stroke-width': stroke,
          'stroke-linecap': dashes ? 'butt' : 'round',
          'stroke-dasharray': dashes,
        })
      : undefined,
    off
      ? element('path', {
          d: point,
          fill: drawn ? colour : theme.paper,
          stroke: drawn ? theme.paper : theme.mutedInk,
        })
      : element('circle', {
          class: drawn ? undefined : 'mv-focus',
          cx: x,
          cy: y,
          r: 3.6,
          fill: theme.paper,
          stroke: drawn ? theme.ink : theme.mutedInk,
          'stroke-width': 1.3,
        }),
    box && away > 14
      ? element('path', {
          d: `M${at(x, y)}L${at(clamp(x, box.left, box.right), clamp(y, box.top, box.bottom))}`,
          stroke: theme.mutedInk,
          'stroke-width': 0.7,
        })
      : undefined,
    middle
      ? element(
          'text',
          {
            x: middle[0],
            y: middle[1],
            dy: font * 0.36,
            'text-anchor': 'middle',
            'font-size': font,
            fill: theme.ink,
            stroke: theme.paper,
            'stroke-width': 3,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
          },
          element('tspan', { 'font-weight': 600 }, name),
          element(
            'tspan',
            {
              dx: font * 0.35,
              fill: theme.mutedInk,
              'font-style': isGap(vector.weight) ? 'italic' : undefined,
            },
            figure,
          ),
        )
      : undefined,
  );
}
