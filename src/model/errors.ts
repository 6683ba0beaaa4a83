/** Who can put it right: the caller, the keeper of the data, or no one yet (there is no such thing). */
export type Fault = 'input' | 'data' | 'missing';

/** An error we foresaw. Any other error is a bug, and is shown as one. */
export class MultivectorError extends Error {
  override readonly name = 'MultivectorError';
  readonly fault: Fault;
  /** What to do next. */
  readonly hint: string | undefined;

  constructor(fault: Fault, message: string, options: ErrorOptions & { hint?: string } = {}) {
    super(message, options);
    this.fault = fault;
    this.hint = options.hint;
  }
}

/** A command was called without something that it needs. */
export const missingArgument = (command: string, argument: string, example: string): MultivectorError =>
  new MultivectorError('input', `${command}: ${argument} is missing`, { hint: `for instance: ${example}` });
