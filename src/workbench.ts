import { join } from 'node:path';
import {
  Dossier,
  type Edit,
  knownBy,
  type Place,
  type Problem,
  placeOf,
  places,
  type Reason,
  userFolder,
  writable,
} from './dossier/index.ts';
import {
  type CommitmentCheck,
  commitmentChecks,
  defaultDraws,
  disagreements,
  type EventBalance,
  eventBalance,
  type Measured,
  mappings,
  measureDimension,
  partnersOfEvent,
  profile,
  resultant,
} from './measures/index.ts';
import { actorsOf, builtInActors } from './model/actors.ts';
import type { DataSource } from './model/bulk.ts';
import { check } from './model/check.ts';
import { parseDate, periodYear, sortDay } from './model/date.ts';
import { type Dimension, dimensions } from './model/dimension.ts';
import { MultivectorError } from './model/errors.ts';
import { isGap } from './model/gap.ts';
import type { Balance, Disagreement, Profile, Resultant, Term, Vector } from './model/measured.ts';
import { noRecords, usualPartners } from './model/no-records.ts';
import { intensityOf } from './model/ontology.ts';
import type { Answers } from './model/question.ts';
import type { Change, Event, Records, Source } from './model/records.ts';
import { sourceSchema } from './model/records.ts';
import { byDate, type Found, findRecord, shortCitation } from './model/trace.ts';
import type { Refresh } from './refresh/index.ts';
import { version } from './version.ts';

export { type Edit, eventOf, type Problem, problemText, writeWhole } from './dossier/index.ts';
export {
  type Asked,
  type Choice,
  catalogue,
  choicesOf,
  families,
  figureColumns,
  figureRow,
  findingKinds,
  findingOf,
  hasHappened,
  type Measure,
  type Measurement,
  measureNamed,
  multiverse,
  multiverseOf,
  periods,
} from './measures/index.ts';
export { figureCsv, type MeasuredArchive, type MeasuringOptions, measuring } from './measuring.ts';
export { workerPool } from './workers/pool.ts';

export const briefFormats = ['pdf', 'docx', 'html', 'md'] as const;
export type BriefFormat = (typeof briefFormats)[number];

/** Which dossier is meant, and as of which day. */
export interface Opening {
  /** ISO 3166-1 alpha-3 code or a name of the focal state; by default Kazakhstan. */
  readonly focal?: string | undefined;
  /** A dossier folder, in place of looking for one. */
  readonly folder?: string | undefined;
  /** Rebuild the dossier as it was known at the end of this day, `YYYY-MM-DD`. */
  readonly asKnownOn?: string | undefined;
  /** Where the user's own dossiers are. */
  readonly user?: string | undefined;
}

/** A line of the timeline. */
export interface TimelineEntry {
  readonly event: Event;
  readonly partners: readonly string[];
  readonly intensity: number;
  readonly sources: readonly string[];
}

/** A vector down to its records: which indicators make it, and which records and sources make them. */
export interface Explanation {
  readonly vector: Vector;
  readonly names: { readonly focal: string; readonly partner: string };
  readonly terms: readonly {
    readonly term: Term;
    readonly how: string;
    readonly citation?: string | undefined;
    readonly records: readonly Found[];
  }[];
  readonly formula: { readonly weight: string; readonly direction: string };
}

export const formulas = {
  weight: 'wⱼ = rⱼ / Σ r, rⱼ = Σᵢ ωᵢ sᵢⱼ / Σᵢ ωᵢ   (s: share in an indicator, ω: its importance)',
  direction: 'dⱼ = Σᵢ ωᵢ pᵢⱼ / Σᵢ ωᵢ   (p: position of an indicator between −1 and 1, ω: its importance)',
  effectivePartners:
    'N = 1 / Σ wⱼ²   (w: weights of the partners that stand in no other; inverse Herfindahl index)',
  effectivePartnersShannon: 'N₁ = exp(−Σ wⱼ ln wⱼ)   (exponential of Shannon’s entropy)',
  evenness: 'J = (−Σ wⱼ ln wⱼ) / ln n   (n: partners with a weight)',
  leader: 'max wⱼ; it holds in the share of draws in which the same partner leads',
  coverage: 'mean over the indicators that know a total of Σⱼ amount / total',
  pull: 'Σ wⱼ θⱼ / Σ wⱼ   (θ: position in the General Assembly)',
} as const;

