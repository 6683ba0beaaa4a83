import { MultivectorError } from '../../model/errors.ts';
import type { FileBytes, Parsed } from '../../model/format.ts';
import { factbookUnnamed } from './factbook-names.ts';

const within = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && key in at ? Reflect.get(at, key) : undefined),
    value,
  );

/** Text without tags, its entities as the letters that they stand for. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&([a-z])(acute|grave|circ|tilde|uml|cedil);/gi, (_, letter: string, mark: string) =>
      (letter + accents[mark.toLowerCase()]).normalize('NFC'),
    )
    .replace(/&(nbsp|amp|quot|rsquo|apos);/g, (_, name: string) => signs[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();

const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  cedil: '\u0327',
};
const signs: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  rsquo: '’',
  apos: "'",
};

const textAt = (value: unknown, ...path: readonly string[]): string | undefined => {
  const text = within(value, ...path, 'text');
  return typeof text === 'string' && text.trim() !== '' ? plainText(text) : undefined;
};

/** What a page says of one thing; `problem` where it says so otherwise than we can read. */
type Entry =
  | {
      readonly kind: string;
      readonly name?: string | undefined;
      readonly number?: number | undefined;
      readonly year?: string | undefined;
      /** What a state is in an organisation, if not simply a member. */
      readonly status?: string | undefined;
      readonly remark?: string | undefined;
    }
  | { readonly problem: string; readonly text: string };

const kilometres = (text: string): number => Number(text.replaceAll(',', ''));

/** `Mali 489 km; Spain (Ceuta) 8 km and Spain (Melilla) 10.5 km`: neighbours, the places in brackets left out. */
function* neighbours(text: string): Generator<Entry> {
  const one = /\s*(\S.*?)\s+([\d,]+(?:\.\d+)?) ?km\b\s*(?:\([^)]*\))?\s*(?:[;,]|and\b|$)/y;
  let read = 0;
  for (let found = one.exec(text); found; found = one.exec(text)) {
    read = one.lastIndex;
    const [, name = '', length = ''] = found;
    yield { kind: 'border', name: name.replace(/\s*\([^)]*\)$/, ''), number: kilometres(length) };
    if (read >= text.length) return;
  }
  yield { problem: 'Land boundaries: no “country 1,234 km”', text: text.slice(read).trim() };
}

function* boundaries(field: unknown): Generator<Entry> {
  if (typeof field !== 'object' || field === null) return;
  for (const key of Object.keys(field)) {
    const text = textAt(field, key);
    // Prose, of which nothing is taken.
    if (key === 'note' || key === 'text') continue;
    if (text === undefined) yield { problem: `Land boundaries: “${key}” has no text`, text: '' };
    else if (/^(border|regional border)/.test(key)) yield* neighbours(text);
    else if (/\btotal$/.test(key)) {
      const [, length] = /^([\d,]+(?:\.\d+)?) ?km\b/.exec(text) ?? [];
      yield length === undefined
        ? { problem: `Land boundaries: “${key}” is not a length in km`, text }
        : { kind: key === 'total' ? 'border-total' : 'border-part', number: kilometres(length) };
    } else yield { problem: `Land boundaries: “${key}” is not known`, text };
  }
}

/** `0 km (landlocked)`, `3,444 km (excludes islands)`: seas, not lakes such as the Caspian, which are in the notes. */
function* coast(field: unknown): Generator<Entry> {
  const text = textAt(field);
  if (text === undefined || text === 'NA') return;
  const [, length, remark] = /^([\d,]+(?:\.\d+)?) ?km\b\s*(?:\((.*)\)$)?/.exec(text) ?? [];
  if (length !== undefined) yield { kind: 'coastline', number: kilometres(length), remark };
  // Islands one by one, “Saint Helena: 60 km”, without a sum.
  else if (/^[^:;]+: ?([\d,]|NA)/.test(text)) yield { kind: 'coastline-part' };
  else yield { problem: 'Coastline: not a length in km', text };
}

