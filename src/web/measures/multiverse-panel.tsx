import type { MeasurementAnswer } from './answers.ts';
import type { Question } from './question.ts';

/** Whether a finding holds under other choices. */
export function MultiversePanel(_: { answer: MeasurementAnswer; question: Question }) {
  return null;
}
