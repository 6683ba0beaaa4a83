import { MultivectorError } from '../../model/errors.ts';

/**
 * Numbers by name, as a user writes them: `exports=2, imports=1`.
 *
 * @param choice what the text was given for, for the error
 * @param names those that there are
 * @throws MultivectorError `input` where a part cannot be read, or a name is not known or comes twice; it says which
 */
export function pairsOf(text: string, choice: string, names: readonly string[]): Map<string, number> {
  const pairs = new Map<string, number>();
  for (const [i, part] of text.split(',').entries()) {
    const where = `${choice}, part ${i + 1}`;
    const match = /^\s*(?<name>[A-Za-z0-9-]+)\s*=\s*(?<number>\d+(\.\d+)?|\.\d+)\s*$/.exec(part);
    const { name = '', number = '' } = match?.groups ?? {};
    if (!match)
      throw new MultivectorError(
        'input',
        `${where}: “${part.trim()}” is not a name, “=” and a number of 0 or more`,
        {
          hint: `for instance: ${names[0]}=2`,
        },
      );
    if (!names.includes(name))
      throw new MultivectorError('input', `${where}: there is no “${name}”`, {
        hint: `there are: ${names.join(', ')}`,
      });
    if (pairs.has(name)) throw new MultivectorError('input', `${where}: “${name}” comes twice`);
    pairs.set(name, Number(number));
  }
  return pairs;
}
