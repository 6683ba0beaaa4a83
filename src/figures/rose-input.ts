import type { Dimension } from '../model/dimension.ts';
import type { Value } from '../model/gap.ts';
import type { Resultant, Vector } from '../model/measured.ts';
import type { Place } from './bearing.ts';
import type { FigureOptions } from './frame.ts';

/** A partner of a rose; the place is its capital or seat. */
export interface RosePartner extends Place {
  readonly id: string;
  readonly name: string;
  readonly vector: Vector;
  /** Position in the General Assembly, said in the petal's label. */
  readonly position?: Value | undefined;
}

export interface RoseInput {
  /** The focal state; the place is its capital. */
  readonly focal: Place & { readonly id: string; readonly name: string };
  readonly partners: readonly RosePartner[];
  readonly dimension: Dimension;
  readonly period: string;
  /** Where the ties pull in the General Assembly, told in a line below. The needle is geometric and needs none. */
  readonly resultant?: Resultant | undefined;
}

export interface RoseOptions extends FigureOptions {
  /** Width in pixels, 640 unless told otherwise; the height follows from the labels. Below 460, codes stand for names. */
  readonly size?: number;
  /** The weight at the rim, so that roses can be compared or played through the years; else the highest there is. */
  readonly max?: number;
  /** Names round the rim; without them the rose is an emblem. */
  readonly labels?: boolean;
  /** Year and dimension in a free corner; with labels, unless told otherwise. */
  readonly cartouche?: boolean;
  /** The key to colours and outlines below the rose. */
  readonly legend?: boolean;
}
