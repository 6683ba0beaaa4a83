import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { paperTheme, svgText } from '../figures/index.ts';
import { MultivectorError } from '../model/errors.ts';
import type { Block, BriefDocument, Cell, Figure, Section, Sentence, Table } from './document.ts';
import { textFaces } from './fonts.ts';
import { pdfTemplate } from './pdf-template.ts';

/**
 * The brief as a tagged PDF (PDF/UA-1), set by Typst from shipped fonts, without a date of making.
 *
 * @throws MultivectorError `data` where the page cannot be set
 */
export function pdf(brief: BriefDocument): Uint8Array {
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: textFaces().map((file) => readFileSync(file)) }],
  });
  try {
    return compiler.pdf(
      { mainFileContent: pdfTemplate, inputs: { brief: JSON.stringify(pageData(brief)) } },
      { pdfStandard: 'ua-1' },
    );
  } catch (cause) {
    throw new MultivectorError('data', `the brief cannot be set as PDF: ${diagnosis(cause)}`, {
      cause,
    });
  }
}

/** What the compiler says is wrong; it puts it into the code of its errors. */
const diagnosis = (cause: unknown): string =>
  String(cause instanceof Error && 'code' in cause ? cause.code : cause).slice(0, 400);

/** The brief as the template reads it: each note where it is called, figures as SVG, colours as numbers. */
function pageData(brief: BriefDocument): object {
  const notes = new Map(brief.notes.map(({ number, runs }) => [number, runs]));
  const sentence = ({ text, note }: Sentence): object => ({
    text,
    ...(note !== undefined && { note: notes.get(note) ?? [] }),
  });
  const cell = ({ swatch, ...rest }: Cell): object => ({
    ...rest,
    ...(swatch !== undefined && { swatch: paperTheme.direction[swatch] ?? paperTheme.noDirection }),
  });
  const table = ({ caption, rows, ...rest }: Table): object => ({
    ...rest,
    caption: sentence(caption),
    rows: rows.map((cells) => cells.map(cell)),
  });
  const figure = ({ alt, caption, ratio, draw }: Figure): object => ({
    kind: 'figure',
    ratio,
    alt,
    caption,
    svg: svgText(draw(paperTheme)),
  });
  const block = (one: Block): object => {
    switch (one.kind) {
      case 'paragraph':
        return { ...one, sentences: one.sentences.map(sentence) };
      case 'list':
        return { ...one, items: one.items.map(({ label, text }) => ({ label, text: sentence(text) })) };
      case 'table':
        return table(one);
      case 'figure':
        return figure(one);
      case 'beside':
        return { kind: one.kind, figure: figure(one.figure), table: table(one.table) };
      case 'strip':
        return { kind: one.kind, caption: sentence(one.caption), figures: one.figures.map(figure) };
      default:
        return one;
    }
  };
  const section = (one: Section): object => ({ ...one, blocks: one.blocks.map(block) });
  return {
    title: brief.title,
    subtitle: brief.subtitle,
    description: brief.description,
    keywords: brief.keywords,
    basis: brief.basis,
    kicker: ['Multivector', brief.dateWords && `dossier of ${brief.dateWords}`].filter(Boolean).join(' · '),
    running: brief.dateWords ? `Dossier of ${brief.dateWords}` : '',
    hero: brief.hero ? [block(brief.hero)] : [],
    sections: brief.sections.map(section),
    appendix: brief.appendix.map(section),
    bibliography: brief.bibliography.map(({ runs }) => runs),
    colours: {
      ink: paperTheme.ink,
      muted: paperTheme.mutedInk,
      faint: paperTheme.faint,
      accent: paperTheme.accent,
    },
  };
}
