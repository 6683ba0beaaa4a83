import { useEffect } from 'preact/hooks';
import type { DossierAnswer } from '../api.ts';
import { Pending } from '../evidence/parts.tsx';
import { useNavigation } from '../navigation.tsx';
import { measureOf, useCatalogue } from './asking.ts';
import { CatalogueList } from './catalogue-list.tsx';
import { MeasureView } from './measure-view.tsx';
import { noQuestion } from './question.ts';

/** The room of measures: the catalogue on the left, one measure with its figures on the right. */
export function Room({ dossier }: { dossier: DossierAnswer }) {
  const { address } = useNavigation();
  const question = address.question ?? noQuestion;
  const catalogue = useCatalogue(address);
  const measure = measureOf(catalogue.answer, question.measure);

  useEffect(() => {
    if (measure) document.title = `${dossier.focal.name}: ${measure.title} – Multivector`;
  }, [dossier, measure]);

  if (!catalogue.answer)
    return (
      <main id="main" class="measures" tabIndex={-1}>
        <Pending answered={catalogue} />
      </main>
    );
  return (
    <div class="measures">
      <CatalogueList catalogue={catalogue.answer} current={measure} />
      <main id="main" class="measure" tabIndex={-1}>
        {measure ? (
          <MeasureView key={measure.id} measure={measure} question={question} dossier={dossier} />
        ) : (
          <div class="problem" role="alert">
            <p>There is no measure “{question.measure}”.</p>
            <p class="hint">Choose one of the catalogue.</p>
          </div>
        )}
      </main>
    </div>
  );
}
