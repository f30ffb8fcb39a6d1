/** Whether a text is binary data: that contains control characters, whatever it is taken for. */
export function isBinary(text: string): boolean {
  const start = text.slice(0, 10_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they tell text from data
  const odd = start.match(/[\x01-\x08\x0E-\x1A\x1C-\x1F\x7F\uFFFD]/g)?.length ?? 0;
  return start.includes('\0') || odd > start.length / 50 + 1;
}
