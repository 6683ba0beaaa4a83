import { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import { MultivectorError } from '../model/errors.ts';
import { version } from '../version.ts';
import type { Workbench } from '../workbench.ts';
import { briefRoutes } from './brief-routes.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { dossierRoutes } from './dossier-routes.ts';
import { guard } from './guard.ts';
import { measureRoutes } from './measure-routes.ts';
import type { Measurer } from './measurer.ts';
import { type ArchiveAtHand, MeasuresAtHand } from './measures-at-hand.ts';
import { pages } from './pages.ts';
import { recordRoutes } from './record-routes.ts';
import { Workbenches } from './workbenches.ts';

const status = { input: 400, data: 500, missing: 404 } as const;

export interface AppOptions {
  /** Where the built page is. */
  readonly folder?: string | undefined;
  /** Bulk data for measures; without it those that rest on a dossier alone can be had. */
  readonly archive?: ArchiveAtHand | undefined;
  /** Who computes measures; else this thread. */
  readonly measurer?: Measurer | undefined;
}

/** The server without a socket: `app(workbench).request('/api/dossier')`. */
export function app(workbench: Workbench, { folder, archive, measurer }: AppOptions = {}) {
  const workbenches = new Workbenches(workbench);
  const api = new OpenAPIHono();
  api.use(guard);
  api.use('/api/*', compress(), etag());
  api.use('/api/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-cache');
  });
  api.route('/', dossierRoutes(workbenches));
  api.route('/', measureRoutes(workbenches));
  api.route('/', catalogueRoutes(workbenches, new MeasuresAtHand(workbenches, { archive, measurer })));
  api.route('/', recordRoutes(workbenches));
  api.route('/', briefRoutes(workbenches));
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Multivector',
      version,
      description:
        'The workbench’s reading interface: vectors, balance, records and sources of a dossier, and measures from dossier and archive. It binds to this machine alone and only reads.',
      license: { name: 'Apache-2.0' },
    },
  });
  api.use(pages(folder));
  api.notFound((c) =>
    c.json({ error: `there is no ${c.req.path.slice(0, 200)}`, hint: 'all routes: /api/openapi.json' }, 404),
  );
  api.onError((error, c) => {
    if (error instanceof MultivectorError)
      return c.json({ error: error.message, hint: error.hint }, status[error.fault]);
    if (error instanceof HTTPException) return c.json({ error: error.message }, error.status);
    console.error(error); // a bug: its stack belongs on the terminal, not on the page
    return c.json({ error: 'the workbench failed', hint: 'its terminal tells where' }, 500);
  });
  return api;
}
