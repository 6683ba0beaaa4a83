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
  const packed: Zippable = {};
  for (const name of Object.keys(files).sort((a, b) =>
    a === first ? -1 : b === first ? 1 : a < b ? -1 : 1,
  )) {
    const bytes = files[name];
    if (!bytes || name.endsWith('/')) continue;
    const content =
      name === 'docProps/core.xml'
        ? strToU8(
            strFromU8(bytes).replace(
              /(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g,
              (_whole, open: string, _name, close: string) => open + day + close,
            ),
          )
        : bytes;
    packed[name] = [content, { mtime: noTime, level: name.endsWith('.png') ? 0 : 6 }];
  }
  return zipSync(packed);
}
