/** `npm run new:format -- <id> "<name>" <ending> [reads|writes|both]`: writes what a format needs, ready to be filled in. */
import { readFileSync } from 'node:fs';
import { beginFiles, changeFile } from './lib/begin-file.mjs';
import { orComplain } from './lib/complain.mjs';
import { formatModule } from './lib/format-module.mjs';

const REGISTRY = 'utils/formats/index.ts';
const README = 'utils/formats/README.md';

await orComplain(async () => {
  const [id = '', name = '', ending = '', does = 'both'] = process.argv.slice(2);
  const sound = /^[a-z][a-z0-9-]{1,30}$/.test(id) && /^[a-z0-9]{1,12}$/.test(ending);
  if (!sound || name === '' || !['reads', 'writes', 'both'].includes(does))
    throw new Error('Say which format: npm run new:format -- refworks "RefWorks" txt reads');
  if (readFileSync(REGISTRY, 'utf8').includes(`id: '${id}'`))
    throw new Error(`${id} is a format already; nothing was changed.`);

  const reads = does !== 'writes';
  const variable = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const quoted = name.includes("'") ? JSON.stringify(name) : `'${name.replaceAll('\\', '\\\\')}'`;
  const fixture = `tests/fixtures/formats/${id}`;

  beginFiles({
    [`utils/formats/${id}.ts`]: formatModule({ id, name, variable, reads, writes: does !== 'reads' }),
    [`tests/utils/formats/${id}.test.ts`]: `import { describeFormat } from './describe-format';

describeFormat('${id}');
`,
    ...(reads && {
      [`${fixture}.${ending}`]: `%${id}
Title: A title of a paper
Author: Glas, Maria
Date: 2026-01-05
DOI: 10.1000/1
`,
      [`${fixture}.expected.json`]: '[]\n',
    }),
    ...(does !== 'reads' && { [`${fixture}.written.${ending}`]: '' }),
  });
  changeFile(
    REGISTRY,
    // Copied text takes whatever others leave, so it stays the last.
    (registry) =>
      registry.replace(
        / {2}\{\n {4}id: 'copied-text',/,
        (last) => `  {
    id: '${id}',
    name: ${quoted},
    extensions: ['${ending}'],
    mime: 'text/plain',
    does: '${does}',
    load: async () => (await import('./${id}')).${variable},
  },
${last}`,
      ),
    `add ${variable} to FORMATS`,
  );
  changeFile(
    README,
    (readme) =>
      readme.replace(
        /^\| `copied-text` /m,
        (last) => `| \`${id}\` | ${name.replaceAll('|', '\\|')} | ${ending} | ${does} | | | |\n${last}`,
      ),
    `add a row for ${id}`,
  );
  const steps = [
    ...(reads
      ? [
          `${fixture}.${ending}: a file with the format's real structure and invented papers.`,
          `${fixture}.expected.json: the entries that it has.`,
        ]
      : []),
    `utils/formats/${id}.ts: what its files are made of, until \`npx vitest ${id}\` passes.`,
    ...(does === 'reads' ? [] : [`${fixture}.written.${ending}: what is written of the sample papers.`]),
    `${REGISTRY}: its type of media. ${README}: what is kept, what is lost, and who says so.`,
  ];
  console.log(`
Now, in this order:
${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}
\`npx vitest conventions\` says what was forgotten. ${README} tells more.`);
});
