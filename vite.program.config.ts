import { defineConfig } from 'vite';

/**
 * The program in few files: Node spends more time on finding a hundred modules than on running them, and zod brings
 * sixty languages of which we speak one. The library that others import stays as tsc writes it.
 */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'dist/program',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      // The others run in threads: what computes measures for the page, and tasks of measures.
      input: {
        multivector: 'src/cli/bin.ts',
        'measuring-program': 'src/cli/measuring-program.ts',
        worker: 'src/workers/worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: ['zod', 'string-width', /^csv-/, 'd3-geo'] },
});
