import { z } from 'zod';
import { defineMeasure, type Measure } from '../measure.ts';
import { alignmentIndex } from './alignment-index.ts';
import { kappa, scottPi } from './chance-corrected.ts';
import { ballotChoices, rollCallChoices, weightsChoice } from './choices.ts';
import { pairFigures } from './pair-figures.ts';
import { tableStatistic } from './pair-table.ts';
import { sScore } from './s-score.ts';

const shared = {
  family: 'voting',
  unit: 'index',
  range: [-1, 1],
  interval: '90 % percentile bootstrap over roll calls, 2,000 draws',
  partners: 'needed',
  by: ['session', 'year'],
  chart: 'lines',
} as const;

const hage =
  'Häge, F. M. (2011). Choice or circumstance? Adjusting measures of foreign policy similarity for chance agreement. Political Analysis 19(3): 287–305. https://doi.org/10.1093/pan/mpr023';

/** Similarity S of votes with each partner. */
export const sScoreMeasure: Measure = defineMeasure({
  ...shared,
  id: 's-score',
  title: 'Similarity S of votes',
  question: 'How near do two states stand in their votes, yes and no being opposite ends?',
  formula: 'S = 1 − 2 · mean(|a − b|^q / 2^q), q = 1 (absolute) or 2 (squared); yes 1, abstain 2, no 3',
  cite: [
    'Signorino, C. S. and Ritter, J. M. (1999). Tau-b or not tau-b: measuring the similarity of foreign policy positions. International Studies Quarterly 43(1): 115–144. https://doi.org/10.1111/0020-8833.00113',
  ],
  weak: 'not corrected for chance, so that two who mostly say yes come out near whoever they are',
  choices: z.object({
    power: z
      .enum(['absolute', 'squared'])
      .default('absolute')
      .describe('of the distance of two votes: absolute as published, or squared'),
    ...ballotChoices,
    ...rollCallChoices,
  }),
  compute: (request, evidence) =>
    pairFigures(
      request,
      evidence,
      tableStatistic(request.focal, (table) => sScore(table, request.choices.power)),
    ),
});

/** Scott's pi of votes with each partner. */
export const piMeasure: Measure = defineMeasure({
  ...shared,
  id: 'pi',
  title: 'Scott’s pi of votes',
  question: 'Do two states vote more alike than two would who both had the mean of their habits?',
  formula:
    'π = 1 − Σ W·o / Σ W·mₐ·m_b; W = (a − b)² (squared) or |a − b| (linear), o observed shares, m mean of both margins',
  cite: [
    'Scott, W. A. (1955). Reliability of content analysis: the case of nominal scale coding. Public Opinion Quarterly 19(3): 321–325. https://doi.org/10.1086/266577',
    hage,
  ],
  weak: 'a difference of habits counts as disagreement, so that it falls far below 0 with a partner that votes no on most things',
  choices: z.object({ weights: weightsChoice('squared'), ...ballotChoices, ...rollCallChoices }),
  compute: (request, evidence) =>
    pairFigures(
      request,
      evidence,
      tableStatistic(request.focal, (table) => scottPi(table, request.choices.weights)),
    ),
});

/** Cohen's kappa of votes with each partner. */
export const kappaMeasure: Measure = defineMeasure({
  ...shared,
  id: 'kappa',
  title: 'Cohen’s kappa of votes',
  question: 'Do two states vote more alike than by chance, each keeping its own habits?',
  formula:
    'κ = 1 − Σ W·o / Σ W·pₐ·q_b; W = (a − b)² (squared) or |a − b| (linear), o observed shares, p and q the margins',
  cite: [
    'Cohen, J. (1968). Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit. Psychological Bulletin 70(4): 213–220. https://doi.org/10.1037/h0026256',
    hage,
  ],
  weak: 'undefined where both always vote the same; wide intervals where one side hardly varies',
  choices: z.object({ weights: weightsChoice('squared'), ...ballotChoices, ...rollCallChoices }),
  compute: (request, evidence) =>
    pairFigures(
      request,
      evidence,
      tableStatistic(request.focal, (table) => kappa(table, request.choices.weights)),
    ),
});

/** The alignment index of votes with each partner. */
export const alignmentIndexMeasure: Measure = defineMeasure({
  ...shared,
  id: 'alignment-index',
  title: 'Alignment index of votes',
  question: 'By how much are two states more similar than if their votes had nothing to do with each other?',
  formula: 'A = S − S₀; S₀ = 1 − 2 Σ pₐ·q_b·|a − b| / 2, p and q the shares of yes, abstain and no of each',
  cite: ['Benati, S. and Capurri, F. (2026). Quality & Quantity. https://doi.org/10.1007/s11135-026-02814-x'],
  weak: 'small by nature for states that vote yes nearly always: there is little that could deviate',
  choices: z.object({ weights: weightsChoice('linear'), ...ballotChoices, ...rollCallChoices }),
  compute: (request, evidence) =>
    pairFigures(
      request,
      evidence,
      tableStatistic(request.focal, (table) => alignmentIndex(table, request.choices.weights)),
    ),
});
