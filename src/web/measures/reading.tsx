import type { ComponentChildren } from 'preact';
import type { Figure } from '../../model/figure.ts';
import { isGap } from '../../model/gap.ts';
import { Go } from '../navigation.tsx';
import type { MeasurementAnswer } from './answers.ts';
import type { FiguresProps } from './figures-props.ts';
import { figureId, fullestPeriod, type Laid, ranked } from './lines.ts';
import { basisTitle, intervalWords, periodWords } from './words.ts';
import type { AnswerWriter } from './written.ts';

/** Of several things so many are named in the sentence. */
const mostItems = 4;
/** Letters from which a name is a sentence of its own. */
const longName = 28;

/** The latest figures in a sentence, each number of which opens its evidence, and what they rest on. */
export function Reading({ answer, laid, write, question }: FiguresProps) {
  const period =
    question.at !== undefined && laid.periods.includes(question.at) ? question.at : fullestPeriod(laid);
  const rows =
    period === undefined ? [] : ranked(laid.lines, period).filter(({ figure }) => !isGap(figure.value));
  const [first, ...rest] = rows;
  const last = rest.at(-1);
  const hasLong = rows.some(({ line }) => line.name.length > longName);
  const most = hasLong ? Math.min(2, mostItems) : mostItems;
  const number = (figure: Figure) => <OpenNumber figure={figure} write={write} />;
  const when = period === undefined ? '' : periodWords(period, answer.asked.by);
  let sentence: ComponentChildren;
  if (answer.about && answer.measure.chart === 'dots')
    sentence = <Changes answer={answer} laid={laid} number={number} />;
  else if (!first)
    sentence =
      answer.figures.length === 0
        ? 'Nothing was found for what is asked.'
        : 'There is no figure for what is asked; the table says why.';
  else if (laid.told === 'item')
    sentence = (
      <>
        {when}:{' '}
        {rows.slice(0, most).map(({ line, figure }, place) => (
          <span key={line.id}>
            {place === 0 ? '' : hasLong ? '; ' : ', '}
            {hasLong ? `“${line.name}”` : line.name} {number(figure)}
          </span>
        ))}
        {rows.length > most ? ' …' : '.'}
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

/** The greatest changes of level, and how many series have none. */
function Changes({
  answer,
  laid: { lines },
  number,
}: {
  answer: MeasurementAnswer;
  laid: Laid;
  number: (figure: Figure) => ComponentChildren;
}) {
  const changes = lines
    .flatMap(({ name, figures }) =>
      figures.flatMap((figure) =>
        isGap(figure.value) ? [] : [{ name, figure, far: Math.abs(figure.value) }],
      ),
    )
    .toSorted((a, b) => b.far - a.far);
  const without = lines.filter(({ figures }) => figures.every(({ value }) => isGap(value))).length;
  if (changes.length === 0) return <>No change of level is found in any of {lines.length} series.</>;
  return (
    <>
      {changes.length} {changes.length === 1 ? 'change' : 'changes'} of level
      {without > 0 ? `, none in ${without} of ${lines.length} series` : ''}:{' '}
      {changes.slice(0, mostItems).map(({ name, figure }, place) => (
        <span key={figureId(figure)}>
          {place === 0 ? '' : '; '}
          {name} in {periodWords(figure.period, answer.asked.by)} by {number(figure)}
        </span>
      ))}
      {changes.length > mostItems ? ' …' : '.'}
    </>
  );
}

function OpenNumber({ figure, write }: { figure: Figure; write: AnswerWriter }) {
  if (isGap(figure.value)) return <>–</>;
  const { number, unit } = write.of(figure.item);
  const interval = intervalWords(figure.interval, write.of(figure.item));
  return (
    <>
      <Go
        to={{ open: `figure:${figureId(figure)}` }}
        className="number"
        label={`${number(figure.value)}; show the evidence`}
      >
        {number(figure.value)}
      </Go>
      {write.of(figure.item) === write.of(undefined) || unit === '' ? null : ` ${unit}`}
      {interval === '' ? null : <span class="interval"> [{interval}]</span>}
    </>
  );
}
