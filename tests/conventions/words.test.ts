import { parseMessagesText } from '@wxt-dev/i18n/build';
import { describe, expect, test } from 'vitest';
import { filesIn, linesMatching, read, shipped } from './files';

describe('words', () => {
  const keys = parseMessagesText(read('assets/locales/en.yml'), 'YAML')
    .map(({ key }) => key.join('.'))
    .filter((key) => !key.startsWith('@@')); // the browser's own
  const groups = [...new Set(keys.filter((key) => key.includes('.')).map((key) => key.split('.')[0]))];
  const quoted = new RegExp(`(['"\`])((?:${groups.join('|')})\\.(?:[A-Za-z]|\\$\\{[^}]+\\})+)\\1`, 'g');
  const called = /\b(?:i18n|words)\.t\(\s*(['"`])([^'"`]+)\1/g;
  const used = shipped
    .map(read)
    .filter((code) => /'#i18n'|\/words'/.test(code))
    .flatMap((code) => [...code.matchAll(quoted), ...code.matchAll(called)].map((found) => found[2] ?? ''));
  const inManifest = [
    read('wxt.config.ts'),
    ...filesIn('entrypoints')
      .filter((path) => path.endsWith('.html'))
      .map(read),
  ]
    .flatMap((text) => [...text.matchAll(/__MSG_(\w+?)__/g)])
    .map((found) => (found[1] ?? '').replaceAll('_', '.'));
  const names = [...new Set([...used, ...inManifest])];

  test('of our own pages have their numbers written by components/browser/words.ts', () => {
    const past = linesMatching(
      shipped.filter((path) =>
        /^(components|entrypoints\/(popup|sidepanel|library|options|welcome))\//.test(path),
      ),
      /from '#i18n'/,
    ).filter((line) => !line.startsWith('components/browser/words.ts:'));
    expect(past, 'import `i18n` from components/browser/words.ts').toEqual([]);
  });

  test('that are used exist', () => {
    expect(names.length).toBeGreaterThan(0);
    const unknown = names.filter((name) => !keys.some((key) => patternOf(name).test(key)));
    expect(unknown, 'add these to assets/locales/en.yml').toEqual([]);
  });

  test('that exist are used', () => {
    const unused = keys.filter((key) => !names.some((name) => patternOf(name).test(key)));
    expect(unused, 'remove these from assets/locales/en.yml').toEqual([]);
  });

  /** A key, or a template such as `failure.${code}`, as a pattern of keys. */
  function patternOf(name: string): RegExp {
    const parts = name.split(/\$\{[^}]+\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[^.]+')}$`);
  }
});
