import type { CommitmentCheck, Measured } from '../measures/index.ts';
import type { Dimension } from '../model/dimension.ts';
import type { Disagreement, Profile, Resultant } from '../model/measured.ts';
import type { Records } from '../model/records.ts';

/** A file of the dossier, and the hash by which it is known. */
export interface HashedFile {
  readonly name: string;
  readonly sha256: string;
}

/** All that a brief is made of; what is measured is asked for when it is needed. */
export interface BriefInput {
  readonly records: Records;
  /** The year looked at; absent where the dossier tells of none. */
  readonly year?: number | undefined;
  readonly measured: (dimension: Dimension, year: number) => Measured;
  readonly resultant: (dimension: Dimension, year: number) => Resultant;
  readonly profile: (year: number) => Profile;
  readonly commitments: (year: number) => readonly CommitmentCheck[];
  readonly disagreements: () => readonly Disagreement[];
  /** What the dossier still lacks, in words. */
  readonly lacking: readonly string[];
  readonly formulas: { readonly weight: string; readonly direction: string };
  readonly files: readonly HashedFile[];
  /** The day of the dossier's newest change, `YYYY-MM-DD`. */
  readonly changed?: string | undefined;
  /** Version of the program. */
  readonly version: string;
}
