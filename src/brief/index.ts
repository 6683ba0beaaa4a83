/** Dossier, measures and figures as a footnoted brief. */
export { compose } from './compose.ts';
export { type BriefDocument, sentencesOf, tablesOf } from './document.ts';
export { hashedFiles } from './hashed-files.ts';
export type { BriefInput, HashedFile } from './input.ts';
export { writeBrief } from './write.ts';
