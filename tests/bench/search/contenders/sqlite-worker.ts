/** Answers one page's queries from SQLite. */
import { openDatabase } from './sqlite-database';

const opening = openDatabase(Number(new URL(location.href).searchParams.get('papers')));

addEventListener('message', async ({ data }: MessageEvent<{ query: string | undefined }>) => {
  try {
    const database = await opening;
    postMessage({ answer: data.query === undefined ? database.memory() : database.find(data.query) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
