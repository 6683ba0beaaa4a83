import type { Reject } from '../model/bulk.ts';
import type { MultivectorError } from '../model/errors.ts';
import { keptRejects } from './reading.ts';
import type { StagedFile } from './stage.ts';

/** Rows counted by a reason. */
export class Counted {
  readonly #counts = new Map<string, number>();
  add(because: string, rows: number): void {
    if (rows > 0) this.#counts.set(because, (this.#counts.get(because) ?? 0) + rows);
  }
  get total(): number {
    return [...this.#counts.values()].reduce((sum, n) => sum + n, 0);
  }
  get list(): { because: string; rows: number }[] {
    return [...this.#counts].map(([because, rows]) => ({ because, rows })).sort((a, b) => b.rows - a.rows);
  }
}

/** The reason without the cell's own value, so that the same fault is counted together. */
const kindOfReason = (reason: string): string => reason.replace(/“[^”]*” is/, 'a cell is');

/** What of an import could not be taken: the first rejects with their text, and how many there are by the reason. */
export class Refusals {
  readonly rejects: Reject[] = [];
  readonly counts = new Counted();

  /** Rows that are refused, each counted and kept. */
  add(found: readonly Reject[]): void {
    for (const one of found) this.counts.add(kindOfReason(one.reason), 1);
    this.keep(found);
  }

  /** Rows that are counted already. */
  keep(found: readonly Reject[]): void {
    for (const one of found) if (this.rejects.length < keptRejects) this.rejects.push(one);
  }

  /** What was lost of a file on unpacking. */
  addTorn(file: StagedFile): void {
    this.add(file.problems);
  }

  /** A whole file that cannot be read. */
  addFile(file: StagedFile, error: MultivectorError): void {
    const reason = `${error.message}${error.hint ? ` (${error.hint})` : ''}`;
    this.add([{ file: file.name, line: null, column: null, reason, text: null }]);
  }
}
