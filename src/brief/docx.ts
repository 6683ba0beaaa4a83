import {
  AlignmentType,
  BorderStyle,
  Document,
  Table as DocxTable,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { paperTheme } from '../figures/index.ts';
import type { Block, BriefDocument, Cell, Figure, Run, Section, Sentence, Table } from './document.ts';
import { faint, hex, ink, muted, sans, styles } from './docx-styles.ts';
import { pngOf } from './png.ts';
import { sameBytes } from './same-bytes.ts';

/** Width of the text in twentieths of a point: A4 with margins of 21 mm. */
const textWidth = 9526;
const pixels = (twips: number): number => Math.round(twips / 15);

/** The brief for Word and LibreOffice: real headings, footnotes, header rows and links; the same bytes each time. */
export async function docx(brief: BriefDocument): Promise<Uint8Array> {
  const document = new Document({
    title: brief.title,
    subject: brief.subtitle,
    description: brief.description,
    keywords: brief.keywords.join(', '),
    creator: 'Multivector',
    lastModifiedBy: 'Multivector',
    styles,
    footnotes: Object.fromEntries(
      brief.notes.map(({ number, runs }) => [
        number,
        { children: [new Paragraph({ style: 'FootnoteText', children: runs.map(runOf) })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1300, bottom: 1190, left: 1190, right: 1190 },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({ children: [PageNumber.CURRENT], font: sans, size: 16, color: muted }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            style: 'Kicker',
            children: [
              new TextRun(`Multivector${brief.dateWords ? ` · dossier of ${brief.dateWords}` : ''}`),
            ],
          }),
          new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(brief.title)] }),
          new Paragraph({ style: 'Subtitle', children: [new TextRun(brief.subtitle)] }),
          new Paragraph({ style: 'Small', children: [new TextRun(brief.basis)] }),
          ...(brief.hero ? blockOf(brief.hero) : []),
          ...brief.sections.flatMap((section) => sectionOf(section, HeadingLevel.HEADING_1)),
          ...(brief.bibliography.length > 0
            ? [
                heading('Sources', HeadingLevel.HEADING_1),
                ...brief.bibliography.map(
                  ({ runs }) => new Paragraph({ style: 'Bibliography', children: runs.map(runOf) }),
                ),
              ]
            : []),
          heading('Appendix', HeadingLevel.HEADING_1),
          ...brief.appendix.flatMap((section) => sectionOf(section, HeadingLevel.HEADING_2)),
        ],
      },
    ],
  });
  return sameBytes(await Packer.toBuffer(document), brief.date);
}

const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ heading: level, keepNext: true, children: [new TextRun(text)] });

function sectionOf(
  { title, subtitle, blocks }: Section,
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
): (Paragraph | DocxTable)[] {
  return [
    heading(title, level),
    ...(subtitle
      ? [new Paragraph({ style: 'About', keepNext: true, children: [new TextRun(subtitle)] })]
      : []),
    ...blocks.flatMap(blockOf),
  ];
}

function blockOf(block: Block): (Paragraph | DocxTable)[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        new Paragraph({
          style: 'BodyText',
          children: block.sentences.flatMap((sentence, index) => [
            ...(index === 0 ? [] : [new TextRun(' ')]),
            ...sentenceOf(sentence),
          ]),
        }),
      ];
    case 'list':
      return [
        borderless(
          block.items.map(({ label, text }) => [small(label), body(sentenceOf(text))]),
          [2100, textWidth - 2100],
        ),
      ];
    case 'formulas':
      return block.items.map(
        ({ number, title, formula, words }) =>
          new Paragraph({
            style: 'BodyText',
            children: [
              new TextRun({ text: `${number}. ${title}: `, bold: true }),
              new TextRun(`${formula} `),
              new TextRun({ text: words, color: muted, font: sans, size: 17 }),
            ],
          }),
      );
    case 'subheading':
      return [heading(block.text, HeadingLevel.HEADING_2)];
    case 'table':
      return tableOf(block, textWidth);
    case 'figure':
      return [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [imageOf(block, block.ratio > 2 ? textWidth : 6000)],
        }),
      ];
    case 'beside': {
      const left = 4300;
      const right = textWidth - left;
      return [
        grid(
          [
            [
              [
                new Paragraph({ children: [imageOf(block.figure, left - 200)] }),
                ...(block.figure.caption === '' ? [] : [small(block.figure.caption)]),
              ],
              tableOf(block.table, right - 120),
            ],
          ],
          [left, right],
        ),
        new Paragraph({ style: 'Small', children: [] }),
      ];
    }
    case 'strip': {
      const width = Math.floor(textWidth / block.figures.length);
      return [
        new Paragraph({ style: 'Caption', keepNext: true, children: sentenceOf(block.caption) }),
        grid(
          [
            block.figures.map((figure) => [
              new Paragraph({ alignment: AlignmentType.CENTER, children: [imageOf(figure, width - 160)] }),
              new Paragraph({
                style: 'Small',
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ text: figure.caption, bold: true })],
              }),
            ]),
          ],
          block.figures.map(() => width),
        ),
        new Paragraph({ style: 'Small', children: [] }),
      ];
    }
  }
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

