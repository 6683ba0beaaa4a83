import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { agreementWith, median } from '../../../scripts/reproduce/published-points.ts';
import { estimateIdealPoints, loadVotes, responsesOf } from '../../../src/measures/index.ts';
import type { Answers } from '../../../src/model/question.ts';
import { imported, itWithFiles } from '../../fixtures/archives.ts';

describe('the estimates that Bailey, Strezhnev and Voeten published in April 2020', () => {
  itWithFiles(
    'are reproduced from the votes',
    async (data) => {
      const { store } = await imported(
        ['un_votes.csv.gz', 'un_roll_calls.csv', 'un_roll_call_issues.csv'].map((name) =>
          join(data, 'unga-votes-1946-2019', name),
        ),
      );
      const published = await imported(
        ['IdealpointestimatesAll_Apr2020.csv', 'Matches.csv'].map((name) => join(data, 'ideal-points', name)),
      );
      const votes = await loadVotes(store as Answers);
      const pairs = await published.store.rows({ table: 'roll_call_match' });
      const recurrences = pairs.map(({ roll_call, earlier }) => ({
        later: Number(roll_call),
        earlier: Number(earlier),
      }));
      expect(recurrences).toHaveLength(955);
      const began = process.cpuUsage();
      const found = estimateIdealPoints(responsesOf(votes, { issue: 'all', recurrences }));
      expect(process.cpuUsage(began).user / 1e6).toBeLessThan(60);
      expect(found.converged).toBe(true);

      const { layout, parameters } = found;
      const ours = Array.from(parameters.theta, (value, p) => ({
        state: layout.states[layout.stateOf[p] ?? 0] ?? '',
        session: layout.sessionOf[p] ?? 0,
        votes: (layout.voteStart[p + 1] ?? 0) - (layout.voteStart[p] ?? 0),
        value,
      }));
      const rows = await published.store.rows({ table: 'observation' });
      const theirs = rows.map(({ focal, period, value, n }) => ({
        state: String(focal),
        session: Number(period) - 1945,
        votes: Number(n),
        value: Number(value),
      }));
      const { pairs: both, correlation, within, bySession } = agreementWith(ours, theirs);
      expect(both).toHaveLength(10_469);
      expect(ours).toHaveLength(10_469);
      for (const { one, other } of both) expect(one.votes).toBe(other.votes); // the very same votes
      expect(correlation).toBeGreaterThan(0.98);
      for (const [session, value] of bySession)
        expect(value, `${session}`).toBeGreaterThan(session < 20 ? 0.95 : 0.98);
      for (const state of ['KAZ', 'RUS', 'CHN', 'USA']) expect(within(state), state).toBeGreaterThan(0.95);
      expect(median(both.map(({ one, other }) => Math.abs(one.value - other.value)))).toBeLessThan(0.1);
    },
    240_000,
  );
});
