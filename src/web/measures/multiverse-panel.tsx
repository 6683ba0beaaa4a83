import { useState } from 'preact/hooks';
import { screenTheme, specificationCurve } from '../../figures/index.ts';
import { isGap } from '../../model/gap.ts';
import type { Multiverse } from '../../model/multiverse.ts';
import { type DossierAnswer, useAnswer, useUnderway } from '../api.ts';
import { Copy } from '../evidence/parts.tsx';
import { Figure, type Mark, useWidth } from '../figure.tsx';
import { useNavigation } from '../navigation.tsx';
import { percent } from '../words.tsx';
import type { MeasureAnswer } from './answers.ts';
import { multiversePath } from './paths.ts';
import { Problem } from './problem.tsx';
import type { Question } from './question.ts';
import { Waiting } from './waiting.tsx';

/** Whether what the figures say at first sight holds under every other defensible choice; computed when it is asked. */
export function MultiversePanel({
  measure,
  question,
  dossier,
}: {
  measure: MeasureAnswer;
  question: Question;
  dossier: DossierAnswer;
}) {
  const { go, address } = useNavigation();
  const path = question.multiverse ? multiversePath(measure, question, address, dossier) : undefined;
  const { answer, fresh, problem } = useAnswer<Multiverse>(path);
  const underway = useUnderway(path);
  const set = (multiverse: boolean) =>
    go({ question: { ...question, measure: measure.id, multiverse }, open: undefined });
  return (
    <section class="multiverse" aria-labelledby="multiverse-title">
      <h3 id="multiverse-title">Under other choices</h3>
      {question.multiverse ? (
        <>
          {fresh || problem ? null : <Waiting underway={underway} />}
          {problem ? (
            <Problem problem={problem} />
          ) : fresh && answer ? (
            <Found multiverse={answer} />
          ) : (
            <div class="drawing tall" />
          )}
          <p class="actions">
            {fresh && answer ? (
              <Copy text={() => JSON.stringify(answer, undefined, 2)}>Copy as JSON</Copy>
            ) : null}
            <button type="button" onClick={() => set(false)}>
              Put it away
            </button>
          </p>
        </>
      ) : (
        <p class="ask">
          <button type="button" onClick={() => set(true)}>
            Does it hold under other choices?
          </button>{' '}
          <span class="muted">
            What the figures say at first sight, computed anew in every way that can be defended.
          </span>
        </p>
      )}
    </section>
  );
}

function Found({ multiverse }: { multiverse: Multiverse }) {
  const [node, width] = useWidth<HTMLDivElement>(900);
  const [pointed, setPointed] = useState<Mark>();
  const { tally, choices, flips, leftOut, notes, specifications, words } = multiverse;
  const specification = specifications.find(({ id }) => id === pointed?.specification);
  const alternative = choices
    .flatMap(({ name, alternatives }) => alternatives.map((one) => ({ ...one, id: `${name}=${one.value}` })))
    .find(({ id }) => id === pointed?.alternative);
  return (
    <>
      <p class="finding">{words}</p>
      {tally.told === 0 ? null : (
        <div ref={node}>
          <Figure
            drawing={specificationCurve(multiverse, { theme: screenTheme, width: Math.min(width, 1000) })}
            onPoint={setPointed}
            onOpen={setPointed}
          />
        </div>
      )}
      <p class="readout" aria-live="polite">
        {specification ? (
          <>
            <b>{specification.verdict}</b>: {specification.words}
            {isGap(specification.scaled) ? '' : `; margin ${percent(specification.scaled)} of the scale`}
          </>
        ) : alternative ? (
          <>
            <b>{alternative.words}</b>: {alternative.because}
            {isGap(alternative.share)
              ? ''
              : `; holds in ${percent(alternative.share)} of ${alternative.told}`}
          </>
        ) : (
          <span class="muted">Point at a column for its choices, at a row for why it can be defended.</span>
        )}
      </p>
      {flips.length > 0 ? (
        <div class="flips">
          <h4>Turned by</h4>
          <ul>
            {flips.slice(0, flipsFirst).map(({ specification: id, switches }) => (
              <li key={id}>{switches.join(' and ')}</li>
            ))}
          </ul>
          {flips.length > flipsFirst ? <p class="note">and {flips.length - flipsFirst} more</p> : null}
        </div>
      ) : null}
      <details class="table">
        <summary>The choices as a table</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
        <section class="scroll" aria-label="Choices and in what share of them it holds" tabIndex={0}>
          <table class="league">
            <thead>
              <tr>
                <th scope="col">Choice</th>
                <th scope="col">Alternative</th>
                <th scope="col">Holds in</th>
                <th scope="col">of</th>
                <th scope="col">Why it can be defended</th>
              </tr>
            </thead>
            <tbody>
              {choices.flatMap(({ name, words: choice, alternatives }) =>
                alternatives.map((one, place) => (
                  <tr key={`${name} ${one.value}`}>
                    <th scope="row">{place === 0 ? choice : <span class="hidden">{choice}</span>}</th>
                    <td>{one.usual ? <b>{one.words}, as asked</b> : one.words}</td>
                    <td>{isGap(one.share) ? '–' : percent(one.share)}</td>
                    <td>{one.told}</td>
                    <td class="remark">
                      <small>{one.because}</small>
                    </td>
                  </tr>
                )),
              )}
            </tbody>
          </table>
        </section>
      </details>
      {[...leftOut.map(({ because, count }) => `Left out, ${count}: ${because}`), ...notes].map((note) => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </>
  );
}

/** How many of the choices that turn it are named. */
const flipsFirst = 8;