/** Things side by side, without lines. */
const grid = (
  rows: readonly (readonly (readonly (Paragraph | DocxTable)[])[])[],
  widths: readonly number[],
): DocxTable =>
  new DocxTable({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                margins: { top: 0, bottom: 0, left: 0, right: 80 },
                // A cell must end in a paragraph.
                children: [
                  ...children,
                  ...(children.at(-1) instanceof Paragraph
                    ? []
                    : [new Paragraph({ style: 'Small', children: [] })]),
                ],
              }),
          ),
        }),
    ),
  });

const borderless = (rows: readonly (readonly Paragraph[])[], widths: readonly number[]): DocxTable =>
  grid(
    rows.map((cells) => cells.map((cell) => [cell])),
    widths,
  );

const small = (text: string): Paragraph => new Paragraph({ style: 'Small', children: [new TextRun(text)] });
const body = (children: ParagraphChild[]): Paragraph => new Paragraph({ style: 'ListText', children });

function imageOf({ alt, caption, ratio, draw }: Figure, twips: number): ImageRun {
  const width = pixels(twips);
  return new ImageRun({
    type: 'png',
    data: pngOf(draw(paperTheme), width * 3),
    transformation: { width, height: Math.round(width / ratio) },
    altText: { name: caption === '' ? 'Figure' : caption, description: alt, title: alt },
  });
}

function tableOf({ caption, columns, rows }: Table, width: number): (Paragraph | DocxTable)[] {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width / sum) * width));
  const cellOf = (children: ParagraphChild[], index: number, header: boolean): TableCell =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.TOP,
      margins: { top: 30, bottom: 30, left: 40, right: 40 },
      borders: {
        ...noBorders,
        ...(header && { top: { style: BorderStyle.SINGLE, size: 8, color: ink } }),
        bottom: { style: BorderStyle.SINGLE, size: 4, color: header ? ink : faint },
      },
      children: [
        new Paragraph({
          style: header ? 'TableHead' : 'TableText',
          ...(columns[index]?.align === 'right' && { alignment: AlignmentType.RIGHT }),
          children,
        }),
      ],
    });
  return [
    new Paragraph({ style: 'Caption', keepNext: true, children: sentenceOf(caption) }),
    new DocxTable({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: noBorders,
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: columns.map(({ title }, index) => cellOf([new TextRun(title)], index, true)),
        }),
        ...rows.map(
          (cells) =>
            new TableRow({
              cantSplit: true,
              children: cells.map((cell, index) => cellOf(cellRuns(cell), index, false)),
            }),
        ),
      ],
    }),
    new Paragraph({ style: 'Small', children: [] }),
  ];
}

function cellRuns({ text, muted: back, strong, swatch, code }: Cell): ParagraphChild[] {
  return [
    ...(swatch === undefined
      ? []
      : [new TextRun({ text: '● ', color: hex(paperTheme.direction[swatch] ?? paperTheme.noDirection) })]),
    new TextRun({
      text: text,
      ...(back && { color: muted }),
      ...(strong && { bold: true }),
      ...(code && { size: 12 }),
    }),
  ];
}

const sentenceOf = ({ text, note }: Sentence): ParagraphChild[] => [
  new TextRun(text),
  ...(note === undefined ? [] : [new FootnoteReferenceRun(note)]),
];

function runOf({ text, style, href }: Run): ParagraphChild {
  const run = new TextRun({
    text,
    ...(style === 'italic' && { italics: true }),
    ...(style === 'bold' && { bold: true }),
    ...(style === 'code' && { color: ink }),
    ...(href && { style: 'Hyperlink' }),
  });
  return href ? new ExternalHyperlink({ link: href, children: [run] }) : run;
}
