import '@/assets/base.css';
import { render } from 'preact';
import { LibraryPanel } from '@/components/library-panel';
import { OffprintDatabase } from '@/storage/database';

const app = document.querySelector('#app');
if (app) render(<LibraryPanel db={new OffprintDatabase()} />, app);
