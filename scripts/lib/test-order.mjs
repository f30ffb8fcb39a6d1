/**
 * The order in which Vitest runs files. A worker that keeps its modules is kept only as long as the next file is of the
 * same project and wants the same environment (Vitest 4.1); in mixed order nearly every file would load all anew.
 */

import { readFileSync } from 'node:fs';
import { BaseSequencer } from 'vitest/node';

/** @import { TestSpecification } from 'vitest/node' */

export class TestOrder extends BaseSequencer {
  /**
   * @override
   * @param {TestSpecification[]} files
   * @returns {Promise<TestSpecification[]>} like with like, otherwise as Vitest has them: those that take long first
   */
  async sort(files) {
    /** @type {Map<string, TestSpecification[]>} */
    const groups = new Map();
    for (const file of await this.before(files)) {
      const kind = `${file.project.name} ${environmentOf(file.moduleId)}`;
      groups.set(kind, [...(groups.get(kind) ?? []), file]);
    }
    return [...groups.values()].flat();
  }

  /**
   * @protected
   * @param {TestSpecification[]} files
   * @returns {Promise<TestSpecification[]>}
   */
  before(files) {
    return super.sort(files);
  }
}

/**
 * @param {string} path
 * @returns {string | undefined} what its first lines ask for
 */
function environmentOf(path) {
  return /@vitest-environment\s+(\S+)/.exec(readFileSync(path, 'utf8'))?.[1];
}
