import '@/assets/base.css';
import { render } from 'preact';
import { Shell } from '@/components/shell/shell';
import { OffprintDatabase } from '@/storage/database';

// Workers do not have it, so pages ask that the browser keeps the library also when the disk is full.
void navigator.storage.persist();

const app = document.querySelector('#app');
if (app) render(<Shell db={new OffprintDatabase()} />, app);
