import type { Expected } from './receive.ts';

/** A file at the publisher's. */
export interface RemoteFile {
  readonly url: string;
  readonly name: string;
  /** Tells it from others of its name. */
  readonly key: string;
  /** Which period it is about. */
  readonly stamp: string | undefined;
  readonly expected: Expected;
}
