import { z } from 'zod';

/** What ideal points leave to their user. */
export const idealPointChoices = z.object({
  issue: z
    .enum(['all', 'me', 'nu', 'di', 'hr', 'co', 'ec'])
    .default('all')
    .describe(
      'roll calls on one issue only: me Middle East, nu nuclear, di disarmament, hr human rights, co colonialism, ec economic',
    ),
  source: z
    .enum(['estimated', 'published'])
    .default('estimated')
    .describe('estimated: from the votes in the archive; published: as their authors published them'),
  estimator: z
    .enum(['map', 'posterior'])
    .default('map')
    .describe(
      'map: the most probable points, in seconds; posterior: means of the posterior by Gibbs sampling, in minutes',
    ),
  compat: z
    .enum(['none', 'voeten2020'])
    .default('none')
    .describe('voeten2020: the sampler with the quirks of the estimates published in April 2020'),
  matches: z
    .enum(['use', 'ignore'])
    .default('use')
    .describe('whether resolutions that recur share their parameters over time'),
  draws: z
    .number()
    .int()
    .min(0)
    .max(2000)
    .default(100)
    .describe('refits of the bootstrap, or draws of the posterior, for the intervals'),
});

export type IdealPointChoices = z.output<typeof idealPointChoices>;
