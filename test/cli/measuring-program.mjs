// The thread's program from the sources, which Node does not run by itself.
import { register } from 'tsx/esm/api';

register();
await import('../../src/cli/measuring-program.ts');
