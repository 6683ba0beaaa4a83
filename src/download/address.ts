import { MultivectorError } from '../model/errors.ts';

const secret = /key|token|secret|signature|credential|password|passwd|auth|^sig$/i;

/** An address as it may be shown to anybody: without a name and password, and without what opens doors in its query. */
export function shown(address: string | URL): string {
  if (!URL.canParse(String(address))) return String(address).replace(/\/\/[^/@\s]*@/, '//');
  const url = new URL(address);
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) if (secret.test(name)) url.searchParams.set(name, '…');
  return url.href.replaceAll('%E2%80%A6', '…');
}

/** The address to ask for: HTTP or HTTPS, without a name and password, which are never sent. */
export function addressOf(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href))
    throw new MultivectorError('input', `“${shown(text)}” is not an address`, {
      hint: 'it should look like https://host/path',
    });
  const url = new URL(text, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new MultivectorError('input', `${shown(url)}: only http and https addresses are fetched`);
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

/** A name for a file that is safe in any folder, from a name that a server gave. */
export function fileNameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(-150);
  if (plain === '') return 'file';
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain;
}
