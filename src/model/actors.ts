import { type DateText, heldIn, heldOn } from './date.ts';
import { MultivectorError } from './errors.ts';
import type { Actor, Records, Tie } from './records.ts';
import { states } from './states.ts';

/** The whole world as a partner: the published total of a figure. */
export const world = 'WLD';

const stateActors: readonly Actor[] = states.map((state) => ({
  id: state.id,
  kind: 'state',
  name: state.name,
  demonym: state.demonym,
  aliases: [...state.aliases],
  latitude: state.latitude,
  longitude: state.longitude,
}));

/** The European Union, which is a partner of most states and in no list of states. */
const union: Actor = {
  id: 'EU',
  kind: 'organisation',
  name: 'European Union',
  demonym: ['European'],
  aliases: ['EU'],
  latitude: 50.85,
  longitude: 4.35,
};

/** Actors that every dossier knows without naming them. */
export const builtInActors: ReadonlyMap<string, Actor> = new Map(
  [...stateActors, union].map((actor) => [actor.id, actor]),
);

const capitals: ReadonlyMap<string, string> = new Map(
  states.flatMap((state) =>
    [state.capital, ...state.capitals].map((name) => [fold(name), state.id] as const),
  ),
);

/** Letters and digits alone, without case or marks: “Türkiye” and “TURKIYE” are the same word. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export interface Resolution {
  readonly actor: string;
  readonly via: 'code' | 'name' | 'alias' | 'demonym' | 'capital' | 'office-holder';
}

/** Finds actors of a dossier by whatever they are called. */
export class Actors {
  readonly #byId: ReadonlyMap<string, Actor>;
  readonly #named: ReadonlyMap<string, readonly Resolution[]>;
  /** Memberships by organisation and member. */
  readonly #memberships: ReadonlyMap<string, ReadonlyMap<string, readonly Tie[]>>;
  readonly #records: Pick<Records, 'actors' | 'holders' | 'ties'>;

