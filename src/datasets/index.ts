import type { Format } from '../model/format.ts';
import { armsFormats } from './arms/index.ts';
import { articlesFormats } from './articles/index.ts';
import { eventsFormats } from './events/index.ts';
import { moneyFormats } from './money/index.ts';
import { sanctionsFormats } from './sanctions/index.ts';
import { tiesFormats } from './ties/index.ts';
import { tradeFormats } from './trade/index.ts';
import { unVotesFormats } from './un-votes/index.ts';

/** Every format that is known, in the order in which a file is tried: what could be anything comes last. */
export const formats: readonly Format[] = [
  ...unVotesFormats,
  ...tradeFormats,
  ...eventsFormats,
  ...armsFormats,
  ...tiesFormats,
  ...moneyFormats,
  ...sanctionsFormats,
  ...articlesFormats,
];
