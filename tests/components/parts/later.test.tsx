// @vitest-environment happy-dom
import { render, screen } from '@testing-library/preact';
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
