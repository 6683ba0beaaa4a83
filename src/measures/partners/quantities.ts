/** What is spread over partners. */
export const quantities = [
  'exports',
  'imports',
  'trade',
  'fdi-stock',
  'fdi-outward',
  'arms-imports',
  'arms-exports',
] as const;

export type Quantity = (typeof quantities)[number];

/**
 * Which partners a source lists: every one; the largest alone, so that no other has more; or some, of which nothing is
 * known beyond them.
 */
export type PartnerList = 'complete' | 'largest' | 'some';

/** How the figures of a quantity stand in the archive. */
export interface Way {
  readonly indicator: string;
  /** In which column the focal state stands: `partner` where the figure is the other side's own. */
  readonly side: 'focal' | 'partner';
  /** What each source lists; of one that is not named, `some`. */
  readonly lists: Readonly<Record<string, PartnerList>>;
  /** Sources that are not named here do not count: their figures are one reporter's each. */
  readonly only?: boolean;
}

const tradeSources = { 'kaz-trade': 'complete', comtrade: 'complete', baci: 'complete' } as const;

/**
 * Where each quantity comes from. Trade as the Correlates of War count it is stated by the importer alone, so that a
 * state's exports are what the others import from it.
 */
export const ways: Readonly<Record<Exclude<Quantity, 'trade'>, readonly Way[]>> = {
  exports: [
    { indicator: 'exports', side: 'focal', lists: tradeSources },
    { indicator: 'imports', side: 'partner', lists: { 'cow-trade': 'complete' }, only: true },
    { indicator: 'export-partner-share', side: 'focal', lists: { factbook: 'largest' } },
  ],
  imports: [
    { indicator: 'imports', side: 'focal', lists: { ...tradeSources, 'cow-trade': 'complete' } },
    { indicator: 'import-partner-share', side: 'focal', lists: { factbook: 'largest' } },
  ],
  'fdi-stock': [
    { indicator: 'imf:INWD_D_NETLA_FALL_ALL', side: 'focal', lists: { 'imf-dip-reported': 'complete' } },
    { indicator: 'fdi-stock', side: 'focal', lists: {} },
    { indicator: 'fdi-stock-share', side: 'focal', lists: {} },
  ],
  'fdi-outward': [
    {
      indicator: 'fdi-stock',
      side: 'partner',
      lists: { 'imf-dip-reported': 'complete', 'imf-dip-derived': 'some' },
      only: true,
    },
  ],
  'arms-imports': [{ indicator: 'arms-imports', side: 'focal', lists: { 'sipri-arms': 'complete' } }],
  'arms-exports': [
    { indicator: 'arms-imports', side: 'partner', lists: { 'sipri-arms': 'complete' }, only: true },
  ],
};

/** A publisher's own sum of exports and imports, which speaks before one of ours. */
export const turnover: Way = { indicator: 'trade-turnover', side: 'focal', lists: tradeSources };

/** A year in which a source says nothing is a year without any, not one that is not covered. */
export const silenceIsNone: ReadonlySet<Quantity> = new Set(['arms-imports', 'arms-exports']);

/** To what shares are rounded in print, by source. */
export const roundedTo: Readonly<Record<string, number>> = { factbook: 0.01 };

/**
 * The state that goes on under another name: what it had then and has now is one partner's.
 *
 * @see Voeten, Strezhnev and Bailey (2009), who count the votes of the Soviet Union as Russia's
 */
export const goesOnAs: Readonly<Record<string, string>> = { 'name:Soviet Union': 'RUS' };

/** Whether a row names nobody in particular: an area “not elsewhere specified”, an unknown supplier. */
export const isNobody = (partner: string): boolean =>
  /^(comtrade|imf|baci):/.test(partner) || partner === 'name:unknown supplier(s)';
