import { expect, test } from 'vitest';
import { Commands } from '@/utils/formats/bibtex/reading/commands';

test.each([
  [String.raw`\newcommand{\mnras}{Monthly {N}otices}`, 'mnras', [], 'Monthly {N}otices'],
  [String.raw`\renewcommand\mnras{Monthly}`, 'mnras', [], 'Monthly'],
  [String.raw`\providecommand*{\noop}[1]{}`, 'noop', ['x'], ''],
  [String.raw`\def\pair#1#2{#2 #1}`, 'pair', ['a', 'b'], 'b a'],
])('%s', (tex, name, given, body) => {
  const commands = new Commands();
  commands.define(tex);
  expect(commands.takes(name)).toBe(given.length);
  expect(commands.bodyOf(name, given)).toBe(body);
});

test('a definition without end defines nothing, and no use grows without end', () => {
  const commands = new Commands();
  commands.define(String.raw`\newcommand{\twice}[1]{#1#1} \newcommand{\open}{x`);
  expect(commands.takes('open')).toBeUndefined();
  expect(commands.bodyOf('twice', ['x'.repeat(15_000)])).toBeUndefined();
});
