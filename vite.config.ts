import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { screenCss } from './src/figures/theme.ts';

/** The theme's custom properties as a style sheet, so that the first paint has its colours. */
const themeSheet = (): Plugin => {
  const id = 'virtual:theme.css';
  return {
    name: 'multivector-theme',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (resolved) => (resolved === `\0${id}` ? screenCss : undefined),
  };
};

/**
 * The model's schemas check what comes in at the program's doors. The page's data was checked there, so it ships none:
 * what would build a schema builds nothing.
 */
const noSchemas = (): Plugin => ({
  name: 'multivector-no-schemas',
  enforce: 'pre',
  resolveId: (source) => (source === 'zod' ? '\0no-schemas' : undefined),
  load: (resolved) =>
    resolved === '\0no-schemas'
      ? 'export const z = new Proxy(() => z, { get: () => z, apply: () => z });'
      : undefined,
});

const api = `http://127.0.0.1:${process.env.MULTIVECTOR_PORT ?? 4173}`;

export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  publicDir: 'public',
  plugins: [themeSheet(), noSchemas()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api, changeOrigin: true } } },
});
