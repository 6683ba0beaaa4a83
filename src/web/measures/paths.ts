import type { Address } from '../address.ts';
import type { DossierAnswer } from '../api.ts';
import type { MeasureAnswer } from './answers.ts';
import type { Question } from './question.ts';

const joined = (route: string, pairs: readonly (readonly [string, string | undefined])[]): string => {
  const kept = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return `/api/${route}?${new URLSearchParams(kept)}`;
};

type Asker = (
  measure: Pick<MeasureAnswer, 'id'>,
  question: Question,
  address: Pick<Address, 'knownOn'>,
  dossier: Pick<DossierAnswer, 'focal'>,
) => string;

/** Where the figures of a measure are had. */
export const measurementPath: Asker = ({ id }, question, address, dossier) =>
  pathOf(
    `measures/${encodeURIComponent(id)}`,
    [dossier.focal.id, ...question.beside.filter((state) => state !== dossier.focal.id)],
    question,
    address,
    dossier,
  );

/** Where it is had what they say under every other choice; that is asked of one state at a time. */
export const multiversePath: Asker = ({ id }, question, address, dossier) =>
  pathOf(
    `multiverse/${encodeURIComponent(id)}`,
    [question.about ?? dossier.focal.id],
    question,
    address,
    dossier,
  );

function pathOf(
  route: string,
  focal: readonly string[],
  question: Question,
  { knownOn }: Pick<Address, 'knownOn'>,
  dossier: Pick<DossierAnswer, 'focal'>,
): string {
  return joined(route, [
    ['focal', focal.join(',')],
    ['dossier', dossier.focal.id],
    ['as-known-on', knownOn],
    ['partners', question.partners?.join(',')],
    ['from', question.from],
    ['to', question.to],
    ['by', question.by],
    ...Object.entries(question.choices).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
