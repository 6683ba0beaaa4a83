import type { Vector } from '../model/measured.ts';
import type { Records } from '../model/records.ts';
import { type EvidenceView, evidenceOf } from '../model/trace.ts';
import type { Citations } from './citations.ts';
import type { Note, Run, Sentence } from './document.ts';
import { type FormulaId, formulaWords } from './formulas.ts';
import { capitalised, listWords } from './words.ts';

/** A record of the dossier. */
export interface RecordGround {
  readonly record: string;
  /** Whether the sources that state it otherwise are named too. */
  readonly all?: boolean;
}

/** What a sentence rests on: a record, or a computation. */
export type Ground =
  | RecordGround
  | {
      /** How it was computed; several where a sentence tells several things. */
      readonly by: readonly FormulaId[];
      /** What of: ids of vectors, as a note shows them. */
      readonly of: string;
      /** Ids that a machine can follow. */
      readonly names: readonly string[];
      /** How many records it was computed from. */
      readonly n?: number | undefined;
      readonly sources?: readonly string[] | undefined;
    };

/** A computation over vectors. */
export function fromVectors(
  vectors: readonly Vector[],
  by: readonly FormulaId[],
  more: { readonly of?: string; readonly names?: readonly string[] } = {},
): Ground {
  const ids = vectors.map(({ id }) => id);
  const terms = vectors.flatMap((vector) => vector.terms);
  return {
    by,
    of: more.of ?? `${ids.length === 1 ? 'vector' : 'vectors'} ${listWords(ids)}`,
    names: [...ids, ...(more.names ?? [])],
    n: new Set(terms.flatMap(({ records }) => records)).size,
    sources: [...new Set(terms.flatMap(({ source }) => source ?? []))].sort(),
  };
}

/** The notes of one brief, in order, and the sources they cite. */
export class Notes {
  readonly #records: Records;
  readonly #citations: Citations;
  readonly #list: Note[] = [];
  readonly #cited = new Set<string>();

  constructor(records: Records, citations: Citations) {
    this.#records = records;
    this.#citations = citations;
  }

  get list(): readonly Note[] {
    return this.#list;
  }

  /** Ids of the sources that a note or a table has named. */
  get cited(): readonly string[] {
    return [...this.#cited];
  }

  /** A sentence with its note, which holds all its grounds; sentences without grounds have none. */
  sentence(text: string, ...grounds: readonly Ground[]): Sentence {
    return { text: capitalised(text), note: this.note(grounds) };
  }

  note(grounds: readonly Ground[]): number | undefined {
    const parts = [
      ...this.#evidenceRuns(grounds.filter((ground) => 'record' in ground)),
      ...grounds.flatMap((ground) => ('record' in ground ? [] : [this.#computed(ground)])),
    ];
    if (parts.length === 0) return undefined;
    const runs = parts.flatMap((part, index) => (index === 0 ? part : [{ text: ' ' }, ...part]));
    const number = this.#list.length + 1;
    this.#list.push({
      number,
      runs,
      names: grounds.flatMap((ground) => ('record' in ground ? [ground.record] : ground.names)),
    });
    return number;
  }

  /** A source as a table names it. */
  short(source: string): string {
    this.#cited.add(source);
    return this.#citations
      .cite(source, 'short')
      .map(({ text }) => text)
      .join('');
  }

  /** Sources in full at their first mention, shortened afterwards, each with all its places. */
  #evidenceRuns(grounds: readonly RecordGround[]): Run[][] {
    const bySource = new Map<string, EvidenceView[]>();
    const seen = new Set<string>();
    for (const { record: id, all = false } of grounds) {
      if (seen.has(id)) continue;
      seen.add(id);
      const evidence = evidenceOf(this.#records, id);
      const shown = evidence.filter(
        ({ role, states }) => role !== 'mentions' && (all || states === undefined),
      );
      for (const view of shown.length > 0 ? shown : evidence)
        bySource.set(view.source, [...(bySource.get(view.source) ?? []), view]);
      if (evidence.length === 0)
        bySource.set('', [...(bySource.get('') ?? []), { ...noSource, citation: id }]);
    }
    return [...bySource].map(([source, views]) =>
      source === ''
        ? [
            { text: 'Record ' },
            ...views.flatMap(({ citation }, index): Run[] => [
              ...(index === 0 ? [] : [{ text: ', ' }]),
              { text: citation, style: 'code' },
            ]),
            { text: ': the dossier names no source.' },
          ]
        : [...this.#source(source), { text: `${places(views)}.` }],
    );
  }

  #source(id: string): readonly Run[] {
    const form = this.#cited.has(id) ? 'short' : 'full';
    this.#cited.add(id);
    return this.#citations.cite(id, form);
  }

  #computed({ by, of, n, sources = [] }: Exclude<Ground, RecordGround>): Run[] {
    for (const source of sources) this.#cited.add(source);
    const data = sources.map((source) =>
      this.#citations
        .cite(source, 'short')
        .map(({ text }) => text)
        .join(''),
    );
    return [
      { text: `Computed by ${formulaWords(by)} from ` },
      ...idRuns(of),
      {
        text: `${n === undefined ? '' : ` (${n} ${n === 1 ? 'record' : 'records'})`}${data.length > 0 ? `; data: ${data.join('; ')}` : ''}.`,
      },
    ];
  }
}

/** Ids of vectors in the style of code, the words round them as they are. */
const idRuns = (text: string): Run[] =>
  text
    .split(/([A-Z]{3}\.[\w*.-]*[\w*])/)
    .filter((part) => part !== '')
    .map((part) => (/^[A-Z]{3}\./.test(part) ? { text: part, style: 'code' } : { text: part }));

const noSource: EvidenceView = {
  source: '',
  citation: '',
  availability: 'cited-not-supplied',
  licence: 'unknown',
  redistributable: false,
  role: 'mentions',
};

/** More places than these in one source are not listed: the records themselves name them. */
const mostPlaces = 3;

/** Where in a source: “, paras. 1 and 7 (its note 9: cited there, not supplied)”. */
export function places(views: readonly Pick<EvidenceView, 'locator' | 'note'>[]): string {
  const locators = [...new Set(views.flatMap(({ locator }) => locator ?? []))];
  const paragraphs = locators.map((locator) => /^para\. (\d+)$/.exec(locator)?.[1]);
  const where =
    locators.length > 1 && paragraphs.every((paragraph) => paragraph !== undefined)
      ? `paras. ${listWords(paragraphs.toSorted((a, b) => Number(a) - Number(b)))}`
      : locators.length > mostPlaces
        ? ''
        : listWords(locators);
  const notes = [...new Set(views.flatMap(({ note }) => note ?? []))].toSorted(
    (a, b) => Number(a) - Number(b),
  );
  return [
    where && `, ${where}`,
    notes.length > 0 &&
      ` (its ${notes.length === 1 ? 'note' : 'notes'} ${listWords(notes)}: cited there, not supplied)`,
  ]
    .filter(Boolean)
    .join('');
}

/** Grounds that are records. */
export const recordGrounds = (ids: readonly string[]): Ground[] => ids.map((record) => ({ record }));
