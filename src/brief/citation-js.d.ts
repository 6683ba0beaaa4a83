declare module '@citation-js/core' {
  interface CslEngine {
    updateItems(ids: readonly string[]): void;
    makeCitationCluster(items: readonly { id: string; position?: number }[]): string;
    makeBibliography(): readonly [{ readonly entry_ids: readonly (readonly string[])[] }, readonly string[]];
  }
  interface CslConfiguration {
    readonly styles: { add(name: string, style: string): void; has(name: string): boolean };
    readonly engine: (
      items: readonly object[],
      style: string,
      locale: string,
      format: 'html' | 'text',
    ) => CslEngine;
  }
  export const plugins: { readonly config: { get(name: '@csl'): CslConfiguration } };
}
declare module '@citation-js/plugin-csl' {}
