import type { ComponentChildren } from 'preact';
import type { Figure } from '../../model/figure.ts';
import { isGap } from '../../model/gap.ts';
import { Go } from '../navigation.tsx';
import type { MeasurementAnswer } from './answers.ts';
import { figureId, fullestPeriod, type Laid, ranked } from './lines.ts';
import type { Question } from './question.ts';
import { basisTitle, intervalWords, periodWords } from './words.ts';
import type { Writer } from './written.ts';

/** The latest figures in a sentence, each number of which opens its evidence, and what they rest on. */
export function Reading({
  answer,
  laid,
  write,
  question,
}: {
  answer: MeasurementAnswer;
  laid: Laid;
  write: Writer;
  question: Question;
}) {
  const period =
    question.at !== undefined && laid.periods.includes(question.at) ? question.at : fullestPeriod(laid);
  const rows =
    period === undefined ? [] : ranked(laid.lines, period).filter(({ figure }) => !isGap(figure.value));
  const [first, ...rest] = rows;
  const last = rest.at(-1);
  const number = (figure: Figure) => <Number_ figure={figure} write={write} />;
  const named = ({ line }: (typeof rows)[number]) => (laid.told === 'item' ? `“${line.name}”` : line.name);
  let sentence: ComponentChildren;
  if (!first || period === undefined)
    sentence =
      answer.figures.length === 0
        ? 'Nothing was found for what is asked.'
        : 'There is no figure for what is asked; the table says why.';
  else if (!last)
    sentence = (
      <>
        {periodWords(period, answer.asked.by)}: {laid.lines.length > 1 ? `${named(first)} ` : ''}
        {number(first.figure)}.
      </>
    );
  else
    sentence = (
      <>
        {periodWords(period, answer.asked.by)}: {named(first)} stands highest with {number(first.figure)},{' '}
        {named(last)} lowest with {number(last.figure)}.
      </>
    );
  return (
    <div class="reading">
      <p class="sentence">{sentence}</p>
      <p class="badges">
        <span class={answer.basis === 'dossier' ? 'badge basis open' : 'badge basis'}>
          {basisTitle[answer.basis]}
        </span>
        {answer.sources.map((source) => (
          <Go
            key={source.id}
            to={{ open: `source:${source.id}` }}
            className="badge source"
            title={`${source.title}; ${source.licence}`}
          >
            {source.citation}
          </Go>
        ))}
      </p>
    </div>
  );
}

function Number_({ figure, write }: { figure: Figure; write: Writer }) {
  if (isGap(figure.value)) return <>–</>;
  const interval = intervalWords(figure.interval, write);
  return (
    <>
      <Go
        to={{ open: `figure:${figureId(figure)}` }}
        className="number"
        label={`${write.number(figure.value)}; show the evidence`}
      >
        {write.number(figure.value)}
      </Go>
      {interval === '' ? null : <span class="interval"> [{interval}]</span>}
    </>
  );
}
