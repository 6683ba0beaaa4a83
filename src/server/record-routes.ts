import { z } from '@hono/zod-openapi';
import { actorsOf } from '../model/actors.ts';
import { dateWords } from '../model/date.ts';
import { evidenceOf, shortCitation } from '../model/trace.ts';
import * as answers from './answers.ts';
import { read, routes } from './reading.ts';
import type { Workbenches } from './workbenches.ts';

const record = read({
  path: '/api/records/{id}',
  summary: 'a record, all its fields, and the sources it rests on',
  query: {},
  params: { id: z.string().max(200) },
  answer: answers.record,
});

const timeline = read({
  path: '/api/timeline',
  summary: 'events in the order of their dates, and their balance of conflict and cooperation',
  query: {
    partner: z.string().max(80).optional().openapi({ description: 'Code or name.' }),
    dimension: answers.dimension.optional(),
    from: z.string().max(21).optional().openapi({ description: '2022, 2022-10 or 2022-10-24' }),
    to: z.string().max(21).optional(),
  },
  params: {},
  answer: answers.timeline,
});

const disagreements = read({
  path: '/api/disagreements',
  summary: 'what sources state differently, side by side',
  query: {},
  params: {},
  answer: answers.disagreements,
});

const claims = read({
  path: '/api/claims',
  summary: 'what sources judge, with their own hedges',
  query: {},
  params: {},
  answer: answers.claims,
});

export function recordRoutes(workbenches: Workbenches) {
  return routes()
    .openapi(record, async (c) =>
      c.json((await workbenches.get(c.req.valid('query'))).record(c.req.valid('param').id), 200),
    )
    .openapi(timeline, async (c) => {
      const { partner, dimension, from, to, ...wanted } = c.req.valid('query');
      const workbench = await workbenches.get(wanted);
      const asked = { partner, dimension, from, to };
      return c.json(
        {
          entries: workbench
            .timeline(asked)
            .map((entry) => ({ ...entry, when: dateWords(entry.event.date) })),
          balance: workbench.eventBalance(asked),
        },
        200,
      );
    })
    .openapi(disagreements, async (c) =>
      c.json((await workbenches.get(c.req.valid('query'))).disagreements(), 200),
    )
    .openapi(claims, async (c) => {
      const { records } = await workbenches.get(c.req.valid('query'));
      const actors = actorsOf(records);
      const bySource = new Map(records.sources.map((source) => [source.id, shortCitation(source)]));
      return c.json(
        records.claims.map(({ id, text, kind, by, hedge, likelihood, confidence, dimension, partners }) => ({
          id,
          text,
          kind,
          by: bySource.get(by) ?? actors.name(by),
          hedge,
          likelihood,
          confidence,
          dimension,
          partners,
          evidence: evidenceOf(records, id),
        })),
        200,
      );
    });
}
