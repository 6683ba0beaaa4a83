import { type Dimension, dimensions } from '../model/dimension.ts';
import { formatQuestion, parseQuestion, type Question } from './measures/question.ts';

/** The state of the page. All of it is in its URL, so that a view can be kept, sent and gone back to. */
export interface Address {
  /** Focal state, where it is not the one that the server was started with. */
  readonly focal?: string | undefined;
  readonly dimension: Dimension;
  /** Absent: the year of which the dossier tells most. */
  readonly year?: number | undefined;
  /** `YYYY-MM-DD`: the dossier as it was known then. */
  readonly knownOn?: string | undefined;
  /** Of the timeline. */
  readonly partner?: string | undefined;
  readonly within?: Dimension | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly find?: string | undefined;
  /** What is asked in the room of measures; absent in the room of the rose. */
  readonly question?: Question | undefined;
  /** What the evidence drawer shows: a vector's id, or a kind and an id: `record:…`, `balance:…`. */
  readonly open?: string | undefined;
}

export const firstDimension: Dimension = 'political';

const dimensionOf = (text: string | null): Dimension | undefined => dimensions.find((one) => one === text);
const textOf = (text: string | null): string | undefined => (text === null || text === '' ? undefined : text);

/** Reads the query of a URL; what it cannot read it leaves out. */
export function parseAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const year = query.get('year');
  const knownOn = query.get('as-known-on');
  const question = query.get('view') === 'measures' ? parseQuestion(query) : undefined;
  const filter = (name: string) => (question ? undefined : textOf(query.get(name)));
  return {
    focal: textOf(query.get('focal')),
    dimension: dimensionOf(query.get('dimension')) ?? firstDimension,
    year: year !== null && /^\d{4}$/.test(year) ? Number(year) : undefined,
    knownOn: knownOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(knownOn) ? knownOn : undefined,
    partner: filter('partner'),
    within: question ? undefined : dimensionOf(query.get('in')),
    from: filter('from'),
    to: filter('to'),
    find: filter('find'),
    question,
    open: textOf(query.get('open')),
  };
}

/** The query of an address, with its question mark. The filters of the timeline stay in the room of the rose. */
export function formatAddress(address: Address): string {
  const { question } = address;
  const pairs: [string, string | undefined][] = [
    ['view', question && 'measures'],
    ['focal', address.focal],
    ['dimension', address.dimension],
    ['year', address.year === undefined ? undefined : String(address.year)],
    ['as-known-on', address.knownOn],
    ...(question
      ? formatQuestion(question)
      : ([
          ['partner', address.partner],
          ['in', address.within],
          ['from', address.from],
          ['to', address.to],
          ['find', address.find],
        ] as const)
    ).map(([name, value]): [string, string | undefined] => [name, value]),
    ['open', address.open],
  ];
  const kept = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return `?${new URLSearchParams(kept)}`;
}
