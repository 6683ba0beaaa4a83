/** The sides of a relation. */
export const dimensions = ['political', 'security', 'economic', 'connectivity', 'societal'] as const;

export type Dimension = (typeof dimensions)[number];

/** What each dimension takes in, for a reader. */
export const dimensionWords: Readonly<Record<Dimension, string>> = {
  political: 'diplomacy, recognition, votes, memberships',
  security: 'alliances, arms, intelligence, defence cooperation',
  economic: 'trade, investment, aid, sanctions',
  connectivity: 'borders, transport, energy transit, digital links',
  societal: 'publics, migration, culture, protest',
};
