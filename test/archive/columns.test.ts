import { describe, expect, it } from 'vitest';
import { bulkTable, bulkTableNames } from '../../src/model/bulk.ts';
import { type Answers, type Columns, columnsOf } from '../../src/model/question.ts';
import { imported, samplesOf } from '../fixtures/archives.ts';

const rowsOf = (columns: Columns): string[] => {
  const names = Object.keys(columns);
  const [first = []] = Object.values(columns);
  return first
    .map((_, i) => JSON.stringify(Object.fromEntries(names.map((name) => [name, columns[name]?.[i]]))))
    .sort();
};

describe('columns of a table', () => {
  it.each(['gdelt-1-events', 'voeten-complete', 'cow-trade'])(
    'have the cells that rows have: %s',
    async (format) => {
      const { store, record } = await imported(samplesOf(format));
      for (const table of bulkTableNames.filter((name) => record.tables[name])) {
        const question = { table, columns: Object.keys(bulkTable(table).columns) };
        const rows = await store.rows(question);
        expect(rows.length).toBeGreaterThan(0);
        expect(rowsOf(await store.columns(question))).toEqual(rows.map((row) => JSON.stringify(row)).sort());
      }
    },
  );

  it('are of the rows asked for, empty where there are none, and an error for a column that is none', async () => {
    const { store } = await imported(samplesOf('voeten-complete'));
    const votes = await store.columns({
      table: 'vote',
      columns: ['state', 'vote'],
      where: { vote: ['yes', 'no'] },
    });
    expect(new Set(votes.vote)).toEqual(new Set(['yes', 'no']));
    expect(votes.state).toHaveLength(votes.vote?.length ?? -1);
    expect(await store.columns({ table: 'vote', columns: ['state'], where: { state: 'nobody' } })).toEqual({
      state: [],
    });
    expect(await store.columns({ table: 'tie', columns: ['kind'] })).toEqual({ kind: [] });
    await expect(store.columns({ table: 'vote', columns: ['colour'] })).rejects.toMatchObject({
      fault: 'input',
    });
  });

  it('keep what text may hold', async () => {
    const title = 'quotes ” and \\"backslashes\\", commas,\ttabs';
    const { store } = await imported({
      'un_roll_calls.csv': `rcid,session,importantvote,date,unres,amend,para,short,descr\n3,1,0,1946-01-01,R/1/66,1,0,x,"${title.replaceAll('"', '""')}"\n`,
    });
    expect(await store.columns({ table: 'roll_call', columns: ['title', 'amendment', 'session'] })).toEqual({
      title: [title],
      amendment: [true],
      session: [1],
    });
  });

  it('are made of rows by whoever answers with rows only', async () => {
    const answers: Answers = {
      rows: async () => [
        { state: 'KAZ', vote: 'yes' },
        { state: 'RUS', vote: null },
      ],
      eventSeries: async () => [],
    };
    expect(await columnsOf(answers, { table: 'vote', columns: ['state', 'vote'] })).toEqual({
      state: ['KAZ', 'RUS'],
      vote: ['yes', null],
    });
  });
});