  constructor(records: Pick<Records, 'actors' | 'holders' | 'ties'>) {
    this.#records = records;
    this.#byId = new Map([...builtInActors, ...records.actors.map((actor) => [actor.id, actor] as const)]);
    const named = new Map<string, Resolution[]>();
    const put = (text: string, actor: string, via: Resolution['via']) => {
      const key = /^[A-Z][A-Z.&]+$/.test(text) ? text : fold(text); // “US” is a state, “us” is not
      const known = named.get(key) ?? [];
      if (key !== '' && !known.some((other) => other.actor === actor))
        named.set(key, [...known, { actor, via }]);
    };
    for (const actor of this.#byId.values()) put(actor.name, actor.id, 'name');
    for (const actor of this.#byId.values()) for (const alias of actor.aliases) put(alias, actor.id, 'alias');
    for (const actor of this.#byId.values()) for (const word of actor.demonym) put(word, actor.id, 'demonym');
    this.#named = named;
    const memberships = new Map<string, Map<string, Tie[]>>();
    for (const tie of records.ties)
      if (tie.kind === 'membership') {
        const members = memberships.get(tie.b) ?? new Map<string, Tie[]>();
        memberships.set(tie.b, members);
        members.set(tie.a, [...(members.get(tie.a) ?? []), tie]);
      }
    this.#memberships = memberships;
  }

  has(id: string): boolean {
    return id === world || this.#byId.has(id);
  }

  /** @throws MultivectorError `missing` where the dossier and the list of states have no such actor */
  get(id: string): Actor {
    const actor = this.#byId.get(id);
    if (!actor)
      throw new MultivectorError('missing', `no actor “${id}”`, {
        hint: 'use an ISO 3166-1 alpha-3 code such as KAZ, or an id of actors.csv',
      });
    return actor;
  }

  /** The usual English name; the id itself where there is no such actor. */
  name(id: string): string {
    return id === world ? 'World' : (this.#byId.get(id)?.name ?? id);
  }

  /**
   * The actor that a code, name, alias, demonym, capital or, on a date, an office-holder's title means
   * (“the Kazakh president” is not a title here; `kaz-president` and its name are).
   *
   * @param on day (`YYYY-MM-DD`) on which an office must be held; without it a person is just that person
   * @throws MultivectorError `missing` where nothing fits, `input` where several do
   */
  resolve(text: string, on?: string): Resolution {
    const wanted = text.trim();
    if (this.#byId.has(wanted)) return this.#seat({ actor: wanted, via: 'code' }, on);
    const upper = wanted.toUpperCase();
    if (/^[a-z]{2,5}$/.test(wanted) && this.#byId.has(upper)) return { actor: upper, via: 'code' };

    const found = this.#named.get(wanted) ?? this.#named.get(fold(wanted)) ?? [];
    const best = found.filter((resolution) => resolution.via === found[0]?.via);
    if (best.length > 1)
      throw new MultivectorError(
        'input',
        `“${wanted}” may mean ${best.map(({ actor }) => actor).join(' or ')}`,
        { hint: 'use the code' },
      );
    const [only] = best;
    if (only) return this.#seat(only, on);

    const capital = capitals.get(fold(wanted));
    if (capital) return { actor: capital, via: 'capital' };
    throw new MultivectorError('missing', `no actor “${wanted}”`, { hint: this.#nearest(wanted) });
  }

  /** A person or an office stands for the state or organisation it belonged to on that day. */
  #seat(resolution: Resolution, on: string | undefined): Resolution {
    const { kind } = this.get(resolution.actor);
    if (on === undefined || (kind !== 'person' && kind !== 'office')) return resolution;
    const seat = this.party(resolution.actor, on);
    return seat === undefined ? resolution : { actor: seat, via: 'office-holder' };
  }

  #nearest(text: string): string {
    const folded = fold(text);
    const near = [...this.#byId.values()].filter(
      ({ name, id }) =>
        folded.length > 1 &&
        (fold(name).startsWith(folded.slice(0, 3)) || id === folded.slice(0, 3).toUpperCase()),
    );
    return near.length > 0
      ? `there are: ${near
          .slice(0, 6)
          .map(({ id, name }) => `${id} (${name})`)
          .join(', ')}`
      : 'use an ISO 3166-1 alpha-3 code such as KAZ';
  }

  /**
   * The state or organisation for which an actor acts: itself, or the one behind an office, an office-holder,
   * an initiative or a region.
   *
   * @param on day of the act (`YYYY-MM-DD`), which tells whose office a person held
   */
  party(id: string, on: string): string | undefined {
    const actor = this.#byId.get(id);
    if (!actor) return undefined;
    switch (actor.kind) {
      case 'state':
      case 'organisation':
      case 'entity':
      case 'group':
        return actor.parent === undefined ? id : this.party(actor.parent, on);
      case 'person': {
        const held = this.#records.holders.filter((holder) => holder.person === id);
        const then = held.find((holder) => heldOn(on, holder.from, holder.to));
        return then === undefined ? undefined : this.party(then.office, on);
      }
      default:
        return actor.parent === undefined ? undefined : this.party(actor.parent, on);
    }
  }

  /** Full members of an organisation in some part of the year, as far as the ties tell. */
  members(organisation: string, year: number): string[] {
    const members = this.#memberships.get(organisation) ?? new Map<string, readonly Tie[]>();
    return [...members]
      .filter(([, ties]) => ties.some((tie) => heldIn(year, tie.from, tie.to)))
      .map(([member]) => member)
      .sort();
  }

  /** Whether it was a full member on that day. */
  isMember(actor: string, organisation: string, on: DateText): boolean {
    const ties = this.#memberships.get(organisation)?.get(actor) ?? [];
    return ties.some((tie) => heldOn(on, tie.from, tie.to));
  }
}

const built = new WeakMap<object, Actors>();

/** The actors of a dossier, indexed once. */
export function actorsOf(records: Records): Actors {
  const known = built.get(records);
  if (known) return known;
  const actors = new Actors(records);
  built.set(records, actors);
  return actors;
}
