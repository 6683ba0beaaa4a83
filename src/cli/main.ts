import { parseArgs } from 'node:util';
import { MultivectorError } from '../model/errors.ts';
import { version } from '../version.ts';
import type { Command, Terminal, Values } from './command.ts';
import { commands } from './commands.ts';
import { commandHelp, everyOption, programHelp } from './help.ts';

const exitCode = { input: 2, data: 3, missing: 4 } as const;

/** Runs one command line; returns its exit code. */
export async function main(args: readonly string[], given: Terminal): Promise<number> {
  const terminal: Terminal = {
    ...given,
    out: (text) => given.out(harmless(text, given.colour)),
    err: (text) => given.err(harmless(text, given.colour)),
    ...(given.status && { status: (text: string) => given.status?.(harmless(text, false)) }),
  };
  const debug = args.includes('--debug');
  try {
    await run(args, terminal);
    return 0;
  } catch (error) {
    if (!(error instanceof MultivectorError)) throw error; // a bug: let it be seen
    terminal.err(`multivector: ${oneLine(error.message)}${error.hint ? ` – ${oneLine(error.hint)}` : ''}`);
    if (debug) terminal.err(error.stack ?? '');
    return exitCode[error.fault];
  }
}

async function run(args: readonly string[], terminal: Terminal): Promise<void> {
  const [first, second] = args;
  if (first === undefined || first === '--help' || first === '-h')
    return terminal.out(programHelp(commands, version));
  if (first === '--version' || first === '-v' || first === 'version') return terminal.out(version);
  if (first === 'help') {
    const rest = args.slice(1).filter((word) => !word.startsWith('-'));
    return terminal.out(rest.length === 0 ? programHelp(commands, version) : commandHelp(find(rest).command));
  }
  if (
    commands.every(({ name }) => name !== first) &&
    commands.some(({ name }) => name.startsWith(`${first} `)) &&
    (second === undefined || second === '--help' || second === '-h')
  )
    return terminal.out(
      programHelp(
        commands.filter(({ name }) => name.startsWith(`${first} `)),
        version,
      ),
    );

  const { command, rest } = find(args);
  const more = command.optionsFor?.(rest) ?? {};
  const { values, positionals } = parse(command, more, rest);
  if (values.help) return terminal.out(commandHelp(command, more));
  if (positionals.length > command.most)
    throw new MultivectorError('input', `${command.name}: “${positionals[command.most]}” is too much`, {
      hint: `usage: multivector ${command.name} ${command.takes}`,
    });
  await command.run(positionals, values, terminal);
}

function find(args: readonly string[]): { command: Command; rest: readonly string[] } {
  const [first = '', second = ''] = args;
  const two = commands.find(({ name }) => name === `${first} ${second}`);
  if (two) return { command: two, rest: args.slice(2) };
  const found = commands.find(({ name }) => name === first);
  if (found) return { command: found, rest: args.slice(1) };
  const family = commands.filter(({ name }) => name.startsWith(`${first} `));
  throw new MultivectorError('input', `no command “${family.length > 0 ? `${first} ${second}` : first}”`, {
    hint: `there are: ${(family.length > 0 ? family : commands).map(({ name }) => name).join(', ')}`,
  });
}

function parse(
  { name, options }: Command,
  more: Command['options'],
  args: readonly string[],
): { values: Values; positionals: readonly string[] } {
  const all = Object.fromEntries(
    Object.entries({ ...more, ...options, ...everyOption }).map(
      ([key, { type, short }]) => [key, { type, ...(short && { short }) }] as const,
    ),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: all, allowPositionals: true });
    return { values: values as Values, positionals };
  } catch (cause) {
    const message = cause instanceof Error ? (cause.message.split('. ')[0] ?? cause.message) : String(cause);
    throw new MultivectorError('input', `${name}: ${message.replaceAll("'", '')}`, {
      cause,
      hint: `see multivector ${name} --help`,
    });
  }
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, '; ');

/** The text without the control characters by which a dossier or an argument could steer the terminal. */
function harmless(text: string, colour: boolean): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const marks = /\u001b\[(?:1|2|22)m|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
  return text.replace(marks, (mark) => (colour && mark.length > 1 ? mark : ''));
}
