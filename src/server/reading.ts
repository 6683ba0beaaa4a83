import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { MultivectorError } from '../model/errors.ts';
import { fault } from './answers.ts';

/** Routes whose requests are checked; one that does not fit is an error like any other. */
export const routes = () =>
  new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return;
      const words = result.error.issues.map(
        ({ path, message }) => `${path.join('.') || 'request'}: ${message}`,
      );
      throw new MultivectorError('input', words.join('; '), {
        hint: 'what each route takes: /api/openapi.json',
      });
    },
  });

/** What every reading route takes: whose dossier, and as of which day. */
export const reading = {
  focal: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is an ISO 3166-1 alpha-3 code such as KAZ')
    .optional()
    .openapi({ description: 'Focal state; by default the one that the server was started with.' }),
  'as-known-on': z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'is a day such as 2023-01-31')
    .optional()
    .openapi({ description: 'Rebuild the dossier as it was known at the end of this day.' }),
};

export const year = z.coerce
  .number()
  .int()
  .min(1800)
  .max(2200)
  .optional()
  .openapi({ description: 'By default the year of which the dossier tells most.' });

/** A GET that answers JSON, with the words for what can go wrong. */
export function read<
  const Path extends string,
  Query extends z.ZodRawShape,
  Params extends z.ZodRawShape,
  Answer extends z.ZodType,
>({
  path,
  summary,
  query,
  params,
  answer,
}: {
  path: Path;
  summary: string;
  query: Query;
  params: Params;
  answer: Answer;
}) {
  const json = (description: string) => ({
    description,
    content: { 'application/json': { schema: fault } },
  });
  return createRoute({
    method: 'get',
    path,
    summary,
    request: { query: z.object({ ...reading, ...query }), params: z.object(params) },
    responses: {
      200: { description: summary, content: { 'application/json': { schema: answer } } },
      400: json('what was asked for cannot be read'),
      404: json('there is no such thing'),
      500: json('the dossier is broken'),
    },
  });
}
