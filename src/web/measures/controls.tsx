import { useId, useState } from 'preact/hooks';
import { distinctColours, screenTheme } from '../../figures/index.ts';
import type { DossierAnswer } from '../api.ts';
import { useNavigation } from '../navigation.tsx';
import { TextField } from '../text-field.tsx';
import { AddState } from './add-state.tsx';
import type { ChoiceAnswer, MeasureAnswer, MeasurementAnswer } from './answers.ts';
import { mostLines } from './figures-chart.tsx';
import { noQuestion, type Question } from './question.ts';
import { choiceTitle, optionWords } from './words.ts';

/** Milliseconds after which what was typed is asked for: longer than usual, since a measure is computed anew. */
const typingPause = 450;

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

const period = {
  session: { pattern: /^\d{1,4}$/, placeholders: ['1', '80'] },
  year: { pattern: /^\d{1,4}$/, placeholders: ['1992', '2024'] },
  month: { pattern: /^\d{4}(-\d{2})?$/, placeholders: ['2014-01', '2023-12'] },
} as const;

/** With whom, beside whom, when, and how: all that is asked, in one form whose state is the address. */
export function Controls({
  measure,
  question,
  dossier,
  answer,
}: {
  measure: MeasureAnswer;
  question: Question;
  dossier: DossierAnswer;
  answer: MeasurementAnswer | undefined;
}) {
  const { go } = useNavigation();
  const set = (change: Partial<Question>, replace = false) =>
    go({ question: { ...question, measure: measure.id, ...change }, open: undefined }, { replace });
  const by = measure.by.find((one) => one === question.by) ?? measure.by[0] ?? 'year';
  const changed =
    question.by !== undefined ||
    question.from !== undefined ||
    question.to !== undefined ||
    question.partners !== undefined ||
    question.beside.length > 0 ||
    Object.keys(question.choices).length > 0;
  const nameOf = (id: string) => dossier.names[id] ?? answer?.names[id] ?? id;
  // On a phone the figures come first; elsewhere all is open, whatever this says.
  const [unfolded, setUnfolded] = useState(false);
  return (
    <form class="controls" aria-label="What is asked" onSubmit={(event) => event.preventDefault()}>
      <button
        type="button"
        class="unfold"
        aria-expanded={unfolded}
        aria-controls="asked"
        onClick={() => setUnfolded(!unfolded)}
      >
        {unfolded ? 'Fold up what is asked' : 'Change what is asked'}
        {changed && !unfolded ? <small> some is chosen</small> : null}
      </button>
      <div id="asked" class={unfolded ? 'asked unfolded' : 'asked'}>
        {measure.partners === 'none' ? null : (
          <Partners question={question} dossier={dossier} nameOf={nameOf} set={set} />
        )}
        <Beside question={question} dossier={dossier} nameOf={nameOf} set={set} />
        <fieldset class="when">
          <legend>When</legend>
          {measure.by.length > 1 ? (
            <div class="segments">
              {measure.by.map((one) => (
                <label key={one} class={one === by ? 'chosen' : undefined}>
                  <input
                    class="hidden"
                    type="radio"
                    name="by"
                    checked={one === by}
                    onChange={() =>
                      set({
                        by: one === measure.by[0] ? undefined : one,
                        from: undefined,
                        to: undefined,
                        at: undefined,
                      })
                    }
                  />
                  by {one}
                </label>
              ))}
            </div>
          ) : null}
          {(['from', 'to'] as const).map((end, place) => (
            <TextField
              pause={typingPause}
              key={`${end} ${by}`}
              label={`${end === 'from' ? 'From' : 'To'} ${by}`}
              value={question[end] ?? ''}
              placeholder={period[by].placeholders[place] ?? ''}
              pattern={period[by].pattern}
              onValue={(value) => set({ [end]: value || undefined, at: undefined }, true)}
            />
          ))}
        </fieldset>
        <Choices measure={measure} question={question} set={set} />
        {changed ? (
          <button
            type="button"
            class="reset"
            onClick={() => go({ question: { ...noQuestion, measure: measure.id }, open: undefined })}
          >
            Back to the usual choices
          </button>
        ) : null}
      </div>
    </form>
  );
}

type SetQuestion = (change: Partial<Question>, replace?: boolean) => void;

