/** A field to choose one of several things that a drawing shows. */
export function Choose({
  label,
  value,
  values,
  words,
  onValue,
}: {
  label: string;
  value: string | undefined;
  values: readonly string[];
  words: (value: string) => string;
  onValue: (value: string) => void;
}) {
  return (
    <label class="field">
      <span>{label.slice(0, 1).toUpperCase() + label.slice(1)}</span>
      <select value={value ?? ''} onChange={(event) => onValue(event.currentTarget.value)}>
        {values.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