const daySchemaText = 'a day such as 2023-01-31';

function checkDay(day: string, what: string): string {
  const span = parseDate(day);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !span)
    throw new MultivectorError('input', `${what}: “${day}” is not ${daySchemaText}`);
  return day;
}

/** The library's face: one dossier, and all that a user can do with it. */
export class Workbench {
  readonly dossier: Dossier;
  readonly place: Place;
  /** What the dossier holds, or held on the day asked for. */
  readonly records: Records;
  readonly #measured = new Map<string, Measured>();
  readonly #profiles = new Map<number, Profile>();
  readonly #commitments = new Map<number, CommitmentCheck[]>();
  #defaultYear: number | undefined;

  private constructor(place: Place, dossier: Dossier, records: Records) {
    this.place = place;
    this.dossier = dossier;
    this.records = records;
  }

  /**
   * @throws MultivectorError `missing` where there is no such dossier, `data` where it is broken, `input` where the
   *   state or the day cannot be read
   */
  static async open({ focal, folder, asKnownOn, user = userFolder() }: Opening = {}): Promise<Workbench> {
    const place = folder === undefined ? await placeOf(stateCode(focal ?? 'KAZ'), user) : undefined;
    const dossier = await Dossier.open(place?.folder ?? (folder as string));
    const found: Place = place ?? { focal: dossier.records.focal, folder: folder as string, kind: 'user' };
    if (focal !== undefined && stateCode(focal) !== found.focal)
      throw new MultivectorError(
        'input',
        `the dossier in ${found.folder} is about ${found.focal}, not ${stateCode(focal)}`,
      );
    return new Workbench(
      found,
      dossier,
      asKnownOn === undefined ? dossier.records : dossier.asKnownOn(checkDay(asKnownOn, '--as-known-on')),
    );
  }

  /**
   * The same dossier as it was known at the end of a day, `YYYY-MM-DD`.
   *
   * @throws MultivectorError `input` where the day cannot be read
   */
  asKnownOn(day: string): Workbench {
    return new Workbench(this.place, this.dossier, this.dossier.asKnownOn(checkDay(day, 'as-known-on')));
  }

  /** Every dossier at hand. */
  static places(user?: string): Promise<Place[]> {
    return places(user);
  }

  /**
   * The folder of the dossier about a state.
   *
   * @throws MultivectorError `missing` where there is none
   */
  static async folderOf(focal: string, user?: string): Promise<string> {
    return (await placeOf(focal, user)).folder;
  }

  /** A text that is another one as soon as one of a dossier's files has changed. */
  static stamp(folder: string): Promise<string> {
    return Dossier.stamp(folder);
  }

  // --- record

  static problems(folder: string): Promise<readonly Problem[]> {
    return Dossier.problems(folder);
  }

  /** Makes a valid empty dossier about a state, by default in the user's data folder. */
  static async create({
    focal,
    partners,
    folder,
    user = userFolder(),
  }: {
    focal: string;
    partners?: readonly string[] | undefined;
    folder?: string | undefined;
    user?: string | undefined;
  }): Promise<Workbench> {
    const id = stateCode(focal);
    const place = folder ?? join(user, id);
    await Dossier.create(place, {
      focal: id,
      partners: (partners ?? usualPartners(id)).map(partnerCode),
      title: `${builtInActors.get(id)?.name ?? id}: foreign relations`,
    });
    return Workbench.open({ folder: place });
  }

