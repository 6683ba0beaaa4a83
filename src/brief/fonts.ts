import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const face = (of: string): string => require.resolve(`@expo-google-fonts/${of}.ttf`);

/** The files of the faces that a brief is set in. They come with the program, so that every machine sets it alike. */
export const textFaces = (): string[] => [
  face('libertinus-serif/400Regular/LibertinusSerif_400Regular'),
  face('libertinus-serif/400Regular_Italic/LibertinusSerif_400Regular_Italic'),
  face('libertinus-serif/600SemiBold/LibertinusSerif_600SemiBold'),
  ...labelFaces(),
];

/** The faces of labels and tables. */
export const labelFaces = (): string[] => [
  face('source-sans-3/400Regular/SourceSans3_400Regular'),
  face('source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic'),
  face('source-sans-3/600SemiBold/SourceSans3_600SemiBold'),
];

/** The faces of figures. */
export const figureFaces = (): string[] => [
  ...labelFaces(),
  face('libertinus-serif/400Regular/LibertinusSerif_400Regular'),
  face('libertinus-serif/400Regular_Italic/LibertinusSerif_400Regular_Italic'),
  face('libertinus-serif/600SemiBold/LibertinusSerif_600SemiBold'),
];
