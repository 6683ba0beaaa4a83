import { z } from 'zod';
import { type Fault, MultivectorError } from './errors.ts';

/**
 * The value, if it fits the schema.
 *
 * @throws MultivectorError with `fault`, saying what does not fit and where in the value
 */
export function check<T>(schema: z.ZodType<T>, value: unknown, what: string, fault: Fault = 'input'): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new MultivectorError(fault, `${what}: ${z.prettifyError(result.error)}`, { cause: result.error });
}
