import type { Figure } from '../../model/figure.ts';
import { gapWords, isGap } from '../../model/gap.ts';
import type { Found } from '../../model/trace.ts';
import { type DossierAnswer, pathOf, useAnswer } from '../api.ts';
import { Copy, Formula, Pending, RecordItem } from '../evidence/parts.tsx';
import { Go, useNavigation } from '../navigation.tsx';
import type { MeasurementAnswer } from './answers.ts';
import { measureOf, useCatalogue } from './asking.ts';
import { citation } from './citation.ts';
import { figureWith } from './lines.ts';
import { measurementPath } from './paths.ts';
import { noQuestion, type Question } from './question.ts';
import { idWithin, questionOfWatched } from './watched.ts';
import { basisTitle, intervalWords, methodWords, periodWords } from './words.ts';
import { answerWriter } from './written.ts';

/** How many records are looked up before the rest is asked for. */
const recordsFirst = 20;

/** One figure of the measure that is shown: how it came about, its records, its source. */
export function FigureEvidence({ id, dossier }: { id: string; dossier: DossierAnswer }) {
  const { address } = useNavigation();
  const question = address.question ?? noQuestion;
  const catalogue = useCatalogue(address);
  const measure = measureOf(catalogue.answer, question.measure);
  const answered = useAnswer<MeasurementAnswer>(
    measure && measurementPath(measure, question, address, dossier),
  );
  // A point of a series that is watched is a figure of another measure, asked for in the same way.
  const within = idWithin(id);
  const asked =
    answered.answer && within !== undefined ? questionOfWatched(answered.answer, question) : question;
  const watched = within === undefined ? undefined : measureOf(catalogue.answer, asked.measure);
  const ofWatched = useAnswer<MeasurementAnswer>(
    watched && answered.answer && measurementPath(watched, asked, address, dossier),
  );
  if (!measure || !answered.answer) return <Pending answered={measure ? answered : catalogue} />;
  if (within === undefined)
    return <Evidence id={id} answer={answered.answer} asked={question} dossier={dossier} />;
  if (!ofWatched.answer) return <Pending answered={ofWatched} />;
  return <Evidence id={within} answer={ofWatched.answer} asked={asked} dossier={dossier} />;
}

function Evidence({
  id,
  answer,
  asked,
  dossier,
}: {
  id: string;
  answer: MeasurementAnswer;
  asked: Question;
  dossier: DossierAnswer;
}) {
  const { address } = useNavigation();
  const { measure } = answer;
  const figure = figureWith(answer.figures, id);
  if (!figure) return <p>There is no such figure in what is asked now.</p>;
  const { value, interval, n, note, partner, about, item, period } = figure;
  const write = answerWriter(answer, answer.figures).of(item);
  const names = (code: string) => answer.names[code] ?? code;
  const source = answer.sources.find((one) => one.id === figure.source);
  return (
    <>
      <h2>
        {names(about)}
        {partner === undefined ? '' : ` – ${names(partner)}`}
      </h2>
      <p class="overline">
        {[measure.title, item === undefined ? undefined : names(item), periodWords(period, answer.asked.by)]
          .filter(Boolean)
          .join(', ')}
      </p>
      <p class="headline">
        <b>{isGap(value) ? '–' : write.number(value)}</b>{' '}
        <span class="interval">
          {isGap(value) ? (value.because ?? gapWords[value.gap]) : intervalWords(interval, write)}
          {write.unit === '' || isGap(value) ? '' : ` ${write.unit}`}
        </span>
      </p>
      <Formula formula={measure.formula} />
      <dl class="fields">
        <div>
          <dt>made of</dt>
          <dd>
            {n} {answer.about ? 'points' : n === 1 ? 'record' : 'records'}
          </dd>
        </div>
        <div>
          <dt>interval</dt>
          <dd>{intervalSaid(figure)}</dd>
        </div>
        <div>
          <dt>rests on</dt>
          <dd>
            <span class="badge">{basisTitle[answer.basis]}</span>{' '}
            {source ? <Go to={{ open: `source:${source.id}` }}>{source.citation}</Go> : null}
          </dd>
        </div>
        {note === undefined ? null : (
          <div>
            <dt>remark</dt>
            <dd>{note}</dd>
          </div>
        )}
      </dl>
      <Records figure={figure} dossier={dossier} near={answer.about !== undefined} />
      {figure.records?.length || source ? null : <Sources answer={answer} />}
      <div class="actions">
        <Copy text={() => JSON.stringify(figure, undefined, 2)}>Copy as JSON</Copy>
        <Copy text={() => citation(answer, asked, address.knownOn).join('\n')}>Copy citation</Copy>
      </div>
    </>
  );
}

function intervalSaid({ interval, value }: Figure): string {
  if (isGap(value)) return 'none, since there is no figure';
  if (interval === undefined) return 'none';
  if (isGap(interval)) return `none: ${interval.because ?? gapWords[interval.gap]}`;
  return interval.method === 'bounds'
    ? methodWords.bounds
    : `${Math.round(interval.level * 100)} %, ${methodWords[interval.method]}`;
}

/** Where a figure names neither records nor a source of its own, those of the whole answer stand for it. */
function Sources({ answer: { sources } }: { answer: MeasurementAnswer }) {
  return sources.length === 0 ? null : (
    <section aria-label="Sources">
      <h3>{sources.length === 1 ? 'Source' : 'Sources'} of the answer</h3>
      <ul>
        {sources.map(({ id, citation: cited, licence }) => (
          <li key={id}>
            <Go to={{ open: `source:${id}` }}>{cited}</Go> <span class="badge">{licence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Records({
  figure: { records = [], about },
  dossier,
  near,
}: {
  figure: Figure;
  dossier: DossierAnswer;
  /** Whether they are only near in time, and nothing rests on them. */
  near: boolean;
}) {
  const { address } = useNavigation();
  if (records.length === 0) return null;
  const shown = records.slice(0, recordsFirst);
  return (
    <section aria-label="Records">
      <h3>
        {records.length} {records.length === 1 ? 'record' : 'records'} {near ? 'near in time' : 'behind it'}
      </h3>
      {near ? <p class="note">Candidates: that they are near explains nothing.</p> : null}
      <ul>
        {shown.map((id) =>
          about === dossier.focal.id ? (
            <OneRecord key={id} id={id} path={pathOf(address, `records/${encodeURIComponent(id)}`)} />
          ) : (
            <li key={id} class="record">
              <Go to={{ focal: about, open: `record:${id}` }}>{id}</Go>
            </li>
          ),
        )}
        {records.slice(recordsFirst).map((id) => (
          <li key={id} class="record">
            <Go to={{ open: `record:${id}` }}>{id}</Go>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneRecord({ id, path }: { id: string; path: string }) {
  const { answer, problem } = useAnswer<Found>(path);
  if (answer) return <RecordItem record={answer} />;
  return <li class="record">{problem ? <code>{id}</code> : <Go to={{ open: `record:${id}` }}>{id}</Go>}</li>;
}
