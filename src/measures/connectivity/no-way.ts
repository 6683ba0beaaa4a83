/** A border that a data set lists and that nothing can be carried over. */
export interface NoWay {
  readonly source: string;
  readonly a: string;
  readonly b: string;
  readonly because: string;
}

/** Corrections of the data sets of borders, each with its reason. */
export const noWays: readonly NoWay[] = [
  {
    source: 'factbook',
    a: 'CAN',
    b: 'DNK',
    because:
      'a line across Hans Island, uninhabited and in the Arctic; it would join Europe and America by land',
  },
  {
    source: 'cow-contiguity',
    a: 'MMR',
    b: 'PAK',
    because:
      'East Pakistan’s border, which ended with Bangladesh’s independence in 1971 and is listed to 2016',
  },
];
