import { useEffect, useRef, useState } from 'preact/hooks';
import { Go, useNavigation } from '../navigation.tsx';
import type { CatalogueAnswer, MeasureAnswer } from './answers.ts';
import { noQuestion, type Question } from './question.ts';

/** What stays when another measure is chosen: with whom, not how. */
const moved = (question: Question | undefined, measure: string): Question => ({
  ...noQuestion,
  measure,
  partners: question?.partners,
  beside: question?.beside ?? [],
});

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const fits = ({ id, title, question, cite, formula }: MeasureAnswer, words: string): boolean => {
  const all = folded([id, title, question, formula, ...cite].join(' '));
  return folded(words)
    .split(/\s+/)
    .every((word) => all.includes(word));
};

/** Every measure by family, with a field that narrows them down; on a narrow screen one field to choose from. */
export function CatalogueList({
  catalogue,
  current,
}: {
  catalogue: CatalogueAnswer;
  current: MeasureAnswer | undefined;
}) {
  const { address, go } = useNavigation();
  const [words, setWords] = useState('');
  const list = useRef<HTMLElement>(null);
  const found = catalogue
    .map((family) => ({ ...family, measures: family.measures.filter((one) => fits(one, words)) }))
    .filter(({ measures }) => measures.length > 0);

  // A deep link shows where it leads to.
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!link || !list.current || list.current.scrollHeight <= list.current.clientHeight) return;
    const { top, bottom } = link.getBoundingClientRect();
    const box = list.current.getBoundingClientRect();
    if (top < box.top || bottom > box.bottom) list.current.scrollTop += top - box.top - box.height / 3;
  }, [current?.id]);

  return (
    <nav class="catalogue" aria-label="Measures" ref={list}>
      <label class="field narrow">
        <span>Measure</span>
        <select
          value={current?.id ?? ''}
          onChange={(event) =>
            go({ question: moved(address.question, event.currentTarget.value), open: undefined })
          }
        >
          {catalogue.map(({ id, title, measures }) => (
            <optgroup key={id} label={title}>
              {measures.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label class="field find">
        <span>Find a measure</span>
        <input
          type="search"
          value={words}
          placeholder="votes, share, drift"
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <div class="families">
        {found.map(({ id, title, measures }) => (
          <section key={id} aria-labelledby={`family-${id}`}>
            <h2 id={`family-${id}`} class="overline">
              {title}
            </h2>
            <ul>
              {measures.map((one) => (
                <li key={one.id}>
                  <Go
                    to={{ question: moved(address.question, one.id), open: undefined }}
                    current={one.id === current?.id}
                    title={one.question}
                  >
                    {one.title}
                  </Go>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 ? (
          <p class="because" role="status">
            No measure has these words.
          </p>
        ) : null}
      </div>
    </nav>
  );
}
