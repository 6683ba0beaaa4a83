import { MultivectorError } from '../../model/errors.ts';

/** Characters that stand at the same place in all of Windows' code pages: quotation marks, dashes, dots, the hard space. */
const shared = new Set([0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xa0, 0xab, 0xbb]);

/** 0x80 to 0x9F of windows-1252, which Node reads as ISO 8859-1 has them: control characters. Nothing stands at five places. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const asWindows = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (letter) => windows[letter.charCodeAt(0) - 0x80] ?? letter);

function decodedAs(label: string, bytes: Uint8Array): string | undefined {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch (cause) {
    throw new MultivectorError('data', `the file says that its encoding is “${label}”, which is not known`, {
      cause,
      hint: 'save it as UTF-8',
    });
  }
  try {
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? asWindows(text) : text;
  } catch {
    return undefined;
  }
}

/**
 * The text of bytes. What is valid UTF-8 and more than ASCII is UTF-8, whatever it says; else it is what it says. Text
 * that says nothing is read only where all encodings agree: a wrong guess would be taken for words.
 *
 * @param declared the encoding as the file states it, a WHATWG label such as `windows-1251`
 * @throws MultivectorError `data` where it cannot be told, or the bytes are not what they are said to be
 */
export function decoded(bytes: Uint8Array, declared?: string): string {
  const utf8 = decodedAs('utf-8', bytes);
  // Files in UTF-16 have become UTF-8 by now, whatever they say.
  const label = declared && !/^(utf-?16|ucs-?2|unicode$)/i.test(declared) ? declared : undefined;
  if (utf8 !== undefined && (label === undefined || bytes.some((byte) => byte > 0x7f))) return utf8;
  if (label !== undefined) {
    const text = decodedAs(label, bytes);
    if (text !== undefined) return text;
    throw new MultivectorError('data', `the file says that it is ${label}, but it is not`, {
      hint: 'save it as UTF-8',
    });
  }
  if (bytes.every((byte) => byte < 0x80 || shared.has(byte)))
    return asWindows(new TextDecoder('windows-1252').decode(bytes));
  throw new MultivectorError('data', 'the text is not UTF-8 and does not say in which encoding it is', {
    hint: 'save it as UTF-8',
  });
}

/** The first bytes as ASCII, for finding out what they say of themselves. */
export const asciiStart = (bytes: Uint8Array, length = 4096): string =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1');
