import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The earliest time that a zip archive can hold, which says that there is none. */
const noTime = '1980-01-01T00:00:00';

/**
 * An Office document packed anew without the moment of its making: entries in the order of their names, the content
 * types first, and every date that of the dossier.
 */
export function sameBytes(archive: Uint8Array, date: string | undefined): Uint8Array {
  const files = unzipSync(archive);
  const day = `${date ?? '1980-01-01'}T00:00:00Z`;
  const first = '[Content_Types].xml';
  const linkNumber = new Map<string, string>();
  const packed: Zippable = {};
  for (const name of Object.keys(files).sort((a, b) =>
    a === first ? -1 : b === first ? 1 : a < b ? -1 : 1,
  )) {
    const bytes = files[name];
    if (!bytes || name.endsWith('/')) continue;
    const text = name.endsWith('.xml') || name.endsWith('.rels') ? strFromU8(bytes) : undefined;
    const content =
      text === undefined
        ? bytes
        : strToU8(name === 'docProps/core.xml' ? dated(text, day) : numbered(text, linkNumber));
    packed[name] = [content, { mtime: noTime, level: name.endsWith('.png') ? 0 : 6 }];
  }
  return zipSync(packed);
}

const dated = (xml: string, day: string): string =>
  xml.replace(
    /(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g,
    (_whole, open: string, _name, close: string) => open + day + close,
  );

/** Relationships that were named by chance and drawings that were counted through the process, named by their order. */
function numbered(xml: string, known: Map<string, string>): string {
  let drawings = 0;
  return xml
    .replace(/"(rId[A-Za-z0-9_-]{12,})"/g, (_whole, id: string) => {
      const name = known.get(id) ?? `rIdLink${known.size + 1}`;
      known.set(id, name);
      return `"${name}"`;
    })
    .replace(/(<wp:docPr id=")\d+/g, (_whole, before: string) => before + ++drawings);
}
