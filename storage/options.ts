/**
 * The options that belong to the library: each as it was chosen last, with a stamp, in `settings`. Pages keep a copy that
 * they can read before they draw (components/browser/options.ts).
 */
import type { OptionRow } from '@/utils/option-row';
import { type OptionName, type Options, optionsIn } from '@/utils/options';
import { order } from '@/utils/order';
import { nextStamp, type Stamp } from '@/utils/paper/stamp';
import type { LibraryRow } from '@/utils/query/library-row';
import type { OffprintDatabase } from './database';

type Chosen = Partial<Record<OptionName, { value: string | boolean; stamp: Stamp }>>;

async function chosen(db: OffprintDatabase): Promise<Chosen> {
  return ((await db.settings.get('options'))?.value ?? {}) as Chosen;
}

/** The options that were ever chosen. */
export async function libraryOptions(db: OffprintDatabase): Promise<Partial<Options>> {
  const values = Object.entries(await chosen(db)).map(([name, { value }]) => [name, value]);
  return optionsIn(Object.fromEntries(values));
}

/** Chooses options. `now` is ISO. */
export async function setOptions(db: OffprintDatabase, change: Partial<Options>, now: string): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const [clock, session] = await db.settings.bulkGet(['clock', 'session']);
    const known = await chosen(db);
    const last = [clock?.value as Stamp | undefined, ...Object.values(known).map(({ stamp }) => stamp)]
      .filter((stamp) => stamp !== undefined)
      .sort(order)
      .at(-1);
    const stamp = nextStamp(last, Date.parse(now), String(session?.value ?? ''));
    const news = Object.entries(change).map(([name, value]) => [name, { value, stamp }]);
    await db.settings.put({ name: 'options', value: { ...known, ...Object.fromEntries(news) } });
    await db.settings.put({ name: 'clock', value: stamp });
  });
}

/** The options as a backup has them. */
export async function optionRows(db: OffprintDatabase): Promise<OptionRow[]> {
  return Object.entries(await chosen(db)).map(([name, { value, stamp }]) => ({
    kind: 'option',
    ...{ name: name as OptionName, value, stamp },
  }));
}

/** Joins the options among a backup's rows with those here, in the transaction of the import: of two the later counts. */
export async function joinOptions(db: OffprintDatabase, rows: readonly LibraryRow[]): Promise<void> {
  const known = await chosen(db);
  const joined: Chosen = { ...known };
  for (const row of rows) {
    if (row.kind !== 'option') continue;
    const { name, value, stamp } = row;
    if (stamp > (joined[name]?.stamp ?? '')) joined[name] = { value, stamp };
  }
  if (Object.keys(joined).some((name) => joined[name as OptionName] !== known[name as OptionName]))
    await db.settings.put({ name: 'options', value: joined });
}
