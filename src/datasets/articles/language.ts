/** Fewer letters than this do not tell a language reliably. */
const enough = 100;
const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
/** Members of a macrolanguage that Unicode's table of aliases does not lead to ISO 639-1. */
const members: Readonly<Record<string, string>> = { fil: 'tl', zlm: 'ms' };

/** ISO 639-1 of a language tag such as `en-GB`, `eng` or `ru_RU`, or 639-3 where there is none; nothing if it is no language. */
export function languageOf(tag: string): string | undefined {
  const [code = ''] = tag.trim().split(/[-_]/);
  if (!/^(?!und$)[A-Za-z]{2,3}$/i.test(code)) return undefined;
  const { language } = new Intl.Locale(code);
  const short = members[language] ?? language;
  return names.of(short) === undefined ? undefined : short;
}

/** The language that a text is most probably in, by its trigrams; nothing where it is too short to tell. */
export async function detectedLanguage(text: string): Promise<string | undefined> {
  const letters = text.slice(0, 5000).replace(/[^\p{L}\p{M} \n]/gu, '');
  if (letters.replace(/\s/g, '').length < enough) return undefined;
  const { franc } = await import('franc-min');
  return languageOf(franc(letters));
}
