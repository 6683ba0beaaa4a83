/**
 * Pure functions that may run in a worker thread, by name: what goes in and out must survive the structured clone. A
 * list, since a thread is told the name alone.
 */
export const tasks: Readonly<Record<string, (input: never) => unknown>> = {};
