import { Script } from 'node:vm';
import { expect, test } from 'vitest';
import code from '@/utils/formats/html/page/main.ts?script';

test('a module becomes the text of one script that needs nothing beside it and can stand in HTML', () => {
  expect(code).toContain('getElementById');
  expect(() => new Script(code)).not.toThrow();
  expect(code).not.toMatch(/\bimport\b|\brequire\(|<!--|<\/?script|\r/i);
});
