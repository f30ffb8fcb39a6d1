import '@/assets/base.css';
import './library.css';
import { readNewest } from '@/components/hooks/newest';
import { OffprintDatabase } from '@/storage/database';

// The papers are read while the code that draws them is loaded.
const db = new OffprintDatabase();
const newest = readNewest(db);
void import('./draw').then(({ draw }) => draw(db, newest));
