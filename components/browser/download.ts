import { Failure } from '@/storage/failure';

/**
 * Hands a file to the person by a link of the page, which works in every browser and needs no permission. Whether the browser
 * then takes it, no page is told. Rejects with `full` if the disk had no room for all of it, and with `notWritten`.
 */
export async function download(file: File): Promise<void> {
  // A file that found no room has a size, but cannot be read.
  await file
    .slice(-1)
    .arrayBuffer()
    .catch((cause) => {
      throw new Failure('full', { cause });
    });
  const url = addressOf(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser reads the file after the click; a minute is enough for any disk.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function addressOf(file: File): string {
  try {
    return URL.createObjectURL(file);
  } catch (cause) {
    throw new Failure('notWritten', { cause });
  }
}
