import { MultivectorError } from '../../model/errors.ts';
import { membersOn } from '../../model/european-union.ts';
import { type Quantity, quantities } from '../partners/quantities.ts';
import { traded, tradeSources, yearWindows } from './concentration-rose.ts';
import type { Finding } from './finding.ts';
import { leads } from './leads.ts';
import { type About, named, partnersOf, sentence } from './statements.ts';
import type { Alternative, OpenChoice, Universe } from './universe.ts';

/** A quantity as it stands after a state's name: “Kazakhstan’s inward investment”. */
const quantityNames: Readonly<Record<Quantity, string>> = {
  exports: 'exports',
  imports: 'imports',
  trade: 'trade',
  'fdi-stock': 'inward investment',
  'fdi-outward': 'outward investment',
  'arms-imports': 'arms imports',
  'arms-exports': 'arms exports',
};

/** Which source speaks, for investment. */
const investmentSources: OpenChoice['alternatives'] = [
  {
    value: 'any',
    unset: true,
    words: 'the source that tells most',
    because: 'in each year the one with most partners',
  },
  {
    value: 'imf-dip-reported',
    words: 'positions as reported',
    because: 'what the state itself reports to the International Monetary Fund',
  },
  {
    value: 'imf-dip-derived',
    words: 'positions derived from the partners’ reports',
    because: 'what the partners report, where the state reports little',
  },
  {
    value: 'wiiw-fdi',
    words: 'wiiw’s table',
    because: 'the national bank’s figures by partner, collected',
  },
];

const armsYears: readonly Alternative<number>[] = [
  { value: 10, words: 'deliveries of 10 years', because: 'they come in lumps, and stay in service' },
  { value: 5, words: 'deliveries of 5 years', because: 'it is what is bought now' },
  { value: 20, words: 'deliveries of 20 years', because: 'arms are kept so long' },
];

/** All ways of telling a partner’s share of a quantity. */
function sharesUniverse(indicator: Quantity): Universe {
  const isArms = indicator === 'arms-imports' || indicator === 'arms-exports';
  const isTrade = indicator === 'exports' || indicator === 'imports' || indicator === 'trade';
  return {
    measures: [
      {
        value: 'partner-share',
        words: 'share of the partner',
        because: 'who has the greatest share leads; Hirschman (1945)',
        choices: indicator === 'trade' ? undefined : { indicator },
      },
    ],
    by: [{ value: 'year', words: 'by year', because: 'as it is published' }],
    windows: isArms ? yearWindows.slice(0, 1) : yearWindows,
    choices: isArms
      ? [{ name: 'years', words: 'years added up', alternatives: armsYears }]
      : [
          { name: 'source', words: 'source', alternatives: isTrade ? tradeSources : investmentSources },
          ...(indicator === 'trade' ? [traded] : []),
        ],
    exclusions: [],
  };
}

/**
 * “The European Union leads in the inward investment of Kazakhstan”: the first partner has a greater share than each of
 * the others that have a figure. Members of a group that is named are not compared beside it.
 *
 * @throws MultivectorError `input` where fewer than two partners are named, or there is no such quantity
 */
export function leadsIn(about: About, quantity: string | undefined): Finding {
  const indicator = quantities.find((one) => one === quantity);
  if (!indicator)
    throw new MultivectorError('input', `“${quantity ?? ''}” is nothing that partners have shares of`, {
      hint: `one of ${quantities.join(', ')}`,
    });
  partnersOf(about, 2, 'leads-in');
  const inUnion = about.partners.includes('EU') ? new Set(membersOn('9999-12-31')) : new Set<string>();
  const partners = [...new Set(about.partners)].filter((one) => one !== about.focal && !inUnion.has(one));
  const [first = ''] = partners;
  return leads({
    id: 'leads-in',
    statement: sentence(`${named(first)} leads in the ${quantityNames[indicator]} of ${named(about.focal)}`),
    margin: `share of ${named(first)} less that of the next`,
    focal: about.focal,
    partners,
    usual: indicator === 'trade' ? { choices: { indicator } } : undefined,
    universe: sharesUniverse(indicator),
  });
}