/** `China 28%, Russia 24%, Gambia, The 4% (2023)`: a comma ends a partner only after its share. */
function* partners(kind: string, field: unknown): Generator<Entry> {
  const text = textAt(field);
  if (text === undefined) return;
  const [, list, year] = /^(.*?)\s*\((\d{4})(?: est\.?)?\)$/.exec(text) ?? [];
  if (list === undefined) {
    yield { problem: `${kind}: no year in brackets at the end`, text };
    return;
  }
  const note = within(field, 'note');
  const remark = typeof note === 'string' ? plainText(note).replace(/^note: ?/, '') : undefined;
  if (!list.includes('%')) {
    yield { kind, name: list, year, remark };
    return;
  }
  const one = /\s*(\S.*?)\s+(\d+(?:\.\d+)?)%\s*(?:,|$)/y;
  let read = 0;
  for (let found = one.exec(list); found; found = one.exec(list)) {
    read = one.lastIndex;
    yield { kind, name: found[1], number: Number(found[2]), year, remark };
    if (read >= list.length) return;
  }
  yield { problem: `${kind}: no “partner 12%”`, text: list.slice(read).trim() };
}

/** `ADB (nonregional member), NAM (observer), UN`: a comma in brackets ends nothing. */
function* organisations(field: unknown): Generator<Entry> {
  const text = textAt(field);
  if (text === undefined || text === 'none') return;
  // Afghanistan's list begins with a sentence and a colon, which holds for all of it.
  const [opening = '', about] = /^([^,:]+):\s*/.exec(text) ?? [];
  for (const entry of text.slice(opening.length).split(/,\s*(?![^(]*\))/)) {
    const [, name, brackets = ''] = /^([^()]+?)\s*((?:\([^)]*\)\s*)*)$/.exec(entry.trim()) ?? [];
    const statuses = [...brackets.matchAll(/\(([^)]*)\)/g)].map(([, status]) => status);
    yield name === undefined
      ? { problem: 'International organization participation: not “organisation (status)”', text: entry }
      : {
          kind: 'organisation',
          name,
          status: statuses.length > 0 ? statuses.join('; ') : undefined,
          remark: about,
        };
  }
}

const fields = {
  'Geography > Land boundaries': boundaries,
  'Geography > Coastline': coast,
  'Economy > Exports - partners': (field: unknown) => partners('exports', field),
  'Economy > Imports - partners': (field: unknown) => partners('imports', field),
  'Government > International organization participation': organisations,
} as const;

/** Degrees, south and west negative, of `48 00 N, 68 00 E`. */
function coordinates(text: string | undefined): { latitude?: number; longitude?: number } {
  const [, north, n, ns, east, e, ew] = /^(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])/.exec(text ?? '') ?? [];
  if (ns === undefined) return {};
  const degrees = (whole = '', minutes = '', negative = false) =>
    (negative ? -1 : 1) * (Number(whole) + Number(minutes) / 60);
  return { latitude: degrees(north, n, ns === 'S'), longitude: degrees(east, e, ew === 'W') };
}

/** A JSON document, which must be an object. */
export function jsonDocument({ name, bytes }: FileBytes): object {
  try {
    const document: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof document === 'object' && document !== null) return document;
  } catch (cause) {
    throw new MultivectorError('data', `${name}: not valid JSON`, { cause });
  }
  throw new MultivectorError('data', `${name}: not a page of The World Factbook`);
}

const unlessNone = (text: string | undefined): string | undefined => (text === 'none' ? undefined : text);

/** The rows of a page: one about its subject, and one for each neighbour, trade partner and organisation. */
export function* factbookPage(file: FileBytes): Generator<Parsed> {
  const document = jsonDocument(file);
  if (within(document, 'Introduction') === undefined)
    throw new MultivectorError('data', `${file.name}: not a page of The World Factbook`, {
      hint: 'it has no Introduction',
    });
  const gec = /^([a-z]{2})\.json$/i.exec(file.name)?.[1]?.toLowerCase();
  const names = within(document, 'Government', 'Country name');
  const long = unlessNone(textAt(names, 'conventional long form'));
  const short =
    unlessNone(textAt(names, 'conventional short form')) ??
    (long === undefined && gec !== undefined ? factbookUnnamed[gec] : undefined);
  const subject = { file: file.name, gec, short, long };
  const where = coordinates(textAt(document, 'Geography', 'Geographic coordinates'));
  yield { row: { ...subject, kind: 'subject', ...where } };
  for (const [path, read] of Object.entries(fields))
    for (const entry of read(within(document, ...path.split(' > '))))
      if ('problem' in entry) yield { problem: entry.problem, text: entry.text };
      else
        yield {
          row: { ...subject, path, ...entry },
        };
}
