/**
 * A plugin of Vite: `import code from './page/main.ts?script'` gives the module and all that it imports as the text of one
 * script, for a file that must run by itself. Builds, `npm run dev` and unit tests read it alike.
 */

import { build } from 'vite';
import { ROOT } from './paths.mjs';

/** @import { Plugin, Rolldown } from 'vite' */

const MARK = '?script';
/** Files are opened in browsers that are older than those that the extension needs. */
const TARGET = ['chrome111', 'firefox115', 'safari16.4'];
/** What the parser of HTML would not leave as it is within a script, so that its hash would be another. */
const BREAKS_OUT = /<!--|<\/?script|\r/i;

/** @returns {Plugin} */
export function scriptText() {
  return {
    name: 'script-text',
    enforce: 'pre',
    async resolveId(name, importer) {
      if (!name.endsWith(MARK)) return undefined;
      const file = await this.resolve(name.slice(0, -MARK.length), importer, { skipSelf: true });
      return file && `${file.id}${MARK}`;
    },
    async load(id) {
      if (!id.endsWith(MARK)) return undefined;
      const { code, moduleIds } = await bundle(id.slice(0, -MARK.length));
      for (const path of moduleIds) this.addWatchFile(path);
      if (BREAKS_OUT.test(code) || code.includes('\0'))
        throw new Error(`${id}: this script cannot stand in HTML.`);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}

/**
 * @param {string} entry
 * @returns {Promise<{ code: string, moduleIds: string[] }>}
 */
async function bundle(entry) {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    mode: 'production',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: true,
      target: TARGET,
      lib: { entry, formats: ['iife'], name: 'page' },
    },
  });
  const [result] = /** @type {Rolldown.RolldownOutput[]} */ ([built].flat());
  const chunk = result?.output[0];
  if (chunk?.type !== 'chunk') throw new Error(`${entry}: no script was built.`);
  return { code: chunk.code.trim(), moduleIds: chunk.moduleIds };
}
