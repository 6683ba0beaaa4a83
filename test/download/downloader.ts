import { download } from '../../src/download/index.ts';

/** Downloads and says how far it is; a test kills it. */
const [url = '', to = ''] = process.argv.slice(2);
await download({
  url,
  to,
  userAgent: 'multivector/test',
  proxy: {},
  limits: { pauseMs: 0 },
  onProgress: ({ bytes }) => console.log(bytes),
});
