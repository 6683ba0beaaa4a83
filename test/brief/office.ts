import { dirname, join, normalize } from 'node:path';
import { strFromU8 } from 'fflate';

type Files = Readonly<Record<string, Uint8Array>>;

/** What is wrong with the XML of an Office document: tags that do not close, marks that are not escaped. */
export const brokenXml = (files: Files): string[] =>
  Object.entries(files)
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .flatMap(([name, bytes]) => illFormed(strFromU8(bytes)).map((what) => `${name}: ${what}`));

function illFormed(xml: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const rest = xml.replace(/<\?[^>]*\?>|<!--[\s\S]*?-->/g, '');
  for (const [, text = '', close, name = '', attributes = '', empty] of rest.matchAll(
    /([^<]*)(?:<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>)?/g,
  )) {
    for (const [entity] of `${text}${attributes}`.matchAll(
      /&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);).{0,9}/gi,
    ))
      wrong.push(`not escaped: ${entity}`);
    if (name === '') {
      if (text.trim() !== '') wrong.push(`text outside: ${text.slice(0, 20)}`);
    } else if (close) {
      const last = open.pop();
      if (last !== name) wrong.push(`</${name}> closes <${last}>`);
    } else if (!empty) open.push(name);
  }
  if ((rest.match(/</g) ?? []).length !== (rest.match(/<\/?[A-Za-z_][^<>]*>/g) ?? []).length)
    wrong.push('a < that opens no tag');
  return [...wrong, ...open.map((name) => `<${name}> is not closed`)];
}

/** Relationships that lead to no part, and references to relationships that are not there. */
export function danglingRelationships(files: Files): string[] {
  return Object.entries(files)
    .filter(([name]) => name.endsWith('.rels'))
    .flatMap(([name, bytes]) => {
      const folder = dirname(dirname(name));
      const part = join(
        folder,
        name
          .split('/')
          .at(-1)
          ?.replace(/\.rels$/, '') ?? '',
      );
      const links = [...strFromU8(bytes).matchAll(/<Relationship [^>]*>/g)].map(([link]) => ({
        id: /Id="([^"]+)"/.exec(link)?.[1] ?? '',
        target: /Target="([^"]+)"/.exec(link)?.[1] ?? '',
        outside: link.includes('TargetMode="External"'),
      }));
      const ids = new Set(links.map(({ id }) => id));
      const used = files[part] ? [...strFromU8(files[part]).matchAll(/r:(?:id|embed)="([^"]+)"/g)] : [];
      return [
        ...links.flatMap(({ target, outside }) => {
          const path = target.startsWith('/') ? target.slice(1) : normalize(join(folder, target));
          return outside || files[path] ? [] : [`${name}: ${target}`];
        }),
        ...used.flatMap(([, id = '']) => (ids.has(id) ? [] : [`${part}: ${id}`])),
      ];
    });
}

/** The text of an Office part. */
export const textOfXml = (xml: string): string =>
  xml
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
