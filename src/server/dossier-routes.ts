import { actorsOf, builtInActors } from '../model/actors.ts';
import { parseDate } from '../model/date.ts';
import { dimensions, dimensionWords } from '../model/dimension.ts';
import { tableNames } from '../model/records.ts';
import { stateById } from '../model/states.ts';
import { reference, shortCitation } from '../model/trace.ts';
import { version } from '../version.ts';
import { briefFormats, formulas, Workbench } from '../workbench.ts';
import * as answers from './answers.ts';
import { read, routes } from './reading.ts';
import type { Workbenches } from './workbenches.ts';

const route = read({
  path: '/api/dossier',
  summary: 'what the dossier is about: focal state, partners, years, dimensions, sources, and what it lacks',
  query: {},
  params: {},
  answer: answers.dossier,
});

export function dossierRoutes(workbenches: Workbenches) {
  return routes().openapi(route, async (c) => {
    const workbench = await workbenches.get(c.req.valid('query'));
    const { records, place } = workbench;
    const actors = actorsOf(records);
    const defaultYear = workbench.defaultYear();
    const about = (id: string) => {
      const { latitude, longitude } = actors.has(id) ? actors.get(id) : {};
      return { id, name: actors.name(id), latitude, longitude };
    };
    const seen = new Map((await Workbench.places()).toReversed().map((found) => [found.focal, found]));
    return c.json(
      {
        title: records.title,
        version,
        focal: about(records.focal),
        kind: place.kind,
        asKnownOn: records.asKnownOn,
        knownSince: workbench
          .history()
          .flatMap(({ known }) => parseDate(known)?.last ?? [])
          .toSorted()[0],
        partners: records.partners.map((partner) => {
          const members = stateById.has(partner) ? [] : actors.members(partner, defaultYear);
          const codes = members.flatMap((member) => stateById.get(member)?.numeric ?? []);
          return { ...about(partner), members: codes.length > 0 ? codes : undefined };
        }),
        names: Object.fromEntries(
          [...records.actors, ...builtInActors.values()]
            .filter(({ id }) => records.partners.includes(id) || records.actors.some((own) => own.id === id))
            .map(({ id, name }) => [id, name]),
        ),
        years: workbench.years(),
        defaultYear,
        dimensions: dimensions.map((id) => ({ id, words: dimensionWords[id] })),
        formulas,
        lacking: workbench.lacking(),
        counts: Object.fromEntries(tableNames.map((table) => [table, records[table].length])),
        sources: records.sources.map((source) => ({
          id: source.id,
          title: source.title,
          citation: shortCitation(source),
          reference: reference(source),
          licence: source.custom.licence,
          redistributable: source.custom.redistributable,
          availability: source.custom.availability,
          url: typeof source.URL === 'string' ? source.URL : undefined,
          sha256: source.custom.sha256,
          note: typeof source.note === 'string' ? source.note : undefined,
        })),
        dossiers: [...seen.values()].map(({ focal, kind }) => ({ focal, kind, name: actors.name(focal) })),
        briefs: [...briefFormats],
      },
      200,
    );
  });
}
