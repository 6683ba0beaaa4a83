import { type DossierAnswer, useAnswer, useUnderway } from '../api.ts';
import { useNavigation } from '../navigation.tsx';
import type { MeasureAnswer, MeasurementAnswer } from './answers.ts';
import { Controls } from './controls.tsx';
import { FiguresChart } from './figures-chart.tsx';
import { FiguresTable } from './figures-table.tsx';
import { fullestPeriod, laidOut } from './lines.ts';
import { MethodNote } from './method-note.tsx';
import { MultiversePanel } from './multiverse-panel.tsx';
import { measurementPath } from './paths.ts';
import { Problem } from './problem.tsx';
import type { Question } from './question.ts';
import { Reading } from './reading.tsx';
import { TakeAway } from './take-away.tsx';
import { Waiting } from './waiting.tsx';
import { WatchedPanels } from './watched-panels.tsx';
import { answerWriter } from './written.ts';

/** How many notes are shown before the rest is asked for. */
const notesFirst = 6;

/** One measure: what it answers, what may be chosen, its figures as a drawing and a table, and how it is made. */
export function MeasureView({
  measure,
  question,
  dossier,
}: {
  measure: MeasureAnswer;
  question: Question;
  dossier: DossierAnswer;
}) {
  const { address } = useNavigation();
  const path = measurementPath(measure, question, address, dossier);
  const { answer, fresh, problem } = useAnswer<MeasurementAnswer>(path);
  const underway = useUnderway(path);
  const waiting = !fresh && !problem;
  return (
    <>
      <header class="about">
        <h2>{measure.title}</h2>
        <p class="asks">{measure.question}</p>
      </header>
      <Controls measure={measure} question={question} dossier={dossier} answer={answer} />
      <div class="answer" aria-busy={waiting}>
        {waiting ? <Waiting underway={underway} /> : null}
        {problem ? (
          <Problem problem={problem} />
        ) : answer ? (
          <Answer answer={answer} question={question} dossier={dossier} path={path} stale={!fresh} />
        ) : (
          <div class="drawing" />
        )}
      </div>
      {answer && !problem ? (
        <MultiversePanel measure={measure} question={question} dossier={dossier} />
      ) : null}
      <MethodNote measure={measure} />
    </>
  );
}

function Answer({
  answer,
  question,
  dossier,
  path,
  stale,
}: {
  answer: MeasurementAnswer;
  question: Question;
  dossier: DossierAnswer;
  path: string;
  stale: boolean;
}) {
  const laid = laidOut(answer, question);
  const write = answerWriter(
    answer,
    laid.lines.flatMap(({ figures }) => figures),
    laid.item,
  );
  return (
    <div class={stale ? 'figures stale' : 'figures'}>
      <Reading answer={answer} laid={laid} write={write} question={question} />
      {answer.about ? (
        <WatchedPanels answer={answer} laid={laid} write={write} question={question} dossier={dossier} />
      ) : (
        <FiguresChart answer={answer} laid={laid} write={write} question={question} />
      )}
      <TakeAway answer={answer} question={question} path={path} />
      <FiguresTable answer={answer} laid={laid} write={write} question={question} />
      <Notes notes={answer.notes} period={question.at ?? fullestPeriod(laid)} />
    </div>
  );
}

/** What a reader must know of the figures; where much is said of each period, that of the shown one first. */
function Notes({ notes, period }: { notes: readonly string[]; period: string | undefined }) {
  if (notes.length === 0) return null;
  const ofPeriod = (note: string) => period !== undefined && note.includes(` ${period}:`);
  const sorted =
    notes.length > notesFirst
      ? [...notes.filter(ofPeriod), ...notes.filter((note) => !ofPeriod(note))]
      : notes;
  const list = (some: readonly string[]) => (
    <ul>
      {some.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
  return (
    <section class="notes" aria-labelledby="notes-title">
      <h3 id="notes-title">To know of these figures</h3>
      {list(sorted.slice(0, notesFirst))}
      {sorted.length > notesFirst ? (
        <details>
          <summary>{sorted.length - notesFirst} more</summary>
          {list(sorted.slice(notesFirst))}
        </details>
      ) : null}
    </section>
  );
}
