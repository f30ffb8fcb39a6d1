/** The script of the page; it becomes a text in the file (`scripts/lib/script-text.mjs`). */
import { startPage } from './start-page';

void startPage(document);
