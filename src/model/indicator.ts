import type { Dimension } from './dimension.ts';

/** What an indicator counts or measures, and how a group's figure comes from its members'. */
export interface Indicator {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly dimension: Dimension;
  /** How a group's figure is made of its members': added up, averaged, or not at all. */
  readonly group: 'sum' | 'mean' | 'none';
  /** A figure may be below zero. */
  readonly signed?: boolean;
  /** Different definitions of one quantity share its name here and are set side by side. */
  readonly quantity?: string;
  /** For how many later years a figure still stands where no newer one is at hand; Infinity for what hardly moves. */
  readonly carry: number;
  /** It hardly moves from year to year: an earlier figure may stand alone, where nothing else is of the year itself. */
  readonly steady?: boolean;
  /** Where the source lists every partner, a partner it does not list has 0. */
  readonly complete?: boolean;
  readonly note: string;
}

const list = <const T extends readonly Indicator[]>(...indicators: T): T => indicators;

/** Every indicator that an observation may name. */
export const indicators: readonly Indicator[] = list(
  {
    id: 'un-agreement',
    title: 'General Assembly agreement',
    unit: 'share',
    dimension: 'political',
    group: 'mean',
    carry: 3,
    note: 'share of identical votes (yes, abstain, no) among the roll calls in which both voted, amendments and paragraphs left out',
  },
  {
    id: 'ideal-point',
    title: 'General Assembly ideal point',
    unit: 'ideal point',
    dimension: 'political',
    group: 'mean',
    carry: 5,
    signed: true,
    note: 'position towards the United States-led order, one dimension, standardised over all state-sessions; it moves slowly',
  },
  {
    id: 'joint-igos',
    title: 'Shared memberships in international organisations',
    unit: 'organisations',
    dimension: 'political',
    group: 'mean',
    carry: 10,
    steady: true,
    note: 'number of intergovernmental organisations in which both are full members',
  },
  {
    id: 'official-visits',
    title: 'Official visits',
    unit: 'visits',
    dimension: 'political',
    group: 'sum',
    carry: 0,
    note: 'visits of leaders and ministers counted by the source',
  },
  {
    id: 'exports',
    title: 'Exports',
    unit: 'USD million',
    dimension: 'economic',
    group: 'sum',
    carry: 0,
    complete: true,
    note: 'goods exported by the focal state to the partner, current prices',
  },
  {
    id: 'imports',
    title: 'Imports',
    unit: 'USD million',
    dimension: 'economic',
    group: 'sum',
    carry: 0,
    complete: true,
    note: 'goods imported by the focal state from the partner, current prices',
  },
  {
    id: 'fdi-stock',
    title: 'Inward FDI stock',
    unit: 'USD million',
    dimension: 'economic',
    group: 'sum',
    carry: 3,
    signed: true,
    note: 'position of direct investment in the focal state held by the immediate investor; few reporters',
  },
  {
    id: 'fdi-stock-share',
    title: 'Share of inward FDI stock',
    unit: 'share',
    dimension: 'economic',
    group: 'sum',
    carry: 3,
    quantity: 'fdi-share',
    note: 'of the total stock, by immediate investor',
  },
  {
    id: 'fdi-flow-share',
    title: 'Share of inward FDI flow',
    unit: 'share',
    dimension: 'economic',
    group: 'sum',
    carry: 0,
    signed: true,
    quantity: 'fdi-share',
    note: 'of one year’s net flow; may be negative or above 1, so it is never used as a weight',
  },
  {
    id: 'fdi-share',
    title: 'Share of foreign direct investment, as stated',
    unit: 'share',
    dimension: 'economic',
    group: 'sum',
    carry: 0,
    quantity: 'fdi-share',
    note: 'stated without saying whether stock or flow, immediate or ultimate investor',
  },
  {
    id: 'arms-imports',
    title: 'Arms deliveries',
    unit: 'TIV million',
    dimension: 'security',
    group: 'sum',
    carry: 0,
    complete: true,
    note: 'deliveries of major conventional arms to the focal state, SIPRI trend-indicator value',
  },
  {
    id: 'border-length',
    title: 'Land border',
    unit: 'km',
    dimension: 'connectivity',
    group: 'sum',
    carry: Number.POSITIVE_INFINITY,
    steady: true,
    complete: true,
    note: 'length of the common land border; sources differ with the scale of measurement',
  },
);

export const indicatorById: ReadonlyMap<string, Indicator> = new Map(indicators.map((i) => [i.id, i]));

/** The quantity an indicator defines, shared with its rival definitions. */
export const quantityOf = (indicator: Indicator): string => indicator.quantity ?? indicator.id;
