/** Order of texts by UTF-16 units, the same in every language and browser: for `sort`. */
export function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
