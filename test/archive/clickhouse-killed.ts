/** Imports a file into a ClickHouse archive up to its last statement, says so, and waits to be killed. */
import { ClickHouseStore } from '../../src/archive/clickhouse.ts';
import { httpExecutor } from '../../src/archive/clickhouse-http.ts';
import { addressOf } from '../../src/archive/clickhouse-place.ts';
import { importFiles } from '../../src/archive/index.ts';
import { tinyFormats } from './clickhouse-fixture.ts';

const [, , place = '', file = ''] = process.argv;
const store = new ClickHouseStore(addressOf(place), {
  connect: async (address) => {
    const server = await httpExecutor(address);
    return {
      ...server,
      run: async (sql) => {
        if (!/^INSERT INTO \S+imports/.test(sql)) return server.run(sql);
        process.stdout.write('all rows are in');
        await new Promise((wake) => setTimeout(wake, 60_000));
      },
    };
  },
});
await importFiles(store, [file], { formats: tinyFormats, now: new Date(), version: 'test' });