  /** Changes the dossier; a built-in one is first copied to the user's data folder. */
  async change(
    edits: readonly Edit[],
    reason: Reason,
    { sources = [], user }: { sources?: readonly Source[]; user?: string | undefined } = {},
  ): Promise<Workbench> {
    const place = await writable(this.place, user);
    const checked = sources.map((source) => check(sourceSchema, source, `source “${source.id}”`));
    await (await Dossier.open(place.folder)).change(edits, reason, checked);
    return Workbench.open({ folder: place.folder });
  }

  /**
   * What the archive has for the dossier's figures, set beside what stands in it.
   *
   * @param archive whoever answers questions about bulk data, such as an `ArchiveWorkbench`
   */
  async refresh(archive: Answers & { sources(): Promise<readonly DataSource[]> }): Promise<Refresh> {
    const { changes, figuresFor } = await import('./refresh/index.ts');
    const { focal, partners } = this.records;
    return changes(this.records, await figuresFor(archive, focal, partners), await archive.sources());
  }

  /** Takes a refresh over into the dossier, all of it or nothing. */
  async takeOver(
    { added, changed, removed, union, sources }: Refresh,
    reason: Reason,
    options: { user?: string | undefined } = {},
  ): Promise<Workbench> {
    const table = 'observations' as const;
    const today = reason.at.toISOString().slice(0, 10);
    // “2026” may mean a day to come; then it is known since today.
    const since = (known: string | undefined) =>
      known !== undefined && (parseDate(known)?.last ?? '9999') <= today ? known : undefined;
    const edits: Edit[] = [
      ...removed.map(({ id }): Edit => ({ op: 'remove', table, id })),
      ...changed.map(({ after: { row } }): Edit => ({ op: 'edit', table, id: row.id, set: row })),
      ...added.map(({ row, known }): Edit => ({ op: 'add', table, row, known: since(known) })),
      ...union.flatMap(({ tie, evidence }): Edit[] => [
        { op: 'add', table: 'ties', row: tie, known: since(tie.from) },
        { op: 'add', table: 'evidence', row: evidence, known: since(tie.from) },
      ]),
    ];
    return this.change(edits, reason, { ...options, sources });
  }

  /** Who changed what and why, oldest first; as of a past day, only what was known by then. */
  history(): readonly Change[] {
    const { asKnownOn } = this.records;
    return asKnownOn === undefined
      ? this.dossier.history
      : this.dossier.history.filter((change) => knownBy(change) <= asKnownOn);
  }

  /** The record with an id, down to its sources. */
  record(id: string): Found {
    return findRecord(this.records, id);
  }

  // --- measure

  /** Years for which the dossier has figures or events, first to last. */
  years(): { first: number; last: number } | undefined {
    const { observations, events, asKnownOn } = this.records;
    const years = [
      ...observations
        .filter(({ indicator }) => indicator !== 'border-length')
        .map(({ period }) => periodYear(period)),
      ...events.map(({ date }) => Number(sortDay(date).slice(0, 4))),
    ].filter((year) => year < 9999 && (asKnownOn === undefined || year <= Number(asKnownOn.slice(0, 4))));
    return years.length > 0 ? { first: Math.min(...years), last: Math.max(...years) } : undefined;
  }

