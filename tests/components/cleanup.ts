/** Takes components off the page after every test; the testing library does so itself only with global hooks. */
import { cleanup } from '@testing-library/preact';
import { afterEach } from 'vitest';

afterEach(cleanup);
