import { type Article, namesOf } from './article.ts';
import { dateOf } from './dates.ts';
import { plainLine } from './plain.ts';

/** What the fields of an article are called in header blocks, front matter and JSON. */
const fieldNames = {
  title: 'title headline заголовок',
  authors: 'authors author byline by creator автор авторы',
  date: 'date published published_at publishedat publication_date date_published datepublished pubdate дата',
  outlet: 'outlet source publisher publication newspaper site sitename site_name источник',
  url: 'url link permalink',
  language: 'language lang',
} as const satisfies Partial<Record<keyof Article, string>>;

type Field = keyof typeof fieldNames;

const fieldOf = new Map<string, Field>(
  (Object.keys(fieldNames) as Field[]).flatMap((field) =>
    fieldNames[field].split(' ').map((name): [string, Field] => [name, field]),
  ),
);
const normal = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** Whether a field of this name says something that the archive keeps of an article. */
export const isField = (name: string): boolean => fieldOf.has(normal(name));

const nameIn = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string')
    return value.name;
  return undefined;
};

/** The day of a number: a year, or seconds or milliseconds since 1970, UTC. */
function dateOfNumber(value: number): string | undefined {
  if (Number.isInteger(value) && value >= 1000 && value <= 2999) return String(value);
  if (value < 1e8 || value >= 1e14) return undefined;
  return new Date(value < 1e11 ? value * 1000 : value).toISOString().slice(0, 10);
}

/** What is said of an article in fields of its own, or which of them cannot be understood. */
export type Said = Omit<Article, 'text'> | { readonly problem: string };

/** Reads fields by their usual names; where a name stands twice, the first that has a value counts. Others are passed over. */
export function said(fields: Iterable<readonly [string, unknown]>): Said {
  const found = new Map<Field, unknown>();
  for (const [name, value] of fields) {
    const field = fieldOf.get(normal(name));
    if (field !== undefined && !found.has(field) && value !== null && value !== undefined && value !== '')
      found.set(field, value);
  }
  const line = (field: Field): string | undefined => {
    const name = nameIn(found.get(field));
    return name === undefined ? undefined : plainLine(name);
  };
  const stated = found.get('date');
  const date =
    typeof stated === 'string'
      ? dateOf(stated)
      : typeof stated === 'number'
        ? dateOfNumber(stated)
        : undefined;
  if (stated !== undefined && date === undefined)
    return {
      problem: `the date “${String(nameIn(stated) ?? typeof stated).slice(0, 60)}” cannot be read; write it as 2023-02-28`,
    };
  const outlet = line('outlet');
  const address = outlet !== undefined && /^https?:\/\//i.test(outlet);
  return {
    title: line('title'),
    authors: [found.get('authors')].flat().flatMap((one) => namesOf(nameIn(one) ?? '')),
    date,
    outlet: address ? undefined : outlet,
    url: line('url') ?? (address ? outlet : undefined),
    language: line('language'),
  };
}
