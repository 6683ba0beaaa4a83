import { defineMeasure } from '../measure.ts';
import { idealPointChoices } from './choices.ts';
import { seriesOf } from './series.ts';
import { figureOf } from './series-point.ts';

export const idealPointCite = [
  'Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Estimating dynamic state preferences from United Nations voting data. Journal of Conflict Resolution 61(2): 430–456. https://doi.org/10.1177/0022002715595700',
  'Johnson, V. E. and Albert, J. H. (1999). Ordinal Data Modeling. New York: Springer.',
  'Efron, B. (1979). Bootstrap methods: another look at the jackknife. Annals of Statistics 7(1): 1–26. https://doi.org/10.1214/aos/1176344552',
];

/** Where states stand in the General Assembly, comparable over time. */
export const idealPointMeasure = defineMeasure({
  id: 'ideal-point',
  family: 'ideal-points',
  title: 'Ideal point',
  question: 'Where does a state stand in the General Assembly, and has it moved?',
  formula:
    'P(yes) = Φ(γ₁ − βθ), P(abstention) = Φ(γ₂ − βθ) − Φ(γ₁ − βθ), P(no) = 1 − Φ(γ₂ − βθ); θᵢₜ ~ N(θᵢ,ₜ₋₁, ½ sᵢₜ), β ~ N(0, 1); θ with mean 0 and standard deviation 1 over all states and sessions',
  unit: 'ideal point',
  range: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  cite: idealPointCite,
  weak: 'one dimension, towards the order led by the United States; the United States itself lies further out than in the published estimates; the bootstrap sees which resolutions came to a vote, not errors of the model',
  interval:
    '90 % percentile bootstrap: all points estimated again from roll calls resampled within their session',
  partners: 'optional',
  by: ['session', 'year'],
  choices: idealPointChoices,
  chart: 'lines',
  async compute(request, evidence) {
    const { focal, partners, by } = request;
    const who = [focal, ...partners];
    const series = await seriesOf(who, request, evidence);
    const figures = who.flatMap((about) => series.of(about).map((point) => figureOf(about, point, by)));
    const silent = who.filter((one) => series.of(one).length === 0);
    return {
      figures,
      basis: 'archive',
      notes: [...series.notes, ...silent.map((one) => `there is no point of ${one}`)],
    };
  },
});
