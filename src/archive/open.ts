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
export const openStore = (place: string, memory?: string): Store =>
  isClickHouse(place) ? new ClickHouseStore(addressOf(place), { memory }) : new FolderStore(place, memory);
