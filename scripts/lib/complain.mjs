/** How a script ends when something went wrong: one sentence and exit code 1, no stack trace. */

/**
 * @param {unknown} error
 * @returns {string} what happened, in one line and without the colours and logs that libraries append
 */
export function sentence(error) {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ''] = message.split('\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with one
  return line.replace(/\u001b\[[\d;]*m/g, '').trim();
}

/**
 * @param {() => Promise<void>} main
 * @returns {Promise<void>}
 */
export async function orComplain(main) {
  try {
    await main();
  } catch (error) {
    console.error(`\nOffprint: ${sentence(error)}`);
    if (process.env.OFFPRINT_DEBUG) console.error(error);
    process.exitCode = 1;
  }
}
