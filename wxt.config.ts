import { resolve } from 'node:path';
import { createJiti } from 'jiti';
import { defineConfig } from 'wxt';
import { scriptText } from './scripts/lib/script-text.mjs';

// WXT loads this file without the alias `@`, by which the sites import what they need.
const { SITES } = await createJiti(import.meta.url, {
  alias: { '@': import.meta.dirname },
}).import<typeof import('./utils/reading/sites')>('./utils/reading/sites');

/**
 * Chromium takes at most four suggested keys, and none that is its own: Alt+Shift with A, B, C, I, P, T, W, X or Z. On
 * Chromebooks K, L, M, N and S are taken, too. Firefox takes any that no other add-on has.
 */
const COMMANDS = {
  _execute_action: { suggested_key: { default: 'Alt+Shift+O' } }, // the browser has its own words for it
  'open-library': command('__MSG_command_library__', 'Alt+Shift+F'),
  'save-paper': command('__MSG_command_save__', 'Alt+Shift+D'),
};

function command(description: string, key: string) {
  return { suggested_key: { default: key }, description };
}

/** `activeTab` with `scripting`: a page is read where and when the user asks for it, and no other. */
const PERMISSIONS = ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus'];

/** What only one of the two browsers understands. */
const BROWSER_MANIFEST = {
  chrome: {
    minimum_chrome_version: '123',
    permissions: [...PERMISSIONS, 'sidePanel'],
    commands: { ...COMMANDS, 'open-panel': command('__MSG_command_panel__', 'Alt+Shift+U') },
    incognito: 'not_allowed',
  },
  firefox: {
    permissions: PERMISSIONS,
    commands: { ...COMMANDS, _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+P' } } },
    incognito: 'not_allowed',
    browser_specific_settings: {
      gecko: {
        id: 'offprint@offprint.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  },
};

/** What is loaded together: all pages and the worker need the first two, pages the third. */
const CHUNKS = [
  { name: 'library', test: /storage[\\/](database|library|guard|failure)\.ts$/ },
  { name: 'papers', test: /utils[\\/](text|paper)[\\/](?!schema|patch|tag-colour-row)/ },
  { name: 'pages', test: /node_modules[\\/](preact|@preact)[\\/]/ },
];

/** @param pattern a match pattern; a host permission is about all paths of a host */
const hostOf = (pattern: string) => pattern.replace(/^(\w+:\/\/[^/]+).*/, '$1/*');

export default defineConfig({
  publicDir: 'assets/public',
  modules: ['@wxt-dev/i18n/module'],
  i18n: { localesDir: 'assets/locales' },
  imports: false, // every name can be traced by eye
  vite: () => ({
    plugins: [scriptText()],
    worker: { plugins: () => [scriptText()] }, // workers have plugins of their own
    build: { target: ['chrome123', 'firefox140'] },
    resolve: {
      alias: { 'wxt/utils/content-script-context': resolve('entrypoints/listing/page/context.ts') },
    },
  }),
  hooks: {
    // Fewer, larger files, so that a page asks for less before its first rows.
    'vite:build:extendConfig': (entrypoints, { build }) => {
      const output = build?.rollupOptions?.output;
      if (entrypoints.some(({ type }) => type === 'popup') && output && !Array.isArray(output))
        output.codeSplitting = { groups: CHUNKS };
    },
    // A site's script hands its reader to the one that all share (entrypoints/listing/given-site.ts).
    'build:manifestGenerated': (_, { content_scripts = [] }) => {
      for (const { js } of content_scripts) js?.push('content-scripts/listing.js');
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // Those of the content scripts: what they need on demand is injected. No browser warns of them twice.
    host_permissions: [
      ...new Set(SITES.filter(({ optional }) => !optional).flatMap(({ matches }) => matches.map(hostOf))),
    ],
    optional_host_permissions: SITES.filter(({ optional }) => optional).flatMap(({ matches }) => matches),
    omnibox: { keyword: 'op' },
    content_security_policy: {
      extension_pages:
        "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'none'",
    },
    ...BROWSER_MANIFEST[browser === 'firefox' ? 'firefox' : 'chrome'],
  }),
});
