import type { Topology } from 'topojson-specification';
import type { Vector } from '../model/measured.ts';
import type { Place } from './bearing.ts';
import type { Element } from './element.ts';
import { type FigureOptions, frame } from './frame.ts';
import { paperTheme } from './theme.ts';

export interface MapPartner extends Place {
  readonly id: string;
  readonly name: string;
  readonly vector: Vector;
  /** ISO 3166-1 numeric codes of the land it stands for: a group's members. A state's own is known from its id. */
  readonly members?: readonly string[];
}

export interface TieMapInput {
  readonly focal: Place & { readonly id: string; readonly name: string };
  readonly partners: readonly MapPartner[];
  /** `countries-110m.json` of world-atlas. */
  readonly topology: Topology;
  readonly title?: string;
}

export interface MapOptions extends FigureOptions {
  readonly width?: number;
  readonly height?: number;
}

/** What must stand near every map. */
export const mapNote =
  'Boundaries are those of Natural Earth, which shows who holds the ground; they imply no judgement on any claim.';

export function tieMap(input: TieMapInput, options: MapOptions = {}): Element {
  const { theme = paperTheme, width = 640, interactive = true } = options;
  return frame({ width, height: width * 0.6, label: input.focal.name, theme, interactive }, 'map');
}
