import type { ProfilePart } from '../../model/measured.ts';

/** Where low ends and where high begins. Ours, to be argued with; no literature gives any. */
export const bands: Readonly<Record<ProfilePart['id'], readonly [lowBelow: number, highFrom: number]>> = {
  breadth: [2, 3.5],
  exposure: [0.35, 0.5],
  contradiction: [0.15, 0.3],
  'issue-split': [0.2, 0.4],
  'signal-variance': [0.25, 0.5],
  'say-do-gap': [0.15, 0.3],
};
