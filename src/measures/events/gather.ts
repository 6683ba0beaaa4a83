import type { Evidence } from '../measure.ts';
import type { EventRequest, Gathered } from './acts.ts';
import { machineActs } from './machine.ts';
import { reviewedActs } from './reviewed.ts';

/**
 * Acts between the focal state and each partner: the dossier's, or those that a machine coded; never both.
 *
 * @throws MultivectorError `missing` where the evidence asked for is not there
 */
export async function actsOf(request: EventRequest, evidence: Evidence): Promise<Gathered> {
  const kind =
    request.choices.evidence ??
    (request.choices.dataset === undefined && (await evidence.hasDossier(request.focal))
      ? 'reviewed'
      : 'machine');
  return kind === 'reviewed' ? reviewedActs(request, evidence) : machineActs(request, evidence);
}
