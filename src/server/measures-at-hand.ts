import type { Asked, Measurement } from '../measures/index.ts';
import { actorsOf } from '../model/actors.ts';
import type { DataSource } from '../model/bulk.ts';
import type { Multiverse } from '../model/multiverse.ts';
import type { Records, Source } from '../model/records.ts';
import { stateById } from '../model/states.ts';
import { reference, shortCitation } from '../model/trace.ts';
import { type MeasuredArchive, Workbench } from '../workbench.ts';
import { Computations, type Underway } from './computations.ts';
import { type Ground, type Measurer, measurerHere, type OnProgress } from './measurer.ts';
import type { Wanted, Workbenches } from './workbenches.ts';

/** The user's bulk data, opened when a measure first asks for it. */
export interface ArchiveAtHand {
  /** The archive with a text that is another one as soon as its imports change; nothing where there is nothing in it. */
  get(): Promise<{ readonly archive: MeasuredArchive; readonly stamp: string } | undefined>;
}

/** What a measurement rests on, as a reader would cite it. */
export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly reference: string;
  readonly licence: string;
  readonly redistributable: boolean;
  readonly url?: string | undefined;
  readonly note?: string | undefined;
  readonly from: 'dossier' | 'archive' | 'unknown';
}

export interface Answered {
  readonly measurement: Measurement;
  readonly names: Readonly<Record<string, string>>;
  readonly sources: readonly CitedSource[];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const citedOf = (
  source: Source | DataSource,
  { licence, redistributable }: { readonly licence: string; readonly redistributable: boolean },
  from: 'dossier' | 'archive',
): CitedSource => ({
  id: source.id,
  title: source.title,
  citation: shortCitation(source),
  reference: reference(source),
  licence,
  redistributable,
  url: textOf(source.URL),
  note: textOf(source.note),
  from,
});

/** The measures of the catalogue over the dossiers and the archive at hand, each question computed once. */
export class MeasuresAtHand {
  readonly #workbenches: Workbenches;
  readonly #archive: ArchiveAtHand | undefined;
  readonly #measurer: Measurer;
  readonly #answers = new Computations<Answered>();
  readonly #multiverses = new Computations<Multiverse>({ atOnce: 1 });

  constructor(
    workbenches: Workbenches,
    {
      archive,
      measurer = measurerHere(),
    }: { archive?: ArchiveAtHand | undefined; measurer?: Measurer | undefined } = {},
  ) {
    this.#workbenches = workbenches;
    this.#archive = archive;
    this.#measurer = measurer;
  }

  /**
   * The figures of a measure, or how far they are when the patience ends.
   *
   * @param wanted whose dossier the page is about, and as of which day
   * @param patience milliseconds
   * @throws MultivectorError `input` for what is asked, `missing` for data that is not there
   */
  figures(
    id: string,
    asked: Asked,
    wanted: Wanted,
    patience: number,
  ): Promise<{ readonly answer: Answered } | { readonly underway: Underway }> {
    return this.#ask(this.#answers, [id, asked], wanted, patience, async (ground, onProgress) => {
      const measurement = await this.#measurer.figures(ground, id, asked, onProgress);
      return { measurement, ...(await describe(measurement, ground)) };
    });
  }

  /** What a measure says at first sight under every other defensible choice, in the same way. */
  multiverse(
    id: string,
    asked: Asked,
    wanted: Wanted,
    patience: number,
  ): Promise<{ readonly answer: Multiverse } | { readonly underway: Underway }> {
    return this.#ask(this.#multiverses, [id, asked], wanted, patience, (ground, onProgress) =>
      this.#measurer.multiverse(ground, id, asked, onProgress),
    );
  }

  async #ask<T>(
    computations: Computations<T>,
    question: unknown,
    wanted: Wanted,
    patience: number,
    compute: (ground: Ground, onProgress: OnProgress) => Promise<T>,
  ): Promise<{ readonly answer: T } | { readonly underway: Underway }> {
    const workbench = await this.#workbenches.get(wanted);
    const found = await this.#archive?.get();
    const { focal, asKnownOn = '' } = workbench.records;
    const stamp = [await this.#stamp(), found?.stamp ?? '', focal, asKnownOn].join('\n');
    const ground: Ground = { stamp, workbench, archive: found?.archive };
    return computations.ask(
      JSON.stringify([stamp, question]),
      (onProgress) => compute(ground, onProgress),
      patience,
    );
  }

  /**
   * A source of the dossier or of the archive.
   *
   * @returns nothing where neither has it
   */
  async source(id: string, wanted: Wanted): Promise<CitedSource | undefined> {
    const { records } = await this.#workbenches.get(wanted);
    const own = records.sources.find((one) => one.id === id);
    if (own) return citedOf(own, own.custom, 'dossier');
    const bulk = (await (await this.#archive?.get())?.archive.sources())?.find((one) => one.id === id);
    return bulk && citedOf(bulk, bulk, 'archive');
  }

  /** Another text as soon as one of the dossiers has changed. */
  async #stamp(): Promise<string> {
    const places = await Workbench.places();
    return (await Promise.all(places.map(({ folder }) => Workbench.stamp(folder)))).join(' ');
  }
}

/** The name of an item that a reader would not know by its id: a commitment, a leg over a border. */
function itemName(id: string, { commitments }: Records): string | undefined {
  const commitment = commitments.find((one) => one.id === id);
  if (commitment) return commitment.text;
  const [a, b, ...more] = id.split('-').map((code) => stateById.get(code)?.name);
  return a === undefined || b === undefined || more.length > 0 ? undefined : `leg ${a}–${b}`;
}

async function describe(
  { asked, figures, sources }: Measurement,
  { workbench: { records }, archive }: Ground,
): Promise<Pick<Answered, 'names' | 'sources'>> {
  const actors = actorsOf(records);
  const ids = new Set([
    ...asked.focal,
    ...asked.partners,
    ...figures.flatMap(({ about, partner }) => (partner === undefined ? [about] : [about, partner])),
  ]);
  const items = new Set(figures.flatMap(({ item }) => item ?? []));
  const own = new Map(records.sources.map((one) => [one.id, citedOf(one, one.custom, 'dossier')]));
  const bulk = new Map((await archive?.sources())?.map((one) => [one.id, citedOf(one, one, 'archive')]));
  return {
    names: Object.fromEntries([
      ...[...ids].map((id) => [id, actors.name(id)]),
      ...[...items].flatMap((id) => {
        const name = itemName(id, records);
        return name === undefined ? [] : [[id, name]];
      }),
    ]),
    sources: sources.map(
      (id) =>
        own.get(id) ??
        bulk.get(id) ?? {
          id,
          title: id,
          citation: id,
          reference: id,
          licence: 'unknown',
          redistributable: false,
          from: 'unknown',
        },
    ),
  };
}
