import type { Address } from '../address.ts';
import type { DossierAnswer } from '../api.ts';
import type { MeasureAnswer } from './answers.ts';
import type { Question } from './question.ts';

const joined = (route: string, pairs: readonly (readonly [string, string | undefined])[]): string => {
  const kept = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return `/api/${route}?${new URLSearchParams(kept)}`;
};

/** Where the answer to a question is had. */
export function measurementPath(
  { id }: Pick<MeasureAnswer, 'id'>,
  question: Question,
  { knownOn }: Pick<Address, 'knownOn'>,
  dossier: Pick<DossierAnswer, 'focal'>,
  format?: 'csv',
): string {
  const focal = [dossier.focal.id, ...question.beside.filter((state) => state !== dossier.focal.id)];
  return joined(`measures/${encodeURIComponent(id)}`, [
    ['focal', focal.join(',')],
    ['dossier', dossier.focal.id],
    ['as-known-on', knownOn],
    ['partners', question.partners?.join(',')],
    ['from', question.from],
    ['to', question.to],
    ['by', question.by],
    ['format', format],
    ...Object.entries(question.choices).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
