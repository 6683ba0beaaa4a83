import { join } from 'node:path';
import { cell, numberIn, readCsv } from './files.ts';
import { focal, type Observation } from './observation.ts';

/** Official visits between China and Kazakhstan, counted by year. */
export const officialVisits = (data: string): Observation[] =>
  readCsv(join(data, 'aid-aiddata', 'ChinesePublicDiplomacy.csv'))
    .filter((row) => cell(row, 'receiving_country') === 'Kazakhstan')
    .map((row) => ({
      focal,
      partner: 'CHN',
      indicator: 'official-visits',
      period: cell(row, 'year'),
      unit: 'visits',
      source: 'aiddata-diplomacy',
      ...(cell(row, 'total_elite_visits') === 'N/A'
        ? { gap: 'not-covered' as const }
        : { value: numberIn(row, 'total_elite_visits') }),
      locator: 'total_elite_visits',
      method:
        'government and military visits, added up as published; the file does not say in which direction they went',
    }));
