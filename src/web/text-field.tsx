import { useEffect, useState } from 'preact/hooks';

/** A text field that tells its value when the typing pauses, and keeps it to itself while it cannot be read. */
export function TextField({
  label,
  value,
  placeholder,
  pattern,
  describedBy,
  pause = 250,
  onValue,
}: {
  label: string;
  value: string;
  placeholder?: string | undefined;
  pattern?: RegExp | undefined;
  describedBy?: string | undefined;
  /** Milliseconds; longer where what is asked for takes long. */
  pause?: number;
  onValue: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const wrong = text !== '' && pattern !== undefined && !pattern.test(text);
  useEffect(() => {
    if (text === value || wrong) return;
    const timer = setTimeout(() => onValue(text), pause);
    return () => clearTimeout(timer);
  }, [text, value, wrong, pause, onValue]);
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="search"
        value={text}
        {...(placeholder !== undefined && { placeholder })}
        aria-invalid={wrong}
        {...(describedBy !== undefined && { 'aria-describedby': describedBy })}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={() => {
          if (!wrong && text !== value) onValue(text);
        }}
      />
    </label>
  );
}
