import type { BriefDocument } from './document.ts';

/** The brief in one of its formats. Each writer is loaded when it is asked for, since some are large. */
export async function writeBrief(
  brief: BriefDocument,
  format: 'pdf' | 'docx' | 'html' | 'md',
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return (await import('./pdf.ts')).pdf(brief);
    case 'docx':
      return (await import('./docx.ts')).docx(brief);
    case 'html':
      return (await import('./html.ts')).html(brief);
    case 'md':
      return (await import('./markdown.ts')).markdown(brief);
  }
}
