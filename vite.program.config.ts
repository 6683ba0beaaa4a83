import { defineConfig } from 'vite';

/**
 * The program in few files: Node spends more time on finding a hundred modules than on running them, and zod brings
 * sixty languages of which we speak one. The library that others import stays as tsc writes it.
 */
export default defineConfig({
  build: {
    ssr: 'src/cli/bin.ts',
    outDir: 'dist/program',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    reportCompressedSize: false,
    rollupOptions: { output: { entryFileNames: 'multivector.js', chunkFileNames: '[name].js' } },
  },
  ssr: { noExternal: ['zod', 'string-width', /^csv-/, 'd3-geo'] },
});
