import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { scriptJson } from '@/utils/formats/html/markup';
import { head, tail } from '@/utils/formats/html/page-frame';

const PARTS = { style: 'p { color: red }', script: 'start("ä")' };
const hash = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

test('the head says what the page is, and lets nothing run or load but its own', async () => {
  const text = await head(PARTS, 5000, new Date(2026, 9, 2, 23, 30).toISOString());
  expect(text).toMatch(
    /^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv/,
  );
  expect(text).toContain('<title>5,000 papers · Offprint</title>');
  expect(text).toContain('Saved from Offprint on <time datetime="2026-10-02">2 Oct 2026</time>');
  const policy = /content="(default-src[^"]*)"/.exec(text)?.[1]?.replaceAll('&#39;', "'");
  expect(policy?.split('; ')).toEqual([
    "default-src 'none'",
    `script-src '${hash(PARTS.script)}'`,
    `style-src '${hash(PARTS.style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(text).toContain(`<style>${PARTS.style}</style>`);
  expect(text).toContain('<option value="saved" selected>Newest</option>');
});

test('one paper is one paper', async () => {
  expect(await head(PARTS, 1, '2026-10-02T12:00:00.000Z')).toContain('<h1>1 paper</h1>');
});

test('the tail brings the data, and the script behind all that it needs', () => {
  expect(tail(PARTS, scriptJson([{ a: '</script>' }]))).toBe(
    `</ul>
</main>
<script type="application/json" id="data">[{"a":"\\u003c/script>"}]</script>
<script>start("ä")</script>
</body>
</html>
`,
  );
});
