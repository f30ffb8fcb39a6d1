/** What `scripts/lib/script-text.mjs` makes of a module. */
declare module '*?script' {
  const code: string;
  export default code;
}
