import { MultivectorError } from '../model/errors.ts';
import { ClickHouseStore } from './clickhouse.ts';
import { addressOf, isClickHouse } from './clickhouse-place.ts';
import { FolderStore } from './folder.ts';
import type { Store } from './store.ts';

/**
 * The archive at a place: a folder, or `clickhouse://user:password@host:8123/database?cluster=name`.
 *
 * @param memory most memory that the engine in this process uses for its own, such as 512MB
 * @throws MultivectorError `input` for an address that cannot be read
 */
export function openStore(place: string, memory?: string): Store {
  if (isClickHouse(place)) return new ClickHouseStore(addressOf(place), { memory });
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(place))
    throw new MultivectorError('input', `“${place.split('://')[0]}://…” is no address of an archive`, {
      hint: 'name a folder, or clickhouse://user@host:8123/database',
    });
  return new FolderStore(place, memory);
}
