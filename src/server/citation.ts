import type { Source } from '../model/records.ts';

interface Name {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** “Voeten, E., Strezhnev, A. and Bailey, M.” */
function authors(source: Source): string {
  const names = Array.isArray(source.author) ? (source.author as readonly Name[]) : [];
  const written = names.flatMap(({ family, given, literal }) =>
    family ? [given ? `${family}, ${given}` : family] : literal ? [literal] : [],
  );
  return written.length < 2 ? (written[0] ?? '') : `${written.slice(0, -1).join(', ')} and ${written.at(-1)}`;
}

/** The whole reference as one line of text, for copying. Briefs format theirs by CSL; this is the page's short form. */
export function reference(source: Source): string {
  const issued = source.issued as { 'date-parts'?: readonly (readonly (number | string)[])[] } | undefined;
  const year = issued?.['date-parts']?.[0]?.[0];
  const who = authors(source);
  const doi = text(source.DOI);
  const parts = [
    who === '' ? '' : `${who}${year === undefined ? '' : ` (${year})`}`,
    source.title + (who === '' && year !== undefined ? ` (${year})` : ''),
    text(source['container-title']),
    text(source.publisher),
    text(source.version) && `Version ${text(source.version)}`,
    doi ? `https://doi.org/${doi.replace(/^https?:\/\/doi\.org\//, '')}` : text(source.URL),
  ];
  return parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.?!]$/.test(part as string) ? part : `${part}.`))
    .join(' ');
}
