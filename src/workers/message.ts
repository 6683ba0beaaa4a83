import { type Fault, MultivectorError } from '../model/errors.ts';

/** What a thread is asked to do. */
export interface Job {
  readonly task: string;
  readonly input: unknown;
}

/** An error as it crosses over between threads. */
export interface CarriedError {
  readonly message: string;
  readonly stack: string | undefined;
  /** Only of a `MultivectorError`. */
  readonly fault?: Fault | undefined;
  readonly hint?: string | undefined;
}

/** What a thread answers. */
export type Answer = { readonly output: unknown } | { readonly error: CarriedError };

export const carried = (error: unknown): CarriedError =>
  error instanceof Error
    ? {
        message: error.message,
        stack: error.stack,
        ...(error instanceof MultivectorError && { fault: error.fault, hint: error.hint }),
      }
    : { message: String(error), stack: undefined };

/** The error on this side. */
export function landed({ message, stack, fault, hint }: CarriedError): Error {
  const error =
    fault === undefined
      ? new Error(message)
      : new MultivectorError(fault, message, hint === undefined ? {} : { hint });
  if (stack !== undefined) error.stack = stack;
  return error;
}
