import { expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Disagreement } from '../../src/model/measured.ts';
import type * as answers from '../../src/server/answers.ts';
import type * as measureAnswers from '../../src/server/measure-answers.ts';
import type * as web from '../../src/web/api.ts';
import type * as measures from '../../src/web/measures/answers.ts';

/** The page has its own words for what the API answers; here they are held to the server's. */
it('the page reads what the server answers', () => {
  expectTypeOf<z.infer<typeof answers.dossier>>().toExtend<web.DossierAnswer>();
  expectTypeOf<z.infer<typeof answers.measuredYear>>().toExtend<web.YearAnswer>();
  expectTypeOf<z.infer<typeof answers.seriesOfDimension>>().toExtend<web.SeriesAnswer>();
  expectTypeOf<z.infer<typeof answers.explanation>>().toExtend<web.ExplanationAnswer>();
  expectTypeOf<z.infer<typeof answers.timeline>>().toExtend<web.TimelineAnswer>();
  expectTypeOf<z.infer<typeof answers.disagreements>>().toExtend<readonly Disagreement[]>();
  expectTypeOf<z.infer<typeof answers.profile>>().toExtend<web.ProfileAnswer>();
  expectTypeOf<z.infer<typeof answers.claims>>().toExtend<readonly web.ClaimAnswer[]>();
  expectTypeOf<z.infer<typeof measureAnswers.measureCatalogue>>().toExtend<measures.CatalogueAnswer>();
  expectTypeOf<z.infer<typeof measureAnswers.measurement>>().toExtend<measures.MeasurementAnswer>();
  expectTypeOf<z.infer<typeof measureAnswers.cited>>().toExtend<measures.CitedAnswer>();
  expectTypeOf<z.infer<typeof measureAnswers.underway>>().toExtend<web.Underway>();
});
