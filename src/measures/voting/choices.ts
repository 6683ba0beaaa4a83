import { z } from 'zod';
import { issueNames } from './votes.ts';

const issues = Object.entries(issueNames)
  .map(([id, name]) => `${id} ${name}`)
  .join(', ');

/** Which roll calls count, and what an absence is: choices that every measure of votes leaves to its user. */
export const rollCallChoices = {
  texts: z
    .enum(['whole', 'all'])
    .default('whole')
    .describe('whole: votes on amendments and single paragraphs are left out; all: they count'),
  unanimous: z
    .enum(['keep', 'leave-out'])
    .default('keep')
    .describe('whether roll calls count in which all states that voted voted the same'),
  issue: z
    .enum(['all', 'me', 'nu', 'di', 'hr', 'co', 'ec'])
    .default('all')
    .describe(`roll calls on one issue only: ${issues}`),
  votes: z
    .enum(['all', 'important'])
    .default('all')
    .describe('important: those that the US State Department named important'),
} as const;

/** Choices about a state's own votes. */
export const ballotChoices = {
  absence: z
    .enum(['leave-out', 'abstain'])
    .default('leave-out')
    .describe('whether an absent state is left out or counts as abstaining'),
  abstention: z.enum(['keep', 'leave-out']).default('keep').describe('leave-out: of yes and no only'),
} as const;

/** The distance of votes in the measures that are corrected for chance. */
export const weightsChoice = (usual: 'squared' | 'linear') =>
  z
    .enum(['squared', 'linear'])
    .default(usual)
    .describe(
      'what disagreement weighs: squared, yes against no four times yes against abstain; linear, twice',
    );

const allRollCalls = z.object(rollCallChoices);
const allBallots = z.object(ballotChoices);
export type RollCallChoices = z.output<typeof allRollCalls>;
export type BallotChoices = z.output<typeof allBallots>;

/** The choices where nobody chooses. */
export const usualChoices: RollCallChoices & BallotChoices = {
  ...allRollCalls.parse({}),
  ...allBallots.parse({}),
};
