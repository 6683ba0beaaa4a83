export { writeWhole } from './commit.ts';
export { Dossier, type Edit, type Reason } from './dossier.ts';
export { knownBy } from './history.ts';
export { type EventInput, eventOf } from './new-event.ts';
export { builtInFolder, type Place, placeOf, places, userFolder, writable } from './places.ts';
export { type Problem, problemText } from './problem.ts';
