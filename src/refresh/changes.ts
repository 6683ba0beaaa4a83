import type { DataSource } from '../model/bulk.ts';
import type { Evidence, Observation, Records, Source, Tie } from '../model/records.ts';
import type { FreshFigure } from './observation.ts';
import { unionTies } from './union.ts';

/** What a refresh would do to a dossier's figures. */
export interface Refresh {
  readonly added: readonly FreshFigure[];
  readonly changed: readonly { readonly before: Observation; readonly after: FreshFigure }[];
  /** Figures of the same sources and indicators that the archive no longer gives. */
  readonly removed: readonly Observation[];
  readonly unchanged: number;
  /**
   * Who is in the European Union since when, where it is a partner and the dossier does not say: without it the Union's
   * figures cannot be made of its members'.
   */
  readonly union: readonly { readonly tie: Tie; readonly evidence: Evidence }[];
  /** Sources of all this that the dossier does not know yet. */
  readonly sources: readonly Source[];
}

const same = (a: Observation, b: Observation): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every(
    (key) => a[key as keyof Observation] === b[key as keyof Observation],
  );

const sourceOf = ({ licence, redistributable, ...record }: DataSource): Source => ({
  ...record,
  custom: { licence, redistributable, availability: 'at-hand' },
});

/** The first day that a source's date of publication can mean. */
const issuedOf = (source: DataSource | undefined): string | undefined =>
  source?.issued?.['date-parts'][0]?.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');

/** What stands in a dossier against what the archive gives. Figures of other sources stay as they are. */
export function changes(
  {
    observations,
    ties,
    partners,
    sources: known,
  }: Pick<Records, 'observations' | 'ties' | 'partners' | 'sources'>,
  figures: readonly FreshFigure[],
  sources: readonly DataSource[],
): Refresh {
  const kind = ({ source, indicator }: Observation): string => `${source} ${indicator}`;
  const kinds = new Set(figures.map(({ row }) => kind(row)));
  const before = new Map(observations.map((row) => [row.id, row]));
  const after = new Set(figures.map(({ row }) => row.id));
  const dated = figures.map(
    ({ row, known: since }): FreshFigure => ({
      row,
      known: since ?? issuedOf(sources.find(({ id }) => id === row.source)),
    }),
  );
  const lacksUnion =
    partners.includes('EU') &&
    sources.some(({ id }) => id === 'factbook') &&
    ties.every(({ kind, b }) => kind !== 'membership' || b !== 'EU');
  const union = lacksUnion ? unionTies : [];
  const used = new Set([
    ...figures.map(({ row }) => row.source),
    ...union.map(({ evidence }) => evidence.source),
  ]);
  return {
    added: dated.filter(({ row }) => !before.has(row.id)),
    changed: dated.flatMap((figure) => {
      const old = before.get(figure.row.id);
      return old && !same(old, figure.row) ? [{ before: old, after: figure }] : [];
    }),
    removed: observations.filter((row) => kinds.has(kind(row)) && !after.has(row.id)),
    unchanged: figures.filter(({ row }) => {
      const old = before.get(row.id);
      return old !== undefined && same(old, row);
    }).length,
    union,
    sources: sources.filter(({ id }) => used.has(id) && known.every((one) => one.id !== id)).map(sourceOf),
  };
}
