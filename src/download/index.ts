/** Files from publishers' own addresses: whole or not at all, checked, and politely. */
export { type Downloaded, type DownloadRequest, download, type SetbackNotice } from './download.ts';
export {
  type FetchEvent,
  type Fetched,
  type FetchOptions,
  fetchPublisher,
  type MissingFile,
} from './fetch-publisher.ts';
export {
  type Clock,
  type ConnectionOptions,
  defaultLimits,
  type Limits,
  type ProxySettings,
  proxyOf,
  userAgentOf,
} from './options.ts';
export type { Expected } from './receive.ts';