  /** The year of which the dossier tells most: the latest with the greatest number of weights and directions. */
  defaultYear(): number {
    if (this.#defaultYear !== undefined) return this.#defaultYear;
    const span = this.years();
    const years = span
      ? Array.from({ length: Math.min(12, span.last - span.first + 1) }, (_, i) => span.last - i)
      : [];
    const told = years.map((year) => ({
      year,
      n: dimensions
        .flatMap((dimension) => measureDimension(this.records, dimension, { year, draws: 0 }).vectors)
        .filter(({ weight, direction }) => !isGap(weight) && !isGap(direction)).length,
    }));
    this.#defaultYear =
      told.toSorted((a, b) => b.n - a.n || b.year - a.year)[0]?.year ?? new Date().getUTCFullYear() - 1;
    return this.#defaultYear;
  }

  /** The vectors and the balance of a dimension in a year. */
  measured(dimension: Dimension, year = this.defaultYear(), draws = defaultDraws): Measured {
    const key = `${dimension} ${year} ${draws}`;
    const known = this.#measured.get(key) ?? measureDimension(this.records, dimension, { year, draws });
    this.#measured.set(key, known);
    return known;
  }

  vectors({ at, dimension }: { at?: number | undefined; dimension?: Dimension | undefined } = {}): Vector[] {
    return (dimension ? [dimension] : dimensions).flatMap((one) => this.measured(one, at).vectors);
  }

  balance({ at, dimension }: { at?: number | undefined; dimension?: Dimension | undefined } = {}): Balance[] {
    return (dimension ? [dimension] : dimensions).map((one) => this.measured(one, at).balance);
  }

  resultant(dimension: Dimension, year = this.defaultYear()): Resultant {
    return resultant(this.records, dimension, year, this.measured(dimension, year).vectors);
  }

  profile(year = this.defaultYear()): Profile {
    const known = this.#profiles.get(year) ?? profile(this.records, year, this.#all(year));
    this.#profiles.set(year, known);
    return known;
  }

  commitments(year = this.defaultYear()): CommitmentCheck[] {
    const known = this.#commitments.get(year) ?? commitmentChecks(this.records, year, this.#all(year));
    this.#commitments.set(year, known);
    return known;
  }

  #all(year: number): Map<Dimension, Measured> {
    return new Map(dimensions.map((dimension) => [dimension, this.measured(dimension, year)]));
  }

  /**
   * A vector by its id, `KAZ.RUS.economic.2022`, down to the records.
   *
   * @throws MultivectorError `input` where the id cannot be read, `missing` where there is no such partner
   */
  explain(id: string): Explanation {
    const match = /^([A-Z]{3})\.([A-Za-z0-9_-]+)\.([a-z]+)\.(\d{4})$/.exec(id);
    const dimension = dimensions.find((one) => one === match?.[3]);
    if (!match || !dimension)
      throw new MultivectorError('input', `“${id}” is not the id of a vector`, {
        hint: `it looks like ${this.records.focal}.${this.records.partners[0] ?? 'RUS'}.economic.${this.defaultYear()}; dimensions are ${dimensions.join(', ')}`,
      });
    const [, focal = '', partner = '', , year = ''] = match;
    if (focal !== this.records.focal)
      throw new MultivectorError('missing', `this dossier is about ${this.records.focal}, not ${focal}`);
    const vector = this.measured(dimension, Number(year)).vectors.find((one) => one.partner === partner);
    if (!vector)
      throw new MultivectorError('missing', `${partner} is not among the partners`, {
        hint: `there are: ${this.records.partners.join(', ')}`,
      });
    const actors = actorsOf(this.records);
    return {
      vector,
      names: { focal: actors.name(focal), partner: actors.name(partner) },
      formula: { weight: formulas.weight, direction: formulas.direction },
      terms: vector.terms.map((term) => {
        const source = this.records.sources.find((one) => one.id === term.source);
        return {
          term,
          how:
            mappings.find(
              (mapping) =>
                mapping.dimension === dimension &&
                mapping.part === term.part &&
                mapping.indicator === term.indicator,
            )?.how ?? '',
          citation: source && shortCitation(source),
          records: term.records.map((record) => findRecord(this.records, record)),
        };
      }),
    };
  }

  // --- watch

