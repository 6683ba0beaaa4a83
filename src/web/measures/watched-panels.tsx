import { useState } from 'preact/hooks';
import { changePoints, distinctColours, screenTheme, series } from '../../figures/index.ts';
import { gapWords, isGap } from '../../model/gap.ts';
import { type DossierAnswer, useAnswer } from '../api.ts';
import { Figure, type Mark, useWidth } from '../figure.tsx';
import { useNavigation } from '../navigation.tsx';
import type { MeasurementAnswer } from './answers.ts';
import { measureOf, useCatalogue } from './asking.ts';
import { Choose } from './choose.tsx';
import { figureId, figureWith, type Laid } from './lines.ts';
import { measurementPath } from './paths.ts';
import { Problem } from './problem.tsx';
import type { Question } from './question.ts';
import { idWithin, questionOfWatched, seriesWatched, type WatchedSeries, watchedId } from './watched.ts';
import { intervalWords, periodWords } from './words.ts';
import { type Writer, writerOf } from './written.ts';

/** How many series are drawn before the rest is asked for. */
const panelsFirst = 6;
/** Room for the numbers of an axis, so that what stands above each other has one scale of time. */
const leastLeft = 48;

/** The series that a measure watches, one a panel, with what it finds: levels and changes, or its own figures below. */
export function WatchedPanels({
  answer,
  laid,
  write,
  question,
  dossier,
}: {
  answer: MeasurementAnswer;
  laid: Laid;
  write: Writer;
  question: Question;
  dossier: DossierAnswer;
}) {
  const { address, go } = useNavigation();
  const [all, setAll] = useState(false);
  const catalogue = useCatalogue(address);
  const measure = measureOf(catalogue.answer, answer.about?.measure);
  const asked = useAnswer<MeasurementAnswer>(
    measure && measurementPath(measure, questionOfWatched(answer, question), address, dossier),
  );
  const watched = asked.answer;
  if (asked.problem) return <Problem problem={asked.problem} />;
  if (!watched)
    return (
      <p class="pending" role="status">
        Looking up what is watched …
      </p>
    );
  const asLevels = answer.measure.chart === 'dots';
  const found = seriesWatched(answer, watched, { state: laid.state, byReach: asLevels });
  const colours = distinctColours(screenTheme, [...new Set(found.map(({ whose }) => whose))]);
  const writeWatched =
    answer.about?.points === 'n'
      ? writerOf('records', [0])
      : writerOf(
          watched.unit,
          watched.figures.map(({ value }) => value),
        );
  return (
    <section class="drawn" aria-label="Drawing">
      {laid.states.length > 1 ? (
        <div class="choices">
          <Choose
            label="State"
            value={laid.state}
            values={laid.states}
            words={(id) => answer.names[id] ?? id}
            onValue={(about) => go({ question: { ...question, about } })}
          />
        </div>
      ) : null}
      <p class="note">
        Watched: {watched.measure.title}
        {answer.about?.points === 'n' ? ', number of records' : ''}
        {writeWatched.unit === '' || answer.about?.points === 'n' ? '' : ` (${writeWatched.unit})`}.{' '}
        {asLevels
          ? 'Broken lines are the means of its levels; an upright line is a change, dotted where it may be noise that hangs together. Open one for what is on record near it.'
          : `Below each series ${answer.measure.title.toLowerCase()} (${answer.unit}).`}
      </p>
      <ul class="panels">
        {found.slice(0, all ? undefined : panelsFirst).map((one) => (
          <Panel
            key={one.key}
            one={one}
            answer={answer}
            asLevels={asLevels}
            colour={colours.get(one.whose)}
            write={write}
            writeWatched={writeWatched}
          />
        ))}
      </ul>
      {found.length > panelsFirst ? (
        <p class="actions">
          <button type="button" onClick={() => setAll(!all)}>
            {all ? `Draw ${panelsFirst}` : `Draw all ${found.length}`}
          </button>
        </p>
      ) : null}
    </section>
  );
}

function Panel({
  one,
  answer,
  asLevels,
  colour,
  write,
  writeWatched,
}: {
  one: WatchedSeries;
  answer: MeasurementAnswer;
  asLevels: boolean;
  colour: string | undefined;
  write: Writer;
  writeWatched: Writer;
}) {
  const { go } = useNavigation();
  const [node, width] = useWidth<HTMLDivElement>(440);
  const [pointed, setPointed] = useState<Mark>();
  const { name, whose, points, found } = one;
  const told = found.filter(({ value }) => !isGap(value));
  const silent = found.find(({ value }) => isGap(value))?.value;
  const line = {
    id: whose,
    name,
    colour,
    points: points.map((figure) => ({
      period: figure.period,
      value: figure.value,
      interval: figure.interval,
      record: watchedId(figure),
    })),
  };
  const options = { theme: screenTheme, width, named: false, leastLeft };
  const open = ({ record }: Mark) => record !== undefined && go({ open: `figure:${record}` });
  const within = pointed?.record === undefined ? undefined : idWithin(pointed.record);
  const figure =
    pointed?.record === undefined
      ? undefined
      : within === undefined
        ? figureWith(found, pointed.record)
        : figureWith(points, within);
  const { number, range } = within === undefined ? write : writeWatched;
  const ends = figure && intervalWords(figure.interval, { ...write, range });
  return (
    <li>
      <h3>
        {name}
        <small>
          {silent !== undefined && isGap(silent)
            ? (silent.because ?? gapWords[silent.gap])
            : asLevels
              ? `${told.length} ${told.length === 1 ? 'change' : 'changes'}`
              : ''}
        </small>
      </h3>
      <div ref={node}>
        <Figure
          drawing={
            asLevels
              ? changePoints(
                  [
                    {
                      ...line,
                      changes: told.map((change) => ({
                        period: change.period,
                        holds: !change.note?.includes('does not survive'),
                        record: figureId(change),
                      })),
                    },
                  ],
                  { ...options, height: 200, write: writeWatched.tick },
                )
              : series([line], { ...options, height: 170, write: writeWatched.tick })
          }
          onOpen={open}
          onPoint={setPointed}
        />
        {asLevels || told.length === 0 ? null : (
          <Figure
            drawing={series(
              [
                {
                  ...line,
                  points: told.map((statistic) => ({
                    period: statistic.period,
                    value: statistic.value,
                    record: figureId(statistic),
                  })),
                },
              ],
              {
                ...options,
                height: 140,
                write: write.tick,
                reaches: points.map(({ period }) => period),
                limits: answer.limits ?? [],
                title: `${answer.measure.title}, ${name}`,
                ...(answer.measure.greatest === 1 && { domain: [0, 1] as const }),
              },
            )}
            onOpen={open}
            onPoint={setPointed}
          />
        )}
      </div>
      <p class="readout" aria-hidden="true">
        {figure ? (
          <>
            {periodWords(figure.period, answer.asked.by)}:{' '}
            <b>{isGap(figure.value) ? '–' : number(figure.value)}</b>
            {ends ? ` [${ends}]` : ''}
            {within === undefined && figure.note !== undefined ? `, ${figure.note.split(';')[0]}` : ''}
          </>
        ) : null}
      </p>
    </li>
  );
}
