/** A thread where the program runs from its source: tsx in a thread has to be registered by hand. */
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
