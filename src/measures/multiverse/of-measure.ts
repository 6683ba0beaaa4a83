import { MultivectorError } from '../../model/errors.ts';
import type { Multiverse } from '../../model/multiverse.ts';
import { catalogue } from '../catalogue.ts';
import type { Asked, By, Measurement } from '../measure.ts';
import { changed } from './changed.ts';
import type { Finding } from './finding.ts';
import { leads } from './leads.ts';
import { type MultiverseAsked, multiverse, type Runs } from './multiverse.ts';
import { universeOf } from './own-universe.ts';
import { Lookup } from './reading.ts';
import { named, sentence } from './statements.ts';
import type { MeasureHead, Universe } from './universe.ts';

type TitledHead = MeasureHead & { readonly title: string };

/**
 * What an answer says at first sight, under every other choice: of two partners or more, that the first stands above
 * the others in the last period; of one, or of the focal state alone, that the figure has risen, or fallen, since the
 * first.
 *
 * @throws MultivectorError `input` where it is not about one focal state, or there is no such measure
 */
export async function multiverseOf(
  id: string,
  asked: Asked,
  evidence: Runs,
  heads: readonly TitledHead[] = catalogue,
): Promise<Multiverse> {
  const [focal = '', ...others] = asked.focal;
  if (focal === '' || others.length > 0)
    throw new MultivectorError('input', `a multiverse is about one focal state, not ${asked.focal.length}`, {
      hint: 'for instance: --focal KAZ',
    });
  const plain = await evidence.run(id, { ...asked, intervals: false });
  const head = heads.find((one) => one.id === id);
  if (!head) throw new MultivectorError('missing', `no measure “${id}”`);
  const seen = sightOf(plain, focal, universeOf(head, plain.asked.by), asked.partners);
  const wanted: MultiverseAsked = {
    measure: id,
    by: asked.by,
    choices: asked.choices,
    from: asked.from,
    to: seen.to ?? asked.to,
  };
  return multiverse(seen.finding, wanted, evidence, heads);
}

/** The finding that meets the eye, and the period that it is about. */
function sightOf(
  plain: Measurement,
  focal: string,
  universe: Universe,
  named: Asked['partners'],
): { readonly finding: Finding; readonly to?: string | undefined } {
  const item = plain.figures.find(({ about }) => about === focal)?.item;
  const lookup = new Lookup(plain, focal, item);
  const partners = named ?? lookup.partners;
  const title = item === undefined ? plain.measure.title : `${plain.measure.title} (${item})`;
  const head = { id: `${plain.measure.id}-as-seen`, focal, item, universe };
  const isClosest = universe.measures.some(({ value }) => value === 'agreement');
  return plain.measure.partners === 'none' || partners.length < 2
    ? { finding: change(head, title, lookup, partners[0], plain) }
    : first(head, isClosest ? undefined : title, lookup, partners, senseOf(plain, universe));
}

type Head = Pick<Finding, 'id' | 'focal' | 'item' | 'universe'>;

/** @param title of the measure; left out where all its siblings tell of closeness in votes */
function first(
  head: Head,
  title: string | undefined,
  lookup: Lookup,
  partners: readonly string[],
  sense: 1 | -1,
): { readonly finding: Finding; readonly to?: string | undefined } {
  const pairs = partners.flatMap((one, i) => partners.slice(i + 1).map((other) => [one, other]));
  const ends = pairs.flatMap((pair) => lookup.common(pair).at(-1) ?? []);
  const to = ends.sort((a, b) => Number(b.replace('-', '')) - Number(a.replace('-', '')))[0];
  const standing = (partner: string): number =>
    sense * ((to === undefined ? undefined : lookup.value(partner, to)) ?? Number.NEGATIVE_INFINITY * sense);
  const sorted = [...partners].sort((a, b) => standing(b) - standing(a) || 0);
  const [leader = '', ...rest] = sorted;
  const other = rest.length === 1 ? named(rest[0] ?? '') : 'all others named';
  return {
    to,
    finding: leads({
      ...head,
      statement: sentence(
        title === undefined
          ? `${named(head.focal)} stands closer to ${named(leader)} than to ${other} in votes`
          : `${title}, ${named(head.focal)}: ${named(leader)} stands above ${other}`,
      ),
      margin: `${named(leader)} less ${rest.length === 1 ? other : 'the next'}`,
      partners: sorted,
    }),
  };
}

function change(
  head: Head,
  title: string,
  lookup: Lookup,
  partner: string | undefined,
  { measure, asked }: Measurement,
): Finding {
  const own = measure.partners === 'none' ? undefined : partner;
  const periods = lookup.common([own]);
  const [start, end] = [periods[0], periods.at(-1)];
  const [before = 0, after = 0] = [start, end].map((at) => (at === undefined ? 0 : lookup.value(own, at)));
  const way = after < before ? -1 : 1;
  const sense = head.universe.measures.find(({ value }) => value === measure.id)?.sense ?? 1;
  return changed(
    {
      ...head,
      statement: sentence(
        `${title}, ${named(head.focal)}${own === undefined ? '' : ` with ${named(own)}`}: ` +
          `it has ${way === 1 ? 'risen' : 'fallen'} since ${periodWords(start, asked.by)}`,
      ),
      margin: way === 1 ? 'now less then' : 'then less now',
      partners: own === undefined ? [] : [own],
      since: 'first',
    },
    own,
    (way * sense) as 1 | -1,
  );
}

const senseOf = ({ measure }: Measurement, { measures }: Universe): 1 | -1 =>
  measures.find(({ value }) => value === measure.id)?.sense ?? 1;

const periodWords = (period: string | undefined, by: By): string =>
  period === undefined ? 'the first period' : by === 'session' ? `session ${period}` : period;
