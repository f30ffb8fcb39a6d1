/** `npm run new:site -- <id> "<name>" <match pattern>`: writes what a site needs, ready to be filled in. */
import { beginFiles, changeFile } from './lib/begin-file.mjs';
import { orComplain } from './lib/complain.mjs';

await orComplain(async () => {
  const [id = '', name = '', match = ''] = process.argv.slice(2);
  if (!/^[a-z][a-z0-9-]{1,30}$/.test(id) || name === '' || !/^https:\/\/[^/*]+\/\S*$/.test(match))
    throw new Error(
      'Say which site: npm run new:site -- acl-anthology "ACL Anthology" "https://aclanthology.org/*"',
    );

  const variable = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const address = match.replace('*', '');

  beginFiles({
    [`utils/reading/sites/${id}.ts`]: `/** ${name}: which of its pages are read, in the layout of which month. */
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
    [`entrypoints/${id}.content.ts`]: `import { defineContentScript } from '#imports';
import { ${variable} } from '@/utils/reading/sites/${id}';
import { watchListing } from './listing/watch-listing';

// Registered by the background once the user allows the site.
export default defineContentScript({
  registration: 'runtime',
  main: () => watchListing(${variable}),
});
`,
    [`tests/utils/reading/sites/${id}.test.ts`]: `// @vitest-environment happy-dom
import { ${variable} } from '@/utils/reading/sites/${id}';
import { describeSite } from './describe-site';

describeSite(${variable});
`,
    [`tests/fixtures/${id}/list.html`]: `<!-- ${address} -->\n<!doctype html>\n<title>${name}</title>\n<article><h2><a href="/1">A title of a paper</a></h2><p>Its abstract.</p></article>\n`,
    [`tests/fixtures/${id}/list.expected.json`]: '[]\n',
  });
  changeFile(
    'utils/reading/sites/index.ts',
    (registry) =>
      registry
        .replace(/^(?=import )/m, `import { ${variable} } from './${id}';\n`)
        .replace(/(SITES.*\[.*)\];/, `$1, ${variable}];`),
    `add ${variable} to SITES`,
  );
  console.log(`
Now, in this order:
1. tests/fixtures/${id}/list.html: a page with the site's real structure and invented papers; its first line is its address.
2. list.expected.json: what its cards must say.
3. utils/reading/sites/${id}.ts: the selectors, until \`npx vitest ${id}\` passes.
4. README.md: a row in the table "What it reads".
\`npx vitest conventions\` says what was forgotten. utils/reading/sites/README.md tells more.`);
});
