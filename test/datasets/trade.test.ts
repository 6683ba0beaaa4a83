import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { imported, itWithFiles, samplesOf } from '../fixtures/archives.ts';

describe('Correlates of War trade', () => {
  it('is what ccode1 buys from ccode2, and -9 is no flow', async () => {
    const { store, record } = await imported(samplesOf('cow-trade'));
    expect(record.rows).toEqual({ read: 5, taken: 4, refused: 0 });
    expect(record.aside).toEqual([{ because: 'the flow is missing', rows: 1 }]);
    const rows = await store.rows({
      table: 'observation',
      columns: ['focal', 'partner', 'indicator', 'period', 'value', 'unit', 'source'],
      order: ['focal', 'partner'],
    });
    expect(rows).toContainEqual({
      focal: 'KAZ',
      partner: 'RUS',
      indicator: 'imports',
      period: '2012',
      value: 100.5,
      unit: 'USD million',
      source: 'cow-trade',
    });
    // A state that no longer exists keeps its number, with the scheme spelt out.
    expect(rows.map(({ partner }) => partner)).toContain('cow:315');
  });

  it('refuses a negative flow and a year that is none, with their lines', async () => {
    const { record, rejects } = await imported({
      'trade.csv': '"ccode1","ccode2","year","flow1"\n705,365,2012,-3\n705,710,soon,4\n705,2,2012,5\n',
    });
    expect(record.rows).toEqual({ read: 3, taken: 1, refused: 2 });
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'flow1 is negative'],
      [3, 'year: “soon” is not a whole number'],
    ]);
  });

  itWithFiles('holds what the file says of Kazakhstan and Russia', async (data) => {
    const { store, record } = await imported([join(data, 'trade-cow', 'cow_trade_ddy_1991_2014.csv.gz')]);
    expect(record.rows.refused).toBe(0);
    expect(record.period).toEqual({ first: '1991', last: '2014' });
    const [row] = await store.rows({
      table: 'observation',
      columns: ['value'],
      where: { focal: 'KAZ', partner: 'RUS', period: '2014' },
    });
    expect(row).toEqual({ value: 15524 });
  });
});
