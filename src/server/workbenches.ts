import { Workbench } from '../workbench.ts';

/** Which dossier a request is about, and as of which day; without either, the one that the server was started with. */
export interface Wanted {
  readonly focal?: string | undefined;
  readonly 'as-known-on'?: string | undefined;
}

/** How many past days are kept open: a page that is moved through the days must not fill the memory. */
const mostKept = 12;

/** The dossiers that requests are about, each opened once and again when its folder has changed. */
export class Workbenches {
  readonly #first: Workbench;
  readonly #kept = new Map<string, { stamp: string; workbench: Promise<Workbench> }>();

  constructor(first: Workbench) {
    this.#first = first;
  }

  /** The focal state of requests that name none. */
  get focal(): string {
    return this.#first.records.focal;
  }

  /** Whether there is a dossier about a state. */
  async has(focal: string): Promise<boolean> {
    return focal === this.focal || (await Workbench.places()).some((place) => place.focal === focal);
  }

  /** @throws MultivectorError `missing` where there is no such dossier, `input` where state or day cannot be read */
  async get({ focal, 'as-known-on': asKnownOn }: Wanted): Promise<Workbench> {
    const own = focal === undefined || focal === this.focal;
    const folder = own ? this.#first.place.folder : await Workbench.folderOf(focal);
    const day = asKnownOn ?? (own ? this.#first.records.asKnownOn : undefined);
    const stamp = await Workbench.stamp(folder);
    const start = own && this.#kept.size === 0 ? Promise.resolve(this.#first) : undefined;
    const today = this.#keep(folder, stamp, () => start ?? Workbench.open({ folder }));
    return day === undefined
      ? today
      : this.#keep(`${folder} ${day}`, stamp, async () => (await today).asKnownOn(day));
  }

  async #keep(key: string, stamp: string, open: () => Promise<Workbench>): Promise<Workbench> {
    const known = this.#kept.get(key);
    this.#kept.delete(key); // the latest asked for stands last
    if (known?.stamp === stamp) {
      this.#kept.set(key, known);
      return known.workbench;
    }
    const workbench = open();
    this.#kept.set(key, { stamp, workbench });
    workbench.catch(() => this.#kept.delete(key)); // a folder that is mended is tried again
    for (const old of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(old);
    }
    return workbench;
  }
}
