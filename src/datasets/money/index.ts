import type { Format } from '../../model/format.ts';
import { aiddataDiplomacy } from './aiddata-diplomacy.ts';
import { aiddataProjects } from './aiddata-projects.ts';
import { imfDip, imfDipUnscaled } from './imf-dip.ts';

export const moneyFormats: readonly Format[] = [imfDip, imfDipUnscaled, aiddataDiplomacy, aiddataProjects];
