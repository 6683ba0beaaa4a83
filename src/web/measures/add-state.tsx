import { useId, useState } from 'preact/hooks';
import { states } from '../../model/states.ts';

/** States and the group that a measure knows as a partner. */
const known: readonly { readonly id: string; readonly name: string }[] = [
  { id: 'EU', name: 'European Union' },
  ...states.map(({ id, name }) => ({ id, name })),
];

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** A field that takes one more state, by its name or code. */
export function AddState({
  label,
  without,
  onAdd,
}: {
  label: string;
  without: readonly string[];
  onAdd: (id: string) => void;
}) {
  const [text, setText] = useState('');
  const list = useId();
  const free = known.filter(({ id }) => !without.includes(id));
  const add = (words: string) => {
    const found = free.find(
      ({ id, name }) => folded(name) === folded(words) || id === words.trim().toUpperCase(),
    );
    if (!found) return;
    setText('');
    onAdd(found.id);
  };
  return (
    <>
      <input
        class="add"
        list={list}
        value={text}
        aria-label={label}
        placeholder={`${label} …`}
        autocomplete="off"
        onInput={(event) => {
          setText(event.currentTarget.value);
          // A name that was picked from the list comes as one event without typing.
          if (!(event instanceof InputEvent) || event.inputType === 'insertReplacementText')
            add(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add(event.currentTarget.value);
        }}
        onChange={(event) => add(event.currentTarget.value)}
      />
      <datalist id={list}>
        {free.map(({ id, name }) => (
          <option key={id} value={name}>
            {id}
          </option>
        ))}
      </datalist>
    </>
  );
}
