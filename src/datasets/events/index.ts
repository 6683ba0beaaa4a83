import type { Format } from '../../model/format.ts';

export const eventsFormats: readonly Format[] = [];
