import { bands } from '../measures/index.ts';
import { type Dimension, dimensions } from '../model/dimension.ts';
import type { Vector } from '../model/measured.ts';
import type { Workbench } from '../workbench.ts';
import * as answers from './answers.ts';
import { read, routes, year } from './reading.ts';
import type { Workbenches } from './workbenches.ts';

const measures = read({
  path: '/api/measures',
  summary: 'vectors, balance and resultant of every dimension in a year',
  query: { year },
  params: {},
  answer: answers.measuredYear,
});

const series = read({
  path: '/api/series',
  summary: 'weights, directions and effective number of partners of a dimension through the years',
  query: { dimension: answers.dimension },
  params: {},
  answer: answers.seriesOfDimension,
});

const profile = read({
  path: '/api/profile',
  summary: 'the six parts of the profile, and the declared held against the practised',
  query: { year },
  params: {},
  answer: answers.profile,
});

const vectors = read({
  path: '/api/vectors/{id}',
  summary: 'a vector down to its terms, their records and sources',
  query: {},
  params: { id: answers.vector.shape.id },
  answer: answers.explanation,
});

const withoutTerms = ({ terms: _, ...vector }: Vector) => vector;

/** Years through which a page can be moved, oldest first. */
export function yearsOf(workbench: Workbench): number[] {
  const span = workbench.years();
  return span ? Array.from({ length: span.last - span.first + 1 }, (_, i) => span.first + i) : [];
}

const seriesOf = (workbench: Workbench, dimension: Dimension) => ({
  dimension,
  years: yearsOf(workbench).map((at) => {
    const { vectors, balance } = workbench.measured(dimension, at);
    return {
      year: at,
      effectivePartners: balance.effectivePartners,
      effectivePartnersInterval: balance.effectivePartnersInterval,
      vectors: vectors.map(({ id, partner, weight, weightInterval, direction, directionInterval }) => ({
        id,
        partner,
        weight,
        weightInterval,
        direction,
        directionInterval,
      })),
    };
  }),
});

export function measureRoutes(workbenches: Workbenches) {
  return routes()
    .openapi(measures, async (c) => {
      const { year, ...wanted } = c.req.valid('query');
      const workbench = await workbenches.get(wanted);
      const at = year ?? workbench.defaultYear();
      return c.json(
        {
          year: at,
          dimensions: dimensions.map((dimension) => {
            const { vectors, balance } = workbench.measured(dimension, at);
            return {
              dimension,
              vectors: vectors.map(withoutTerms),
              balance,
              resultant: workbench.resultant(dimension, at),
            };
          }),
        },
        200,
      );
    })
    .openapi(series, async (c) => {
      const { dimension, ...wanted } = c.req.valid('query');
      return c.json(seriesOf(await workbenches.get(wanted), dimension), 200);
    })
    .openapi(profile, async (c) => {
      const { year, ...wanted } = c.req.valid('query');
      const workbench = await workbenches.get(wanted);
      const { parts, ...rest } = workbench.profile(year);
      return c.json(
        {
          ...rest,
          parts: parts.map((part) => ({ ...part, bands: bands[part.id] })),
          commitments: workbench.commitments(year).map(({ commitment, ...check }) => ({
            id: commitment.id,
            document: commitment.document,
            text: commitment.text,
            dimension: commitment.dimension,
            ...check,
          })),
        },
        200,
      );
    })
    .openapi(vectors, async (c) =>
      c.json((await workbenches.get(c.req.valid('query'))).explain(c.req.valid('param').id), 200),
    );
}
