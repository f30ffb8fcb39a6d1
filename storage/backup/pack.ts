/** The text of a chunk: compressed, and named by its hash. */
import type { BackupChunk } from './backup-database';

/** A chunk with these lines. */
export async function packed(lines: readonly string[]): Promise<BackupChunk> {
  const text = new TextEncoder().encode(lines.join('\n'));
  return { hash: await hashOf(text), bytes: await through(text, new CompressionStream('deflate')) };
}

/** The lines of a chunk. Throws if they are not those that were packed. */
export async function unpacked({ hash, bytes }: BackupChunk): Promise<string[]> {
  const text = await through(bytes, new DecompressionStream('deflate'));
  if ((await hashOf(text)) !== hash) throw new Error('a chunk of a backup is damaged');
  return new TextDecoder().decode(text).split('\n');
}

async function hashOf(text: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function through(bytes: Uint8Array, stream: GenericTransformStream): Promise<Uint8Array<ArrayBuffer>> {
  const piped = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream as never);
  return new Uint8Array(await new Response(piped as ReadableStream).arrayBuffer());
}
