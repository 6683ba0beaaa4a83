import type { Terminal, Values } from './command.ts';
import { bar } from './table.ts';

/** A list given with commas between. */
export const listOf = (value: Values[string]): string[] =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '')
    : [];

/** A line that says how far a long computation is. */
export function measureProgress({ status, now }: Terminal): (done: number, what: string) => void {
  let last = 0;
  return (done, what) => {
    const time = now().getTime();
    if (!status || (time - last < 100 && done < 1)) return;
    last = time;
    status(`${bar(done, 20).padEnd(20)} ${String(Math.floor(done * 100)).padStart(3)} % ${what}`);
  };
}
