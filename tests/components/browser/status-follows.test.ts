// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { setStatusFollows, statusFollows } from '@/components/browser/status-follows';

test('the status follows opening once that is chosen, and no longer than that', () => {
  localStorage.clear();
  expect(statusFollows()).toBe(false);
  setStatusFollows(true);
  expect(statusFollows()).toBe(true);
  setStatusFollows(false);
  expect(statusFollows()).toBe(false);
});
