/** What is used of Citation.js, which has no types. */
declare module '@citation-js/core' {
  export const plugins: { input: { chain(text: string, options: object): object[] } };
}
declare module '@citation-js/plugin-bibtex';
