/** A zip file that is made file by file. */
import { deflateSync, strToU8, Zip, ZipPassThrough } from 'fflate';

/** Most files that it can have: more would need another form of zip, which fflate does not write. */
export const MOST_FILES = 65_535;

export interface ZipStream {
  /** Adds a file of this text and answers with the bytes that are ready. A name must come once only. */
  add(name: string, text: string): Uint8Array[];
  /** The bytes that end it. */
  end(): Uint8Array[];
}

/** `modifiedAt` is a moment (ISO): when its files were made. */
export function zipStream(modifiedAt: string): ZipStream {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const take = () => {
    const taken = ready;
    ready = [];
    return taken;
  };
  return {
    add(name, text) {
      const file = new DeflatedFile(name);
      file.mtime = dosTime(modifiedAt);
      zip.add(file);
      file.push(strToU8(text.toWellFormed()), true);
      return take();
    },
    end() {
      zip.end();
      return take();
    },
  };
}

/** A small file, deflated at once: `ZipDeflate` takes several times as long, for each file has a window of its own. */
class DeflatedFile extends ZipPassThrough {
  constructor(name: string) {
    super(name);
    this.compression = 8;
  }

  protected override process(bytes: Uint8Array, final: boolean): void {
    this.ondata(null, deflateSync(bytes as Uint8Array<ArrayBuffer>), final);
  }
}

/** Zip files know the years 1980 to 2099 only. */
function dosTime(moment: string): Date {
  const year = Number(moment.slice(0, 4));
  return new Date(year > 1980 && year < 2099 ? moment : '1981-01-01T00:00:00Z');
}
