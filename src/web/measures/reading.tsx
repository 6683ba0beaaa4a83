import type { ComponentChildren } from 'preact';
import type { Figure } from '../../model/figure.ts';
import { isGap } from '../../model/gap.ts';
import { Go } from '../navigation.tsx';
import type { MeasurementAnswer } from './answers.ts';
import { figureId, fullestPeriod, type Laid, ranked } from './lines.ts';
import type { Question } from './question.ts';
import { basisTitle, intervalWords, periodWords } from './words.ts';
import type { Writer } from './written.ts';

/** Of several things so many are named in the sentence. */
const mostItems = 4;

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
  const number = (figure: Figure) => <OpenNumber figure={figure} write={write} />;
  const when = period === undefined ? '' : periodWords(period, answer.asked.by);
  let sentence: ComponentChildren;
  if (!first)
    sentence =
      answer.figures.length === 0
        ? 'Nothing was found for what is asked.'
        : 'There is no figure for what is asked; the table says why.';
  else if (laid.told === 'item')
    sentence = (
      <>
        {when}:{' '}
        {rows.slice(0, mostItems).map(({ line, figure }, place) => (
          <span key={line.id}>
            {place === 0 ? '' : ', '}
            {line.name} {number(figure)}
          </span>
        ))}
        {rows.length > mostItems ? ' …' : '.'}
      </>
    );
  else if (!last)
    sentence = (
      <>
        {when}: {laid.lines.length > 1 ? `${first.line.name} ` : ''}
        {number(first.figure)}.
      </>
    );
  else if (first.figure.value === last.figure.value)
    sentence = (
      <>
        {when}: all {rows.length} stand at {number(first.figure)}.
      </>
    );
  else
    sentence = (
      <>
        {when}: {first.line.name} stands highest with {number(first.figure)}, {last.line.name} lowest with{' '}
        {number(last.figure)}.
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

function OpenNumber({ figure, write }: { figure: Figure; write: Writer }) {
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
