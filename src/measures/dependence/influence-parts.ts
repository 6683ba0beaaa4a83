import type { Quantity } from '../partners/quantities.ts';

/** The factors of influence capacity. */
export const influenceFactors = ['bandwidth', 'dependence'] as const;
export type InfluenceFactor = (typeof influenceFactors)[number];

/** One sub-indicator of influence capacity, in [0, 1], and its usual weight. */
export interface InfluencePart {
  readonly id: string;
  readonly factor: InfluenceFactor;
  readonly weight: number;
  /** How it is made. */
  readonly about: string;
  /** Of which amounts, and over how many years; nothing where it is made of ties. */
  readonly amounts?: {
    readonly quantity: Quantity;
    readonly years: number;
    readonly form: 'share' | 'next to the largest';
  };
}

/**
 * The sub-indicators of influence capacity. All weigh the same: there is no published ground for other weights.
 *
 * @see Moyer, J. D. et al. (2021). China–US Competition: Measuring Global Influence. Atlantic Council and Frederick S.
 *   Pardee Center, for the two factors and the product.
 */
export const influenceParts: readonly InfluencePart[] = [
  {
    id: 'trade-volume',
    factor: 'bandwidth',
    weight: 1,
    about: 'trade with the partner, next to that with the largest single state, at most 1',
    amounts: { quantity: 'trade', years: 1, form: 'next to the largest' },
  },
  {
    id: 'arms-volume',
    factor: 'bandwidth',
    weight: 1,
    about:
      'arms delivered by the partner in ten years, next to those of the largest single supplier, at most 1',
    amounts: { quantity: 'arms-imports', years: 10, form: 'next to the largest' },
  },
  {
    id: 'shared-igos',
    factor: 'bandwidth',
    weight: 1,
    about:
      'share of the focal state’s memberships in international organisations that it has together with the partner',
  },
  {
    id: 'trade-agreement',
    factor: 'bandwidth',
    weight: 1,
    about: '1 where a trade agreement between them is in force, else 0; of a group the mean over its members',
  },
  {
    id: 'defence-pact',
    factor: 'bandwidth',
    weight: 1,
    about: '1 where a treaty obliges one to defend the other, else 0; of a group the mean over its members',
  },
  {
    id: 'export-share',
    factor: 'dependence',
    weight: 1,
    about: 'the partner’s share of the focal state’s exports',
    amounts: { quantity: 'exports', years: 1, form: 'share' },
  },
  {
    id: 'import-share',
    factor: 'dependence',
    weight: 1,
    about: 'the partner’s share of the focal state’s imports',
    amounts: { quantity: 'imports', years: 1, form: 'share' },
  },
  {
    id: 'fdi-share',
    factor: 'dependence',
    weight: 1,
    about: 'the partner’s share of the stock of direct investment in the focal state',
    amounts: { quantity: 'fdi-stock', years: 1, form: 'share' },
  },
  {
    id: 'arms-share',
    factor: 'dependence',
    weight: 1,
    about: 'the partner’s share of the arms delivered to the focal state in ten years',
    amounts: { quantity: 'arms-imports', years: 10, form: 'share' },
  },
];
