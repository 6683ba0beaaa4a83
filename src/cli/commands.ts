import { balanceCommand } from './balance.ts';
import { briefCommand } from './brief.ts';
import type { Command } from './command.ts';
import { datasetsCommand, rejectsCommand, removeCommand } from './datasets.ts';
import { disagreementsCommand } from './disagreements.ts';
import { addEventCommand, historyCommand, newCommand, showCommand, validateCommand } from './dossier.ts';
import { eventsCommand } from './events.ts';
import { explainCommand } from './explain.ts';
import { fetchCommand } from './fetch.ts';
import { importCommand } from './import.ts';
import { measureCommand } from './measure.ts';
import { measuresCommand } from './measures.ts';
import { findingCommand } from './multiverse.ts';
import { profileCommand } from './profile.ts';
import { refreshCommand } from './refresh.ts';
import { serveCommand, startCommand } from './serve.ts';
import { timelineCommand } from './timeline.ts';
import { vectorsCommand } from './vectors.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  startCommand,
  vectorsCommand,
  balanceCommand,
  profileCommand,
  timelineCommand,
  disagreementsCommand,
  explainCommand,
  briefCommand,
  serveCommand,
  newCommand,
  showCommand,
  addEventCommand,
  historyCommand,
  validateCommand,
  refreshCommand,
  importCommand,
  datasetsCommand,
  fetchCommand,
  rejectsCommand,
  removeCommand,
  measureCommand,
  measuresCommand,
  findingCommand,
  eventsCommand,
];
