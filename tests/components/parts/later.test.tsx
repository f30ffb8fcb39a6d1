// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
import type { VNode } from 'preact';
import { expect, test, vi } from 'vitest';
import { later } from '@/components/parts/later';

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;

test('a view is drawn as soon as its code is there', async () => {
  const find = vi.fn(async () => Greeting);
  const Later = later(find);
  render(<Later name="Ada" />);
  expect(screen.queryByText('Hello Ada')).toBeNull();
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
  render(<Later name="Grace" />);
  expect(screen.getByText('Hello Grace')).toBeTruthy();
  expect(find).toHaveBeenCalledOnce();
});

test('code that was loaded ahead is drawn at once', async () => {
  const Later = later(async () => Greeting);
  await Later.load();
  render(<Later name="Ada" />);
  expect(screen.getByText('Hello Ada')).toBeTruthy();
});

test('what could not be loaded is tried again', async () => {
  const find = vi.fn<() => Promise<typeof Greeting>>();
  find.mockRejectedValueOnce(new Error('gone')).mockResolvedValue(Greeting);
  const Later = later(find);
  await expect(Later.load()).rejects.toThrow('gone');
  render(<Later name="Ada" />);
  expect(await screen.findByText('Hello Ada')).toBeTruthy();
});

test.each<[string, () => Promise<never>]>([
  ['never comes', () => new Promise(() => undefined)],
  ['cannot be loaded at first', () => Promise.reject(new Error('gone'))],
])('code that %s is asked for anew while the view is open', async (_, fail) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const find = vi.fn<() => Promise<() => VNode>>().mockImplementationOnce(fail);
    find.mockResolvedValue(() => <p>Here</p>);
    const View = later(find);
    render(<View />);
    await vi.waitFor(() => expect(find).toHaveBeenCalledOnce());
    vi.advanceTimersByTime(3000);
    await vi.waitFor(() => expect(document.body.textContent).toBe('Here'));
    vi.advanceTimersByTime(30_000);
    expect([find.mock.calls.length, vi.getTimerCount()]).toEqual([2, 0]);
  } finally {
    vi.useRealTimers();
  }
});