  /** Events in the order of their dates. */
  timeline({
    partner,
    dimension,
    from,
    to,
  }: {
    partner?: string | undefined;
    dimension?: Dimension | undefined;
    from?: string | undefined;
    to?: string | undefined;
  } = {}): TimelineEntry[] {
    const actors = actorsOf(this.records);
    const wanted = partner === undefined ? undefined : this.partner(partner);
    const first = from === undefined ? undefined : spanOf(from, '--from').first;
    const last = to === undefined ? undefined : spanOf(to, '--to').last;
    return byDate(this.records.events)
      .map(
        (event): TimelineEntry => ({
          event,
          partners: partnersOfEvent(this.records, actors, event),
          intensity: event.intensity ?? intensityOf(event.root, event.mode),
          sources: [...new Set(findRecord(this.records, event.id).evidence.map(({ source }) => source))],
        }),
      )
      .filter(({ event, partners }) => {
        const span = parseDate(event.date) ?? {};
        return (
          (wanted === undefined || partners.includes(wanted)) &&
          (dimension === undefined || event.dimension === dimension) &&
          (first === undefined || span.last === undefined || span.last >= first) &&
          (last === undefined || span.first === undefined || span.first <= last)
        );
      });
  }

  eventBalance(options: Parameters<Workbench['timeline']>[0] = {}): EventBalance {
    return eventBalance(this.timeline(options).map(({ event }) => event));
  }

  // --- weigh and brief

  disagreements(): Disagreement[] {
    return disagreements(this.records);
  }

  /** A footnoted brief; the same dossier gives the same bytes. */
  async brief({
    year = this.years() && this.defaultYear(),
    format,
  }: {
    year?: number | undefined;
    format: BriefFormat;
  }): Promise<Uint8Array> {
    const { compose, hashedFiles, writeBrief } = await import('./brief/index.ts');
    return writeBrief(
      compose({
        records: this.records,
        year,
        measured: (dimension, at) => this.measured(dimension, at),
        resultant: (dimension, at) => this.resultant(dimension, at),
        profile: (at) => this.profile(at),
        commitments: (at) => this.commitments(at),
        disagreements: () => this.disagreements(),
        lacking: this.lacking(),
        formulas,
        files: await hashedFiles(this.dossier.folder),
        changed: this.dossier.history
          .map(({ at }) => at.slice(0, 10))
          .sort()
          .at(-1),
        version,
      }),
      format,
    );
  }

  /** The id of a partner by whatever it is called. */
  partner(text: string): string {
    const { actor } = actorsOf(this.records).resolve(text);
    if (this.records.partners.includes(actor)) return actor;
    throw new MultivectorError('missing', `${actor} is not among the partners of this dossier`, {
      hint: `there are: ${this.records.partners.join(', ')}`,
    });
  }

  /** Words on what the dossier still lacks for its measures; empty where nothing is. */
  lacking(): string[] {
    const { events, ties, observations, focal, partners } = this.records;
    return [
      ...(partners.length === 0
        ? ['partners: list them in datapackage.json under multivector.partners']
        : []),
      ...(events.length === 0
        ? [
            `events: add one with “multivector dossier add-event ${focal} --help”, or rows to events.csv and evidence.csv`,
          ]
        : []),
      ...(ties.length === 0
        ? ['ties (memberships, borders, agreements): add rows to ties.csv and evidence.csv']
        : []),
      ...(observations.length === 0
        ? ['figures (trade, votes, arms): add rows to observations.csv, with their source in sources.json']
        : []),
    ];
  }
}

function spanOf(text: string, what: string): { first?: string; last?: string } {
  const span = parseDate(text);
  if (!span)
    throw new MultivectorError('input', `${what}: “${text}” is not a date`, {
      hint: 'write 2022, 2022-10 or 2022-10-24',
    });
  return span;
}

/** The code of a state by code or name. */
export function stateCode(text: string): string {
  const { actor } = actorsOf(noRecords()).resolve(text);
  if (builtInActors.get(actor)?.kind === 'state') return actor;
  throw new MultivectorError('input', `${actor} is not a state`, {
    hint: 'a focal state is given by its ISO 3166-1 alpha-3 code, such as KAZ',
  });
}

/** The code of a state, group or organisation by code or name. */
export const partnerCode = (text: string): string => actorsOf(noRecords()).resolve(text).actor;
