import { MultivectorError } from '../model/errors.ts';
import type { Format, Head } from '../model/format.ts';

/** The first format of the list that the file is of. */
export const recognised = (head: Head, formats: readonly Format[]): Format | undefined =>
  formats.find((format) => format.recognise(head));

/**
 * The format by its name.
 *
 * @throws MultivectorError `missing`
 */
export function formatNamed(name: string, formats: readonly Format[]): Format {
  const found = formats.find(({ id }) => id === name);
  if (found) return found;
  throw new MultivectorError('missing', `there is no format “${name}”`, {
    hint: `there are: ${formats.map(({ id }) => id).join(', ')}`,
  });
}
