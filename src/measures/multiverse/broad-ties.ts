import type { Dimension } from '../../model/dimension.ts';
import { isGap } from '../../model/gap.ts';
import { indicatorById } from '../../model/indicator.ts';
import { bands } from '../profile/bands.ts';
import { mappings } from '../vectors/mapping.ts';
import type { Finding } from './finding.ts';
import { type About, isNotBelow, named, sentence } from './statements.ts';
import type { Alternative } from './universe.ts';

/** Effective partners from which ties count as broad: the upper band of the profile's breadth. */
const [, broad] = bands.breadth;

/** “Kazakhstan’s economic ties are broad”: spread over so many effective partners or more. */
export function broadTies({ focal, partners }: About, dimension: Dimension): Finding {
  return {
    id: 'broad-ties',
    statement: sentence(
      `the ${dimension} ties of ${named(focal)} are broad, over ${broad} effective partners or more`,
    ),
    margin: `effective partners less ${broad}`,
    focal,
    partners,
    needs: [undefined],
    item: dimension,
    universe: {
      measures: [
        {
          value: 'balance',
          words: 'effective partners by their weights',
          because: 'the inverse Herfindahl index over all indicators; Laakso and Taagepera (1979)',
          choices: { dimension },
          scale: broad,
        },
      ],
      by: [{ value: 'year', words: 'by year', because: 'as the indicators are published' }],
      windows: [
        { value: 1, words: 'the last year', because: 'it is what holds now' },
        { value: 3, words: 'the mean of 3 years', because: 'one year’s trade does not decide it' },
        { value: 5, words: 'the mean of 5 years', because: 'it is what lasts' },
      ],
      choices: [
        {
          name: 'importances',
          words: 'importances of the indicators',
          alternatives: importances(dimension),
        },
      ],
      exclusions: [],
    },
    judge({ means }) {
      const found = means([undefined]);
      if (isGap(found)) return found;
      const [value = 0] = found;
      return { margin: value - broad, holds: isNotBelow(value - broad), values: [{ about: focal, value }] };
    },
  };
}

/** All indicators alike, and each left out once, as the choice `importances` writes them. */
function importances(dimension: Dimension): Alternative<string>[] {
  const own = mappings
    .filter((one) => one.dimension === dimension && one.part === 'weight')
    .map(({ indicator }) => indicator);
  const alike: Alternative<string> = {
    value: 'alike',
    unset: true,
    words: 'all indicators alike',
    because: 'nothing at hand says that one matters more',
  };
  if (own.length < 2) return [alike];
  const titleOf = (indicator: string): string => {
    const { title = indicator } = indicatorById.get(indicator) ?? {};
    return `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  };
  return [
    alike,
    ...own.map((out) => ({
      value: `${out}=0`,
      words: `without ${titleOf(out)}`,
      because: 'no one indicator should carry the finding alone',
    })),
  ];
}
