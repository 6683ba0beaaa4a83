import { gapWords, isGap } from '../../model/gap.ts';
import { Go } from '../navigation.tsx';
import type { MeasurementAnswer } from './answers.ts';
import { figureId, type Laid, periodOrder } from './lines.ts';
import { intervalWords, periodWords } from './words.ts';
import type { AnswerWriter } from './written.ts';

/** Every change of level of every series, the latest first, and which series have none. */
export function ChangesTable({
  answer,
  laid,
  write,
}: {
  answer: MeasurementAnswer;
  laid: Laid;
  write: AnswerWriter;
}) {
  const rows = laid.lines
    .flatMap(({ name, figures }) => figures.map((figure) => ({ name, figure })))
    .toSorted(
      (a, b) =>
        Number(isGap(a.figure.value)) - Number(isGap(b.figure.value)) ||
        periodOrder(b.figure.period) - periodOrder(a.figure.period),
    );
  return (
    <section class="tabled" aria-labelledby="figures-title">
      <h3 id="figures-title">The changes</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section class="scroll" aria-label="Changes of level" tabIndex={0}>
        <table class="league changes">
          <thead>
            <tr>
              <th scope="col">Series</th>
              <th scope="col">Since</th>
              <th scope="col">Change</th>
              <th scope="col">Interval</th>
              <th scope="col">What is known</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, figure }) => {
              const { value, interval, period, item, note } = figure;
              return (
                <tr key={figureId(figure)}>
                  <th scope="row">
                    {[name, laid.told === 'item' ? undefined : item && (answer.names[item] ?? item)]
                      .filter(Boolean)
                      .join(', ')}
                  </th>
                  <td>
                    {isGap(value) ? '–' : <span title={periodWords(period, answer.asked.by)}>{period}</span>}
                  </td>
                  <td>
                    <Go
                      to={{ open: `figure:${figureId(figure)}` }}
                      className="number"
                      label={`${name}, ${period}: ${isGap(value) ? 'no change' : write.number(value)}; show the evidence`}
                    >
                      {isGap(value) ? '–' : write.number(value)}
                    </Go>
                  </td>
                  <td>{intervalWords(interval, write) || '–'}</td>
                  <td class="remark">
                    {isGap(value) ? (
                      <span class="because">{value.because ?? gapWords[value.gap]}</span>
                    ) : (
                      <small>{note ?? ''}</small>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}
