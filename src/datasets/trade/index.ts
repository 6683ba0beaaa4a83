import type { Format } from '../../model/format.ts';
import { baci } from './baci.ts';
import { baciCountries, baciProducts } from './baci-codes.ts';
import { comtradeCsv } from './comtrade-csv.ts';
import { comtradeJson } from './comtrade-json.ts';
import { cowTrade } from './cow.ts';
import { kazTrade } from './kaz-trade.ts';

export const tradeFormats: readonly Format[] = [
  cowTrade,
  kazTrade,
  comtradeCsv,
  comtradeJson,
  baci,
  baciCountries,
  baciProducts,
];
