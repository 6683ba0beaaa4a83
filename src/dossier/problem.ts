/** Something wrong in a dossier: where, what, and what would be right. */
export interface Problem {
  readonly file: string;
  /** 1-based; 1 where the whole file is meant. */
  readonly line: number;
  readonly column?: string | undefined;
  readonly message: string;
}

/** The problem on one line: `events.csv:12: date: …`. */
export const problemText = ({ file, line, column, message }: Problem): string =>
  `${file}:${line}: ${column === undefined ? '' : `${column}: `}${message}`;
