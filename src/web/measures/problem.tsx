import { type ApiProblem, retry } from '../api.ts';
import { Copy } from '../evidence/parts.tsx';

/** Commands that a hint names. */
const commandsIn = (hint: string): string[] => hint.match(/multivector [a-z][^,;”]*/g) ?? [];

/** Why there is no answer, with the commands that would help, to copy. */
export function Problem({ problem: { message, hint, unreachable } }: { problem: ApiProblem }) {
  const commands = commandsIn(hint ?? '').map((command) => command.trim());
  return (
    <div class="no-answer" role="alert">
      <p class="sentence">{message.slice(0, 1).toUpperCase() + message.slice(1)}.</p>
      {hint ? <p class="hint">{hint}</p> : null}
      {commands.length > 0 ? (
        <ul class="commands">
          {commands.map((command) => (
            <li key={command}>
              <code>{command}</code>
              <Copy text={() => command}>Copy</Copy>
            </li>
          ))}
        </ul>
      ) : null}
      <p class="actions">
        <button type="button" onClick={retry}>
          {unreachable ? 'Try again' : 'Ask again'}
        </button>
      </p>
    </div>
  );
}
