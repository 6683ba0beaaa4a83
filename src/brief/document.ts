import type { Element, Theme } from '../figures/index.ts';

/** A stretch of text in one style. */
export interface Run {
  readonly text: string;
  readonly style?: 'italic' | 'bold' | 'code' | undefined;
  /** An `http` or `https` address. */
  readonly href?: string | undefined;
}

/** A sentence, and the number of the note that says what it rests on. */
export interface Sentence {
  readonly text: string;
  readonly note?: number | undefined;
}

/** A note: what it says, and the ids of all that it names, so that a machine can follow it too. */
export interface Note {
  readonly number: number;
  readonly runs: readonly Run[];
  readonly names: readonly string[];
}

export interface Column {
  readonly title: string;
  readonly align?: 'right' | undefined;
  /** Share of the table's width, beside the other columns'. */
  readonly width: number;
}

export interface Cell {
  readonly text: string;
  /** Step of the scale of directions, 0 to 8, shown as a dot of that colour. */
  readonly swatch?: number | undefined;
  /** Set back: a gap's words, a remark. */
  readonly muted?: boolean | undefined;
  readonly strong?: boolean | undefined;
  readonly code?: boolean | undefined;
}

export interface Table {
  readonly kind: 'table';
  /** What the table shows; with the note that says where its figures come from. */
  readonly caption: Sentence;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Figure {
  readonly kind: 'figure';
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  readonly caption: string;
  /** Width over height. */
  readonly ratio: number;
  /** The drawing in the colours of paper or screen. */
  readonly draw: (theme: Theme) => Element;
}

/** What stands in a section, in order. */
export type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  /** A list of dated or numbered things. */
  | { readonly kind: 'list'; readonly items: readonly { readonly label: string; readonly text: Sentence }[] }
  | { readonly kind: 'formulas'; readonly items: readonly Formula[] }
  | { readonly kind: 'subheading'; readonly text: string }
  | Table
  | Figure
  /** A figure and the table of the same figures, side by side where there is room. */
  | { readonly kind: 'beside'; readonly figure: Figure; readonly table: Table }
  /** Small figures in a row. */
  | { readonly kind: 'strip'; readonly figures: readonly Figure[]; readonly caption: Sentence };

export interface Formula {
  readonly number: number;
  readonly title: string;
  readonly formula: string;
  readonly words: string;
}

export interface Section {
  /** Unique in the brief; a link's target. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly blocks: readonly Block[];
  /** Whether each sentence of its paragraphs and lists must carry a note. */
  readonly noted: boolean;
}

/** A brief without a format: plain data from which each writer makes its file. */
export interface BriefDocument {
  readonly title: string;
  readonly subtitle: string;
  /** The day to which the dossier speaks, `YYYY-MM-DD`; absent where it has none. */
  readonly date?: string | undefined;
  readonly dateWords?: string | undefined;
  /** What it is computed from. */
  readonly basis: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** What stands below the title, before the first section. */
  readonly hero?: Block | undefined;
  readonly sections: readonly Section[];
  readonly appendix: readonly Section[];
  readonly notes: readonly Note[];
  readonly bibliography: readonly { readonly id: string; readonly runs: readonly Run[] }[];
}

/** All tables of some blocks, those beside a figure too. */
export const tablesOf = (blocks: readonly Block[]): Table[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? [block] : block.kind === 'beside' ? [block.table] : [],
  );

/** Every sentence of some blocks, captions too. */
export const sentencesOf = (blocks: readonly Block[]): Sentence[] =>
  blocks.flatMap((block): readonly Sentence[] => {
    switch (block.kind) {
      case 'paragraph':
        return block.sentences;
      case 'list':
        return block.items.map(({ text }) => text);
      case 'table':
      case 'strip':
        return [block.caption];
      case 'beside':
        return [block.table.caption];
      default:
        return [];
    }
  });
