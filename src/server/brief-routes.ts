import { createRoute, z } from '@hono/zod-openapi';
import { type BriefFormat, briefFormats } from '../workbench.ts';
import { fault } from './answers.ts';
import { reading, routes, year } from './reading.ts';
import type { Workbenches } from './workbenches.ts';

const types: Readonly<Record<BriefFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
};

const json = (description: string) => ({ description, content: { 'application/json': { schema: fault } } });

const route = createRoute({
  method: 'get',
  path: '/api/brief',
  summary: 'a footnoted brief, as a file',
  request: { query: z.object({ ...reading, year, format: z.enum(briefFormats) }) },
  responses: {
    200: {
      description: 'the brief',
      content: Object.fromEntries(
        Object.values(types).map((type) => [type, { schema: z.string().openapi({ format: 'binary' }) }]),
      ),
    },
    400: json('what was asked for cannot be read'),
    404: json('there is no such thing'),
    500: json('the dossier is broken'),
  },
});

export function briefRoutes(workbenches: Workbenches) {
  return routes().openapi(route, async (c) => {
    const { format, year: at, ...wanted } = c.req.valid('query');
    const workbench = await workbenches.get(wanted);
    const year = at ?? workbench.defaultYear();
    const bytes = await workbench.brief({ year, format });
    const name = `${workbench.records.focal.toLowerCase()}-${year}.${format}`;
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="${name}"`,
    });
  });
}
