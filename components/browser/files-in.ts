/** The files that were dropped, those within folders among them. */

/** Whether a file in a folder may be one to read: folders hold much else. */
type Wanted = (name: string) => boolean;

/**
 * Begins to look through what was dropped. The browser empties a drop once its event is over, so that all its entries are
 * asked for at once.
 */
export function filesIn(data: DataTransfer, isWanted: Wanted): Promise<File[]> {
  const files = [...data.files];
  const entries = [...(data.items ?? [])].flatMap((item) =>
    item.kind === 'file' ? (item.webkitGetAsEntry?.() ?? []) : [],
  );
  if (!entries.some(({ isDirectory }) => isDirectory)) return Promise.resolve(files);
  return Promise.all(entries.map((entry) => within(entry, () => true, isWanted))).then((found) =>
    found.flat(),
  );
}

async function within(entry: FileSystemEntry, isOne: Wanted, isWanted: Wanted): Promise<File[]> {
  if (isDirectory(entry)) {
    const found: File[] = [];
    for (const child of await children(entry)) found.push(...(await within(child, isWanted, isWanted)));
    return found;
  }
  if (!isOne(entry.name)) return [];
  return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
}

/** A reader answers with some entries at a time, and with none at the end. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const more = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (more.length === 0) return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    found.push(...more);
  }
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
