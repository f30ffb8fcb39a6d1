/** The different ones of some texts, in order; what is empty or absent is none. */
export function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts)].filter((text) => text !== undefined && text !== '').sort() as string[];
}
