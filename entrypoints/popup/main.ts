import '@/assets/base.css';
import './popup.css';
import { keepTab } from '@/components/browser/tab-in-front';
import { readLastSearch } from '@/components/desk/last-search';
import { readNewest } from '@/components/hooks/newest';
import { OffprintDatabase } from '@/storage/database';

keepTab();
// The papers are read while the code that draws them is loaded.
const db = new OffprintDatabase();
const newest = readNewest(db);
const last = readLastSearch();
void import('./draw').then(async ({ draw }) => draw(db, newest, await last));
