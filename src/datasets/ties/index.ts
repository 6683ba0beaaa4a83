import type { Format } from '../../model/format.ts';
import { atopAlliances } from './atop.ts';
import { cowCapabilities } from './cow-capabilities.ts';
import { cowCapitals } from './cow-capitals.ts';
import { cowContiguity } from './cow-contiguity.ts';
import { cowIgoDyads } from './cow-igo-dyads.ts';
import { cowIgoStates } from './cow-igo-states.ts';
import { cowStates } from './cow-states.ts';
import { desta } from './desta.ts';
import { factbook } from './factbook.ts';
import { factbookCategories } from './factbook-categories.ts';

export const tiesFormats: readonly Format[] = [
  atopAlliances,
  cowIgoDyads,
  cowIgoStates,
  cowContiguity,
  cowCapitals,
  cowStates,
  cowCapabilities,
  desta,
  factbook,
  factbookCategories,
];
