/** Takes components off the page after every test; the testing library does so itself only with global hooks. */
import { cleanup, configure } from '@testing-library/preact';
import { afterEach } from 'vitest';
import { PATIENCE } from '@/scripts/lib/until.mjs';

configure({ asyncUtilTimeout: PATIENCE }); // by default a second

afterEach(cleanup);
