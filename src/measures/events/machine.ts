import { parseDate } from '../../model/date.ts';
import { type Root, roots } from '../../model/ontology.ts';
import type { Answers, SeriesRow } from '../../model/question.ts';
import { archiveOf, type Evidence } from '../measure.ts';
import type { Acts, EventRequest, Gathered } from './acts.ts';
import { datasetOf } from './dataset.ts';
import { type Party, partiesOf } from './parties.ts';

const isRoot = (text: string): text is Root => (roots as readonly string[]).includes(text);

/** First and last day of what is asked. */
export const daysOf = ({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): { from?: string | undefined; to?: string | undefined } => ({
  from: from === undefined ? undefined : parseDate(from)?.first,
  to: to === undefined ? undefined : parseDate(to)?.last,
});

/** Rows of several series as one, row by row. */
async function together(series: readonly Promise<readonly SeriesRow[]>[]): Promise<SeriesRow[]> {
  return (await Promise.all(series)).flat();
}

/** Machine-coded acts of one side, by month and root, over all who act for the partner. */
async function side(
  answers: Answers,
  asked: { readonly dataset: string; readonly window: number; readonly focal: string },
  which: 'out' | 'in',
  partner: string,
  parties: readonly Party[],
): Promise<Acts[]> {
  const { dataset, window, focal } = asked;
  const rows = await together(
    parties.map(({ codes, from, to }) => {
      const other = codes.length === 1 ? codes[0] : codes;
      const [source, target] = which === 'out' ? [focal, other] : [other, focal];
      return answers.eventSeries({ dataset, source, target, by: 'month', from, to, window });
    }),
  );
  return rows.flatMap(({ period, root, events, reports, intensity }) =>
    isRoot(root)
      ? [{ partner, side: which, period, root, events, reports, intensity: intensity ?? undefined }]
      : [],
  );
}

/**
 * Machine-coded acts by month and root, of one data set.
 *
 * @throws MultivectorError `missing` where the archive has no events of the state
 */
export async function machineActs(
  { focal, partners, from, to, choices }: EventRequest,
  evidence: Evidence,
): Promise<Gathered> {
  const answers = archiveOf(evidence, 'machine-coded events', 'icews');
  const { dataset, span, notes } = await datasetOf(answers, focal, choices.dataset);
  const days = daysOf({ from, to });
  const asked = { dataset, window: choices.window, focal };
  const acts = (
    await Promise.all(
      partners.flatMap((partner) => {
        const parties = partiesOf(partner, focal, days.from, days.to);
        return (['out', 'in'] as const).map((which) => side(answers, asked, which, partner, parties));
      }),
    )
  ).flat();
  return {
    acts,
    kind: 'machine',
    basis: 'archive',
    dataset,
    span,
    notes: [
      `machine-coded events of ${dataset}, not reviewed`,
      ...(dataset.startsWith('gdelt')
        ? [
            'GDELT counts what the media wrote: read it as media attention by month and root, never as incidents',
          ]
        : []),
      ...notes,
      ...multiplier(acts, choices.window),
    ],
  };
}

/** How many reports stand behind an event. */
function multiplier(acts: readonly Acts[], window: number): string[] {
  const reports = acts.reduce((sum, one) => sum + one.reports, 0);
  const events = acts.reduce((sum, one) => sum + one.events, 0);
  if (events === 0) return [];
  const near = window === 1 ? 'on the same day' : `fewer than ${window} days apart`;
  return [
    `${reports} reports are ${events} events, ${(reports / events).toFixed(2)} reports an event: those of one pair and root ${near} are one`,
  ];
}
