import { BorderStyle } from 'docx';
import { paperTheme } from '../figures/index.ts';

export const hex = (colour: string): string => colour.replace('#', '').toUpperCase();
export const ink = hex(paperTheme.ink);
export const muted = hex(paperTheme.mutedInk);
export const faint = hex(paperTheme.faint);
const accent = hex(paperTheme.accent);
/** Faces that Word has, and for which LibreOffice has others of the same widths. */
const serif = 'Cambria';
export const sans = 'Calibri';

/** The styles of the Word document, by the names that Word gives them. */
export const styles = {
  default: {
    document: { run: { font: serif, size: 21, color: ink, language: { value: 'en-GB' } } },
    title: {
      run: { font: serif, size: 54, bold: true, color: ink },
      paragraph: { spacing: { before: 60, after: 60 } },
    },
    heading1: {
      run: { font: serif, size: 32, bold: true, color: ink },
      paragraph: {
        keepNext: true,
        spacing: { before: 400, after: 60 },
        border: { top: { style: BorderStyle.SINGLE, size: 8, color: accent, space: 4 } },
      },
    },
    heading2: {
      run: { font: sans, size: 18, bold: true, color: accent, allCaps: true, characterSpacing: 12 },
      paragraph: { keepNext: true, spacing: { before: 220, after: 80 } },
    },
    hyperlink: { run: { color: accent, underline: {} } },
    footnoteText: { run: { font: sans, size: 15, color: muted }, paragraph: { spacing: { after: 10 } } },
  },
  paragraphStyles: [
    {
      id: 'BodyText',
      name: 'Body Text',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    {
      id: 'ListText',
      name: 'List Text',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { after: 30 } },
    },
    {
      id: 'Kicker',
      name: 'Kicker',
      basedOn: 'Normal',
      run: { font: sans, size: 17, bold: true, color: accent, allCaps: true, characterSpacing: 30 },
    },
    {
      id: 'Subtitle',
      name: 'Subtitle',
      basedOn: 'Normal',
      run: { size: 25, italics: true, color: muted },
      paragraph: { spacing: { after: 100 } },
    },
    {
      id: 'About',
      name: 'About',
      basedOn: 'Normal',
      run: { italics: true, color: muted },
      paragraph: { keepNext: true, spacing: { after: 120 } },
    },
    {
      id: 'Small',
      name: 'Small',
      basedOn: 'Normal',
      run: { font: sans, size: 16, color: muted },
      paragraph: { spacing: { after: 40 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { font: sans, size: 17, color: ink },
      paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
    },
    { id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { font: sans, size: 16 } },
    {
      id: 'TableHead',
      name: 'Table Head',
      basedOn: 'Normal',
      run: { font: sans, size: 15, bold: true, color: muted },
      paragraph: { keepNext: true },
    },
    {
      id: 'Bibliography',
      name: 'Bibliography',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { indent: { left: 280, hanging: 280 }, spacing: { after: 60 } },
    },
  ],
};
