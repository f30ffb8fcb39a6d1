/**
 * `npm run bench:quality`: how good the search's lists are, beside MiniSearch and SQLite's FTS5, over collections of
 * papers with judged questions. Fails at no threshold: it is a report. Its last line is JSON.
 *
 * `--seed N` draws other papers for the exam of known and of similar papers; `--odd` and `--even` take the questions with
 * such numbers, and ask for papers like those with such numbers, so that parameters can be chosen on one half and
 * reported on the other.
 */

import { register } from 'node:module';
import { parseArgs } from 'node:util';

register('./alias.mjs', import.meta.url);
const { orComplain } = await import('@/scripts/lib/complain.mjs');
const { runQuality } = await import('./quality/run.mjs');

await orComplain(async () => {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, odd: { type: 'boolean' }, even: { type: 'boolean' } },
  });
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new Error(`--seed takes a whole number, not ${values.seed}`);
  if (values.odd && values.even) throw new Error('--odd and --even exclude each other');
  await runQuality({ seed, half: values.odd ? 'odd' : values.even ? 'even' : 'all' });
});
