import { type RosePartner, rose } from '../figures/index.ts';
import { actorsOf } from '../model/actors.ts';
import type { Dimension } from '../model/dimension.ts';
import { isGap } from '../model/gap.ts';
import type { Figure } from './document.ts';
import { drawn } from './drawn.ts';
import type { DimensionFacts, Facts } from './facts.ts';

interface Placed {
  readonly latitude: number;
  readonly longitude: number;
}

/** Where an actor's capital or seat is, as far as the dossier or the world's list knows. */
function placeOf({ records }: Facts, actor: string): Placed | undefined {
  const actors = actorsOf(records);
  if (!actors.has(actor)) return undefined;
  const { latitude, longitude } = actors.get(actor);
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/** A dimension's rose; nothing where the focal state has no place or no partner has a weight. */
export function roseOf(
  facts: Facts,
  { dimension, vectors, resultant }: DimensionFacts,
  options: { readonly size: number; readonly labels: boolean; readonly caption: string },
): Figure | undefined {
  const { records, name, year } = facts;
  const focal = placeOf(facts, records.focal);
  const partners = vectors.flatMap((vector): RosePartner[] => {
    const place = placeOf(facts, vector.partner);
    return place ? [{ id: vector.partner, name: name(vector.partner), ...place, vector }] : [];
  });
  if (!focal || !partners.some(({ vector }) => !isGap(vector.weight))) return undefined;
  return drawn(
    '',
    (theme) =>
      rose(
        {
          focal: { id: records.focal, name: name(records.focal), ...focal },
          partners,
          dimension,
          period: String(year),
          resultant: options.labels ? resultant : undefined,
        },
        {
          theme,
          size: options.size,
          labels: options.labels,
          legend: options.labels,
          interactive: false,
        },
      ),
    options.caption,
  );
}

export const titleOf = (dimension: Dimension): string =>
  dimension.charAt(0).toUpperCase() + dimension.slice(1);
