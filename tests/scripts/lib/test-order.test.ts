import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { TestSpecification } from 'vitest/node';
import { TestOrder } from '@/scripts/lib/test-order.mjs';

const folder = mkdtempSync(join(tmpdir(), 'order-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(project: string, name: string, environment = ''): TestSpecification {
  const moduleId = join(folder, name);
  writeFileSync(moduleId, environment && `// @vitest-environment ${environment}\n`);
  return { project: { name: project }, moduleId } as TestSpecification;
}

/** Vitest sorts by what it knows of earlier runs; here it leaves all as it is. */
class AsGiven extends TestOrder {
  protected override async before(files: TestSpecification[]) {
    return files;
  }
}

test('files of one project that want one environment follow each other, otherwise in their order', async () => {
  const files = [
    fileOf('views', '1', 'happy-dom'),
    fileOf('pure', '2'),
    fileOf('views', '3'),
    fileOf('pure', '4', 'happy-dom'),
    fileOf('views', '5', 'happy-dom'),
    fileOf('pure', '6'),
  ];
  const order = new AsGiven({} as never);
  const names = (await order.sort(files)).map(({ moduleId }) => moduleId.slice(folder.length + 1));
  expect(names).toEqual(['1', '5', '2', '6', '3', '4']);
});
