import '@/assets/base.css';
import { render } from 'preact';
import { OptionsPage } from '@/components/options/options-page';
import { OffprintDatabase } from '@/storage/database';

const app = document.querySelector('#app');
if (app) render(<OptionsPage db={new OffprintDatabase()} />, app);
