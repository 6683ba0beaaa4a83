import { isGap } from '../model/gap.ts';
import type { Vector } from '../model/measured.ts';
import { initialBearing, sumOfArrows } from './bearing.ts';
import { type Element, element } from './element.ts';
import { frame } from './frame.ts';
import { compass, needle, rings } from './rose-compass.ts';
import type { RoseInput, RoseOptions } from './rose-input.ts';
import { cartouche, layOut } from './rose-layout.ts';
import { legend, legendHeight } from './rose-legend.ts';
import { label, petal } from './rose-petal.ts';
import { paperTheme } from './theme.ts';
import { percent } from './words.ts';

/**
 * The compass rose of a focal state: every partner's petal stands at the initial bearing of the great circle from
 * the focal state's capital to its own.
 *
 * - A petal's length beyond the hub is proportional to its weight (linear, not its area); rings tell the scale.
 * - Its colour is the direction in nine steps; dashed where there is a weight and no direction; an outline where
 *   the partner's figures are already counted in a group's. The fine line at the tip is the weight's interval.
 * - A partner without a weight has an open mark at the rim and “no figure”, and no petal.
 * - Petals of like length at nearly one bearing are fanned out, by nine degrees at the most, so that none hides
 *   another; the mark on the bezel and the label keep the true bearing.
 * - The needle is the sum of all petals as arrows (a group's members not counted twice): geometry, not a forecast.
 *   Where it is longer than the scale it is broken, ends at the rim, and its label tells its length.
 *
 * The longest petal is drawn first, so that none hides another. The order of the partners does not matter.
 */
export function rose(input: RoseInput, options: RoseOptions = {}): Element {
  const { theme = paperTheme, size = 640, interactive = true, labels = true } = options;
  const { focal, dimension, period } = input;
  const partners = input.partners
    .map((partner) => ({ ...partner, bearing: initialBearing(focal, partner) }))
    .sort((a, b) => weightOf(b.vector) - weightOf(a.vector) || (a.id < b.id ? -1 : 1));

  const sum = sumOfArrows(
    partners.flatMap(({ bearing, vector: { weight, within } }) =>
      isGap(weight) || within !== undefined ? [] : [{ bearing, length: weight }],
    ),
  );
  const max = options.max ?? Math.max(0, ...partners.map(({ vector }) => reach(vector)));
  const plan = layOut(
    partners.map(({ id, name, bearing, vector }) => ({ id, name, bearing, weight: vector.weight })),
    sum,
    { size, labels, max: max > 0 ? Math.max(max, 0.001) : 0.1 },
  );
  const keyed = options.legend ?? labels;
  const height = plan.height + (keyed ? legendHeight(input, plan) : 0);

  const drawn = partners.map((partner) => ({
    partner,
    mark: petal(partner, plan, theme, interactive, label(partner, plan, theme)),
  }));
  const told = `${focal.name}: ${dimension} ties in ${period}, a compass rose of ${partners.length} partners${
    sum.length > 0 ? `; resultant ${Math.round(sum.bearing) % 360}°, ${percent(sum.length)}` : ''
  }`;
  return frame(
    { width: size, height, label: told, theme, interactive },
    'rose',
    compass(
      plan,
      [...partners, ...(sum.length > 0 ? [sum] : [])].map(({ bearing }) => bearing),
      theme,
    ),
    rings(plan, partners, theme),
    element('g', { class: 'mv-petals' }, ...drawn.map(({ mark }) => mark)),
    needle(sum, focal.id, plan, theme),
    (options.cartouche ?? labels) ? cartouche(dimension, period, plan, theme) : undefined,
    keyed ? legend(input, plan, theme) : undefined,
  );
}

/** A weight for sorting: a gap comes last. */
const weightOf = ({ weight }: Vector): number => (isGap(weight) ? -1 : weight);

/** How far out a petal and its interval come. */
function reach({ weight, weightInterval }: Vector): number {
  if (isGap(weight)) return 0;
  return isGap(weightInterval) ? weight : Math.max(weight, weightInterval.high);
}
