import { MultivectorError } from '../../model/errors.ts';
import type { Answers } from '../../model/question.ts';
import { nothingOf } from '../measure.ts';

/** A data set of events, and what it has about a state. */
export interface EventDataset {
  readonly dataset: string;
  /** First and last month with an event of the state. */
  readonly span: readonly [first: string, last: string];
  readonly notes: readonly string[];
}

/** Ids of the data sets with events that a state does, or else are done to it: one question each. */
async function heldAbout(answers: Answers, focal: string): Promise<string[]> {
  for (const side of ['source', 'target']) {
    const held: string[] = [];
    for (;;) {
      const last = held.at(-1);
      const [next] = await answers.rows({
        table: 'event_day',
        columns: ['dataset'],
        // What follows an id in order: no id has a space in it.
        where: { [side]: focal, ...(last !== undefined && { dataset: { from: `${last} ` } }) },
        order: ['dataset'],
        limit: 1,
      });
      if (next === undefined) break;
      held.push(String(next.dataset));
    }
    if (held.length > 0) return held;
  }
  return [];
}

/** How many events a data set has that a state is part of, and in which months. */
async function about(answers: Answers, dataset: string, focal: string) {
  const asked = { dataset, by: 'month', window: 1 } as const;
  const rows = (
    await Promise.all([
      answers.eventSeries({ ...asked, source: focal }),
      answers.eventSeries({ ...asked, target: focal }),
    ])
  ).flat();
  const months = rows.map(({ period }) => period).sort();
  return { dataset, events: rows.reduce((sum, { events }) => sum + events, 0), months };
}

/**
 * The data set of events to count in: the one asked for, else the one with most about the state, which is said where
 * there are several.
 *
 * @throws MultivectorError `missing` where the archive has none about the state
 */
export async function datasetOf(
  answers: Answers,
  focal: string,
  wanted: string | undefined,
): Promise<EventDataset> {
  const held = await heldAbout(answers, focal);
  if (held.length === 0) throw nothingOf(`machine-coded events of ${focal}`, 'icews');
  if (wanted !== undefined && !held.includes(wanted))
    throw new MultivectorError('missing', `the archive has no events of ${focal} in “${wanted}”`, {
      hint: `there are: ${held.join(', ')}`,
    });
  const sizes = await Promise.all(
    (wanted === undefined ? held : [wanted]).map((dataset) => about(answers, dataset, focal)),
  );
  sizes.sort((a, b) => b.events - a.events || (a.dataset < b.dataset ? -1 : 1));
  const [most, ...others] = sizes;
  if (most === undefined) throw new Error('no data set');
  return {
    dataset: most.dataset,
    span: [most.months[0] ?? '', most.months.at(-1) ?? ''],
    notes:
      others.length === 0
        ? []
        : [
            `of several data sets the one with most about ${focal}: ${sizes.map(({ dataset, events }) => `${dataset} (${events})`).join(', ')}; choose with dataset`,
          ],
  };
}