function Partners({
  question,
  dossier,
  nameOf,
  set,
}: {
  question: Question;
  dossier: DossierAnswer;
  nameOf: (id: string) => string;
  set: SetQuestion;
}) {
  const usual = dossier.partners.map(({ id }) => id);
  const chosen = question.partners ?? usual;
  const all = [...usual, ...chosen.filter((id) => !usual.includes(id))];
  const colours = distinctColours(screenTheme, chosen.slice(0, mostLines));
  const choose = (ids: readonly string[]) =>
    set({
      partners: same(ids, usual)
        ? undefined
        : all.concat(ids).filter((id, i, every) => ids.includes(id) && every.indexOf(id) === i),
    });
  return (
    <fieldset class="partners">
      <legend>Partners</legend>
      {all.map((id) => {
        const on = chosen.includes(id);
        return (
          <button
            key={id}
            type="button"
            class="chip"
            aria-pressed={on}
            title={on && chosen.length === 1 ? 'one partner must stay' : undefined}
            onClick={() => {
              if (!on) choose([...chosen, id]);
              else if (chosen.length > 1) choose(chosen.filter((one) => one !== id));
            }}
          >
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <circle
                cx="5"
                cy="5"
                r="4"
                fill={on ? (colours.get(id) ?? screenTheme.mutedInk) : 'none'}
                stroke={screenTheme.mutedInk}
                stroke-width={on ? 0 : 1}
              />
            </svg>
            {nameOf(id)}
          </button>
        );
      })}
      <AddState
        label="Add a partner"
        without={[...all, dossier.focal.id]}
        onAdd={(id) => choose([...chosen, id])}
      />
    </fieldset>
  );
}

function Beside({
  question,
  dossier,
  nameOf,
  set,
}: {
  question: Question;
  dossier: DossierAnswer;
  nameOf: (id: string) => string;
  set: SetQuestion;
}) {
  return (
    <fieldset class="beside">
      <legend>Of</legend>
      <span class="chip fixed">{dossier.focal.name}</span>
      {question.beside.map((id) => (
        <button
          key={id}
          type="button"
          class="chip"
          aria-pressed="true"
          aria-label={`${nameOf(id)}: take it out of the comparison`}
          onClick={() => set({ beside: question.beside.filter((one) => one !== id), about: undefined })}
        >
          {nameOf(id)} <span aria-hidden="true">×</span>
        </button>
      ))}
      <AddState
        label="Compare with"
        without={[dossier.focal.id, ...question.beside]}
        onAdd={(id) => set({ beside: [...question.beside, id] })}
      />
    </fieldset>
  );
}

function Choices({
  measure,
  question,
  set,
}: {
  measure: MeasureAnswer;
  question: Question;
  set: SetQuestion;
}) {
  if (measure.choices.length === 0) return null;
  const choose = (name: string, value: string | undefined, replace = false) => {
    const { [name]: _, ...rest } = question.choices;
    set({ choices: value === undefined ? rest : { ...rest, [name]: value } }, replace);
  };
  const changed = measure.choices.filter(({ name }) => name in question.choices);
  return (
    <details class="own">
      <summary>
        Choices{' '}
        <small>
          {changed.length === 0
            ? `${measure.choices.length}, all as usual`
            : changed
                .map(({ name, about }) => {
                  const value = question.choices[name] ?? '';
                  return `${name.replaceAll('-', ' ')}: ${optionWords(value, about)}`;
                })
                .join('; ')}
        </small>
      </summary>
      <div class="grid">
        {measure.choices.map((choice) => (
          <ChoiceField
            key={choice.name}
            choice={choice}
            value={question.choices[choice.name]}
            onValue={(value, replace) => choose(choice.name, value, replace)}
          />
        ))}
      </div>
    </details>
  );
}

function ChoiceField({
  choice,
  value,
  onValue,
}: {
  choice: ChoiceAnswer;
  value: string | undefined;
  onValue: (value: string | undefined, replace?: boolean) => void;
}) {
  const { name, about, kind, values, usual } = choice;
  const help = useId();
  const title = choiceTitle(name);
  const shown = value ?? (usual === undefined ? '' : String(usual));
  const chosen = (text: string) => (text === '' || text === String(usual) ? undefined : text);
  return (
    <div class={value === undefined ? 'choice' : 'choice changed'}>
      {kind === 'boolean' ? (
        <label class="check">
          <input
            type="checkbox"
            checked={shown === 'true'}
            aria-describedby={help}
            onChange={(event) => onValue(chosen(String(event.currentTarget.checked)))}
          />
          {title}
        </label>
      ) : kind === 'one of' ? (
        <label class="field">
          <span>{title}</span>
          <select
            value={shown}
            aria-describedby={help}
            onChange={(event) => onValue(chosen(event.currentTarget.value))}
          >
            {usual === undefined ? <option value="">as usual</option> : null}
            {values.map((one) => (
              <option key={one} value={one}>
                {optionWords(one, about)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <TextField
          pause={typingPause}
          label={title}
          value={value ?? ''}
          placeholder={usual === undefined || usual === '' ? 'as usual' : String(usual)}
          pattern={kind === 'number' ? /^-?\d+(\.\d+)?$/ : undefined}
          describedBy={help}
          onValue={(text) => onValue(chosen(text), true)}
        />
      )}
      <p id={help} class="note">
        {about}
      </p>
    </div>
  );
}
