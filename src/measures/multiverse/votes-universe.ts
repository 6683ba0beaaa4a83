import type { Universe } from './universe.ts';

/** Breadth of the scale on which ideal points lie: standardised, nearly all within three of the middle. */
export const idealPointBreadth = 6;

/**
 * All ways of telling how close two states are in the General Assembly. The first alternatives are the definition of
 * the releases of Bailey, Strezhnev and Voeten (2017).
 */
export const votesUniverse: Universe = {
  measures: [
    {
      value: 'agreement',
      words: 'agreement',
      because: 'the share of like votes, the measure used most and read most easily',
    },
    {
      value: 's-score',
      words: 'Signorino and Ritter’s S',
      because: 'a yes against a no weighs more than against an abstention; Signorino and Ritter (1999)',
    },
    {
      value: 'kappa',
      words: 'Cohen’s kappa',
      because:
        'corrected for the agreement that chance gives two states of such habits; Cohen (1968), Häge (2011)',
      scale: 2,
    },
    {
      value: 'pi',
      words: 'Scott’s pi',
      because: 'corrected for chance as if both had the same habits; Scott (1955), Häge (2011)',
      scale: 2,
    },
    {
      value: 'alignment-index',
      words: 'the alignment index',
      because: 'S less the S of two states that vote independently; Benati and Capurri (2026)',
      scale: 2,
    },
    {
      value: 'ideal-distance',
      words: 'distance of ideal points',
      because: 'the agenda is taken out of it; Bailey, Strezhnev and Voeten (2017)',
      sense: -1,
      scale: idealPointBreadth,
    },
  ],
  by: [
    { value: 'session', words: 'by session', because: 'a session has one agenda' },
    {
      value: 'year',
      words: 'by calendar year',
      because: 'it can be set beside trade and other yearly figures',
    },
  ],
  windows: [
    { value: 1, words: 'the last period', because: 'it is what holds now' },
    { value: 3, words: 'the mean of the last 3 periods', because: 'one agenda does not decide it' },
    { value: 5, words: 'the mean of the last 5 periods', because: 'it is what lasts' },
  ],
  choices: [
    {
      name: 'similarity',
      words: 'likeness of votes',
      alternatives: [
        {
          value: 'identical',
          words: 'like votes alone count',
          because: 'as in the published columns of agreement; an abstention is a vote of its own',
        },
        {
          value: 'graded',
          words: 'an abstention counted as half-way',
          because: 'it lies between yes and no; so in Voeten’s script of dyadic scores',
        },
      ],
    },
    {
      name: 'absence',
      words: 'treatment of absence',
      alternatives: [
        { value: 'leave-out', words: 'absence left out', because: 'whoever is not there has not voted' },
        {
          value: 'abstain',
          words: 'absence counted as abstention',
          because: 'staying away can be a way not to choose; some authors do so',
        },
      ],
    },
    {
      name: 'abstention',
      words: 'treatment of abstention',
      alternatives: [
        { value: 'keep', words: 'abstentions kept', because: 'to abstain is to take a position' },
        { value: 'leave-out', words: 'abstentions left out', because: 'yes and no alone take a side' },
      ],
    },
    {
      name: 'texts',
      words: 'choice of texts',
      alternatives: [
        {
          value: 'whole',
          words: 'votes on whole texts',
          because: 'parts of one text would count it many times; as in the published columns',
        },
        {
          value: 'all',
          words: 'votes on parts and amendments too',
          because: 'they show disputes that the vote on the whole hides',
        },
      ],
    },
    {
      name: 'unanimous',
      words: 'treatment of unanimous votes',
      alternatives: [
        { value: 'keep', words: 'unanimous votes kept', because: 'to agree with all is to agree' },
        {
          value: 'leave-out',
          words: 'unanimous votes left out',
          because: 'they part nobody; as in Voeten’s own script',
        },
      ],
    },
    {
      name: 'votes',
      words: 'choice of votes',
      alternatives: [
        { value: 'all', words: 'all votes', because: 'no one’s judgement of what matters goes in' },
        {
          value: 'important',
          words: 'important votes alone',
          because: 'those for which the United States lobbied, where alignment costs something',
        },
      ],
    },
    {
      name: 'power',
      words: 'distance in S',
      alternatives: [
        {
          value: 'squared',
          words: 'squared distances',
          because: 'a yes against a no is worse than two halves',
        },
        { value: 'absolute', words: 'absolute distances', because: 'as first published' },
      ],
    },
    {
      name: 'weights',
      words: 'weights of disagreement',
      alternatives: [
        {
          value: 'squared',
          words: 'squared weights',
          because: 'the usual weights of an ordered scale; Häge (2011)',
        },
        { value: 'linear', words: 'linear weights', because: 'each step counts the same' },
      ],
    },
    {
      name: 'source',
      words: 'source of the ideal points',
      alternatives: [
        {
          value: 'estimated',
          words: 'estimated from the votes at hand',
          because: 'newer votes are in it, and resolutions that recur share their parameters',
        },
        { value: 'published', words: 'as their authors published them', because: 'others can check them' },
      ],
    },
  ],
  exclusions: [
    {
      because: 'ideal points are estimated by session, so by calendar year they say the same twice',
      excludes: ({ measure, by }) => measure === 'ideal-distance' && by === 'year',
    },
    {
      because: 'absence counted as abstention says nothing where abstentions are left out',
      excludes: ({ absence, abstention }) => absence === 'abstain' && abstention === 'leave-out',
    },
    {
      because: 'with yes and no alone there is one distance between votes, so its treatment changes nothing',
      excludes: ({ measure, abstention, similarity, weights }) =>
        abstention === 'leave-out' &&
        (similarity === 'graded' || weights === (measure === 'alignment-index' ? 'squared' : 'linear')),
    },
    {
      because:
        'S with absolute distances is twice graded agreement less one, and so is S of yes and no alone: the same twice',
      excludes: ({ measure, power, abstention }) =>
        measure === 's-score' && (power === 'absolute' || abstention === 'leave-out'),
    },
  ],
};
