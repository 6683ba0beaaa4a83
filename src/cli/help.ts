import type { Command, Option } from './command.ts';

const globalOptions: Readonly<Record<string, Option>> = {
  help: { type: 'boolean', short: 'h', help: 'show this help' },
  debug: { type: 'boolean', help: 'show where an error comes from' },
};

/** Options that every command takes. */
export const everyOption = globalOptions;

function optionLines(options: Readonly<Record<string, Option>>): string[] {
  return Object.entries(options).map(([name, { short, value, help }]) => {
    const left = `${short ? `-${short}, ` : '    '}--${name}${value ? ` ${value}` : ''}`;
    return left.length > 25
      ? `  ${left}\n${' '.repeat(29)}${wrap(help, 29)}`
      : `  ${left.padEnd(27)}${wrap(help, 29)}`;
  });
}

/** The text in lines of at most 80 columns, all but the first indented. */
export function wrap(text: string, indent: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1] ?? '';
    if (last !== '' && indent + last.length + 1 + word.length > 80) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}

/**
 * The help of one command.
 *
 * @param more options that depend on its arguments
 */
export function commandHelp(
  { name, summary, takes, options, examples }: Command,
  more: Readonly<Record<string, Option>> = {},
): string {
  return [
    `multivector ${name} ${takes} [options]`,
    '',
    `  ${wrap(summary, 2)}`,
    '',
    'Options',
    ...optionLines({ ...options, ...globalOptions }),
    '',
    ...(Object.keys(more).length > 0 ? ['Choices of this measure', ...optionLines(more), ''] : []),
    'For instance',
    ...examples.map((example) => `  ${example}`),
  ].join('\n');
}

/** The help of the program. */
export function programHelp(commands: readonly Command[], version: string): string {
  return [
    `multivector ${version}: a state’s foreign relations as a dated, sourced, testable dossier`,
    '',
    'multivector COMMAND [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(19)}${wrap(summary, 21)}`),
    `  ${'help'.padEnd(19)}this help; “multivector help COMMAND” or “COMMAND --help” for one command`,
    '',
    'Exit codes: 0 done, 2 your input, 3 the data, 4 no such thing.',
    'NO_COLOR switches colours off. MULTIVECTOR_DOSSIERS names the folder of your dossiers,',
    'MULTIVECTOR_ARCHIVE the archive of bulk data.',
  ].join('\n');
}
