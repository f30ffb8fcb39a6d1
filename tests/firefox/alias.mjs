/** `node --import ./tests/firefox/alias.mjs`: lets Node understand `@/folder/file.mjs`. */

import { register } from 'node:module';

register('../bench/alias.mjs', import.meta.url);
