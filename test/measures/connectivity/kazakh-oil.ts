import type { Records, Route } from '../../../src/model/records.ts';
import { empty } from '../../fixtures/tiny.ts';

/** A leg for oil out of Kazakhstan, all in one step. */
export const leg = (id: string, more: Partial<Route>): Route => ({
  id,
  corridor: id,
  from: 'Kazakh fields',
  to: 'world market',
  mode: 'pipeline',
  commodity: 'oil',
  unit: 'million t/year',
  through: [],
  direction: 'one',
  end: ['origin', 'market'],
  ...more,
});

/**
 * Oil out of Kazakhstan as a scenario: the Caspian Pipeline Consortium’s line through Russia has a capacity of 67
 * million t a year and carries over 80 % of exports (Interfax, 1 February 2023); the Trans-Caspian route is to carry
 * 6.5 million t in 2023, 7.5 in 2024 and 15 in 2025. No other route is in it.
 */
export const kazakhOil: Records = {
  ...empty,
  routes: [
    leg('cpc', { capacity: 67, through: ['KAZ', 'RUS'], since: '2001' }),
    leg('titr-2023', { capacity: 6.5, through: ['KAZ', 'AZE', 'GEO'], since: '2023', until: '2023' }),
    leg('titr-2024', { capacity: 7.5, through: ['KAZ', 'AZE', 'GEO'], since: '2024', until: '2024' }),
    leg('titr-2025', { capacity: 15, through: ['KAZ', 'AZE', 'GEO'], since: '2025' }),
  ],
};
