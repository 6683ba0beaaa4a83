import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { Source } from '../model/records.ts';
import type { Run } from './document.ts';
import { noteStyle } from './note-style.ts';

/** Citations of a dossier's sources by the Citation Style Language. */
export interface Citations {
  /** The source in full, or shortened for a later mention. */
  readonly cite: (id: string, form: 'full' | 'short') => readonly Run[];
  /** The sources with these ids, sorted. */
  readonly bibliography: (ids: readonly string[]) => readonly { id: string; runs: readonly Run[] }[];
}

const styleName = 'multivector-notes';

export function citationsOf(sources: readonly Source[]): Citations {
  const { styles, engine: engineFor } = plugins.config.get('@csl');
  if (!styles.has(styleName)) styles.add(styleName, noteStyle);
  const known = new Map(sources.map((source) => [source.id, source]));
  const items = sources.flatMap((source) => [cslItem(source), shortItem(source)]);
  const engine = engineFor(items, styleName, 'en-US', 'html');
  const made = new Map<string, readonly Run[]>();

  const cited = (id: string, form: 'full' | 'short'): readonly Run[] => {
    const item = form === 'full' ? id : shortId(id);
    const before = made.get(item);
    if (before) return before;
    engine.updateItems([item]);
    const runs = runsOf(engine.makeCitationCluster([{ id: item, position: form === 'full' ? 0 : 1 }]));
    made.set(item, runs);
    return runs;
  };
  const shortText = (id: string): string =>
    cited(id, 'short')
      .map(({ text }) => text)
      .join('');
  /** Sources whose short form another has too, so that it would not tell them apart. */
  const ambiguous = (id: string): boolean =>
    sources.some(
      (other) =>
        other.id !== id && samePublisher(other, known.get(id)) && shortText(other.id) === shortText(id),
    );

  return {
    cite(id, form) {
      if (!known.has(id)) return [{ text: id }];
      return cited(id, form === 'short' && ambiguous(id) ? 'full' : form);
    },
    bibliography(ids) {
      engine.updateItems(ids.filter((id) => known.has(id)));
      const [{ entry_ids: entries }, texts] = engine.makeBibliography();
      return texts.map((text, index) => ({ id: entries[index]?.[0] ?? '', runs: runsOf(text) }));
    },
  };
}

const shortId = (id: string): string => `${id} (short)`;

type Author = { readonly literal?: string; readonly family?: string };
const authorsOf = ({ author }: Source): readonly Author[] =>
  Array.isArray(author) ? (author as readonly Author[]) : [];
const namesOf = (source: Source): string =>
  authorsOf(source)
    .map(({ literal, family }) => literal ?? family ?? '')
    .join(' ');
const samePublisher = (one: Source, other: Source | undefined): boolean =>
  other !== undefined && namesOf(one) === namesOf(other);

/** What the style reads; a publisher who is the author is named once. */
function cslItem(source: Source): object {
  const { custom: _custom, note: _note, ...item } = source;
  const own = authorsOf(source).some(
    ({ literal }) => literal !== undefined && `${source.publisher}`.startsWith(literal),
  );
  return own ? { ...item, publisher: undefined } : item;
}

/** For later mentions: an office by the name it publishes under, where that is shorter. */
function shortItem(source: Source): object {
  const { publisher } = source;
  const author = authorsOf(source).map((name) =>
    typeof publisher === 'string' && name.literal?.startsWith(publisher) ? { literal: publisher } : name,
  );
  return { ...cslItem(source), id: shortId(source.id), ...(author.length > 0 && { author }) };
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hexadecimal, name) =>
    decimal
      ? String.fromCodePoint(Number(decimal))
      : hexadecimal
        ? String.fromCodePoint(Number.parseInt(hexadecimal, 16))
        : (entities[name] ?? whole),
  );

/** The text that the citation processor made, its italics and addresses as runs; any other mark-up is dropped. */
function runsOf(html: string): Run[] {
  const runs: Run[] = [];
  let italic = false;
  for (const part of html
    .replaceAll('\n', ' ')
    .trim()
    .split(/(<[^>]*>)/)) {
    if (/^<\/?(i|em)\b/.test(part)) italic = !part.startsWith('</');
    else if (part !== '' && !/^<[^>]*>$/.test(part))
      runs.push(...linked(decoded(part), italic ? 'italic' : undefined));
  }
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(0, last + 1).filter(({ text }) => text !== '');
}

function linked(text: string, style: Run['style']): Run[] {
  return text
    .split(/(https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:)])/)
    .filter((part) => part !== '')
    .map((part) => ({
      text: part,
      ...(style && { style }),
      ...(/^https?:\/\//.test(part) && { href: part }),
    }));
}
