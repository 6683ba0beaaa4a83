/** The figures that a dossier takes from the archive. Nothing here is special to one state. */

import type { Answers } from '../model/question.ts';
import { armsImports, borderLength, fdiStock, jointIgos, officialVisits, trade } from './figures.ts';
import { listedIgos } from './memberships.ts';
import { type FreshFigure, withIds } from './observation.ts';
import { idealPoints, unAgreement } from './votes.ts';

export { changes, type Refresh } from './changes.ts';
export type { FreshFigure } from './observation.ts';
export { agreementBySession, type SessionAgreement } from './votes.ts';
export { worldFigures } from './world.ts';

/**
 * Every figure that the archive has for a focal state and its partners, in the order of a dossier's table: votes, ideal
 * points, trade, arms, investment, visits, shared memberships and borders.
 */
export async function figuresFor(
  answers: Answers,
  focal: string,
  partners: readonly string[],
): Promise<FreshFigure[]> {
  const made = [
    await unAgreement(answers, focal, partners),
    await idealPoints(answers, focal, partners),
    await trade(answers, focal, partners),
    await armsImports(answers, focal),
    await borderLength(answers, focal),
    await jointIgos(answers, focal, partners),
    await listedIgos(answers, focal, partners),
    await fdiStock(answers, focal),
    await officialVisits(answers, focal, partners),
  ];
  return withIds(made.flat());
}
