/** `npm run new:site -- <id> "<name>" <match pattern>`: writes what a site needs, ready to be filled in. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { orComplain } from './lib/complain.mjs';

await orComplain(async () => {
  const [id = '', name = '', match = ''] = process.argv.slice(2);
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(id) || name === '' || !/^https:\/\/[^/*]+\/\S*$/.test(match))
    throw new Error(
      'Say which site: npm run new:site -- acl-anthology "ACL Anthology" "https://aclanthology.org/*"',
    );

  const variable = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const address = match.replace('*', '');

  write(
    `utils/reading/sites/${id}.ts`,
    `/** ${name}: which of its pages are read, in the layout of which month. */
import { attr, text } from '../dom';
import type { PaperCard } from '@/utils/paper/schema';
import { present } from '@/utils/present';
import type { Site } from './site';

export const ${variable}: Site = {
  id: '${id}',
  name: '${name.replaceAll("'", "\\'")}',
  matches: ['${match}'],
  optional: true,
  card: 'article',

  listing: ({ url }) => ({ listing: url.origin + url.pathname }),

  read(card, page) {
    const title = text(card, 'h2');
    const address = attr(card, 'h2 a[href]', 'href');
    if (!title || !address) return undefined;
    return present<PaperCard>({
      site: ${variable}.id,
      identifiers: {},
      title,
      abstract: text(card, 'p'),
      url: new URL(address, page.url).href,
      ...page.listing,
    });
  },

  mentioned: () => new Set(),
};
`,
  );
  write(
    `entrypoints/${id}.content.ts`,
    `import { defineContentScript } from '#imports';
import { ${variable} } from '@/utils/reading/sites/${id}';
import { watchListing } from './listing/watch-listing';

// Registered by the background once the user allows the site.
export default defineContentScript({
  registration: 'runtime',
  main: () => watchListing(${variable}),
});
`,
  );
  write(
    `tests/utils/reading/sites/${id}.test.ts`,
    `// @vitest-environment happy-dom
import { ${variable} } from '@/utils/reading/sites/${id}';
import { describeSite } from './describe-site';

describeSite(${variable});
`,
  );
  write(
    `tests/fixtures/${id}/list.html`,
    `<!-- ${address} -->\n<!doctype html>\n<title>${name}</title>\n<article><h2><a href="/1">A title of a paper</a></h2><p>Its abstract.</p></article>\n`,
  );
  write(`tests/fixtures/${id}/list.expected.json`, '[]\n');
  register(id, variable);
  console.log(`
Now, in this order:
1. tests/fixtures/${id}/list.html: a page with the site's real structure and invented papers; its first line is its address.
2. list.expected.json: what its cards must say.
3. utils/reading/sites/${id}.ts: the selectors, until \`npx vitest ${id}\` passes.
4. README.md: a row in the table "What it reads".
\`npx vitest conventions\` says what was forgotten. utils/reading/sites/README.md tells more.`);
});

/**
 * @param {string} path
 * @param {string} content
 */
function write(path, content) {
  if (existsSync(path)) throw new Error(`${path} is there already; nothing was changed in it.`);
  mkdirSync(path.replace(/\/[^/]*$/, ''), { recursive: true });
  writeFileSync(path, content);
  console.log(`wrote ${path}`);
}

/**
 * Puts the site into the registry, behind the others.
 *
 * @param {string} id
 * @param {string} variable
 */
function register(id, variable) {
  const path = 'utils/reading/sites/index.ts';
  const lines = readFileSync(path, 'utf8').split('\n');
  lines.splice(
    lines.findIndex((line) => line.startsWith('import ')),
    0,
    `import { ${variable} } from './${id}';`,
  );
  const registry = lines.map((line) => line.replace(/(SITES.*\[.*)\];/, `$1, ${variable}];`));
  if (registry.join('\n') === lines.join('\n'))
    throw new Error(`add ${variable} to SITES in ${path} by hand`);
  writeFileSync(path, registry.join('\n'));
  console.log(`changed ${path}`);
}
