import type { Format } from '../../model/format.ts';
import { cowTrade } from './cow.ts';

export const tradeFormats: readonly Format[] = [cowTrade];
