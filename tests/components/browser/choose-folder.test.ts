// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { chooseFolder } from '@/components/browser/choose-folder';

test('a folder is asked for; those of its files that may be papers are given', () => {
  const click = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
    this: HTMLInputElement,
  ) {
    expect([this.type, this.webkitdirectory]).toEqual(['file', true]);
    const files = ['a.bib', 'photo.png', 'b.json'].map((name) => new File([], name));
    Object.defineProperty(this, 'files', { value: files });
    this.onchange?.(new Event('change'));
  });
  const onFiles = vi.fn();
  chooseFolder(onFiles);
  expect(click).toHaveBeenCalledOnce();
  expect(onFiles.mock.calls.map(([files]) => files.map(({ name }: File) => name))).toEqual([
    ['a.bib', 'b.json'],
  ]);
});
