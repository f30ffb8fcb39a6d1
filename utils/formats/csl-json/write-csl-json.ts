/** Writes CSL-JSON: an array of items. https://github.com/citation-style-language/schema */
import { cslItem } from '../parts/csl-item';
import type { Write } from '../parts/format';

export const writeCslJson: Write = async function* (batches) {
  yield '[';
  let begun = false;
  for await (const batch of batches) {
    yield batch
      .map(
        ({ paper, key }, index) => `${begun || index > 0 ? ',' : ''}\n${JSON.stringify(cslItem(paper, key))}`,
      )
      .join('');
    begun ||= batch.length > 0;
  }
  yield '\n]\n';
};
