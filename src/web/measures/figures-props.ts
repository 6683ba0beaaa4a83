import type { MeasurementAnswer } from './answers.ts';
import type { Laid } from './lines.ts';
import type { Question } from './question.ts';
import type { AnswerWriter } from './written.ts';

/** What every view of an answer's figures takes. */
export interface FiguresProps {
  readonly answer: MeasurementAnswer;
  readonly laid: Laid;
  readonly write: AnswerWriter;
  readonly question: Question;
}
