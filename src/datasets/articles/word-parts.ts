import { Unzip, UnzipInflate, zipSync } from 'fflate';
import { MultivectorError } from '../../model/errors.ts';

/** Most unpacked bytes of the parts that are read: thousands of pages. */
const mostUnpacked = 24 * 2 ** 20;
const mostEntries = 5000;
/** Most bytes from the mark of a zip file's end on. */
const endLength = 22 + 2 ** 16;
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w.-]+\.xml|word\/_rels\/[\w.-]+\.rels|docProps\/core\.xml)$/;

const refused = (message: string, cause?: unknown): MultivectorError =>
  new MultivectorError('data', message, {
    cause,
    hint: 'open it in a word processor and save it again as .docx',
  });

/** The parts of a zip file that have text, whole; unpacking stops where they grow beyond measure, whatever sizes the file claims. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {};
  let size = 0;
  let entries = 0;
  let failure: MultivectorError | undefined;
  const unzip = new Unzip((entry) => {
    if (++entries > mostEntries) throw refused(`it has more than ${mostEntries} parts`);
    if (!wanted.test(entry.name)) return;
    const chunks: Uint8Array[] = [];
    entry.ondata = (error, chunk, final) => {
      if (error) failure ??= refused(`the part ${entry.name} cannot be unpacked`, error);
      size += chunk.length;
      if (size > mostUnpacked)
        failure ??= refused(`its text grows to more than ${mostUnpacked / 2 ** 20} MB on unpacking`);
      if (!failure) chunks.push(chunk);
      if (!failure && final) parts[entry.name] = Buffer.concat(chunks);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length && !failure; from += 2 ** 14)
      unzip.push(bytes.subarray(from, from + 2 ** 14), from + 2 ** 14 >= bytes.length);
  } catch (cause) {
    throw (
      failure ??
      (cause instanceof MultivectorError ? cause : refused('it is no zip file that can be unpacked', cause))
    );
  }
  if (failure) throw failure;
  return parts;
}

/**
 * A Word document with its texts alone, packed anew, and its properties. No picture, no part of another name and no
 * definition of entities is left in it.
 *
 * @throws MultivectorError `data`
 */
export function wordParts(bytes: Uint8Array): { docx: Uint8Array; core: string | undefined } {
  if (!Buffer.from(bytes.subarray(-endLength)).includes('PK\u0005\u0006'))
    throw refused('it is no zip file, or its end is torn off');
  const parts = unpacked(bytes);
  if (!Object.keys(parts).some((name) => /^word\/document\d*\.xml$/.test(name)))
    throw refused('it is no Word document: it has no word/document.xml');
  for (const [name, part] of Object.entries(parts))
    if (/<!(?:DOCTYPE|ENTITY)/i.test(Buffer.from(part).toString('latin1')))
      throw refused(`the part ${name} defines entities, which no Word document does`);
  const core = parts['docProps/core.xml'];
  return {
    docx: zipSync(parts, { level: 0 }),
    core: core && Buffer.from(core).toString('utf8'),
  };
}
