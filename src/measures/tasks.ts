import { type RefitInput, refits } from './ideal-points/bootstrap.ts';
import { estimateIdealPoints } from './ideal-points/estimate.ts';
import type { Responses } from './ideal-points/layout.ts';
import { type Sampling, sampleIdealPoints } from './ideal-points/sample.ts';

/**
 * Pure functions that may run in a worker thread, by name: what goes in and out must survive the structured clone. A
 * list, since a thread is told the name alone.
 */
export const tasks: Readonly<Record<string, (input: never) => unknown>> = {
  'ideal-point-estimate': (responses: Responses) => estimateIdealPoints(responses),
  'ideal-point-posterior': ({ responses, sampling }: { responses: Responses; sampling: Sampling }) =>
    sampleIdealPoints(responses, sampling),
  'ideal-point-refits': (input: RefitInput) => refits(input),
};
