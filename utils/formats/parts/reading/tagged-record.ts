/** A record of a file in which a tag stands before each value. */

interface Tagged {
  tag: string;
  value: string;
}

export class TaggedRecord {
  /** On which it begins, counted from 1. */
  readonly line: number;
  readonly #fields: Tagged[] = [];
  readonly #byTag = new Map<string, Tagged[]>();

  constructor(line: number) {
    this.line = line;
  }

  add(tag: string, value: string): void {
    const field = { tag, value };
    this.#fields.push(field);
    const same = this.#byTag.get(tag);
    if (same) same.push(field);
    else this.#byTag.set(tag, [field]);
  }

  /** A further line of the last value; nothing if there is none. */
  extend(line: string): void {
    const last = this.#fields.at(-1);
    if (last) last.value += `\n${line}`;
  }

  /** Takes over the fields of another record, which turned out to be a part of this one. */
  join({ fields }: TaggedRecord): void {
    for (const { tag, value } of fields) this.add(tag, value);
  }

  /** All fields, in the order of the file. */
  get fields(): readonly Readonly<Tagged>[] {
    return this.#fields;
  }

  has(...tags: string[]): boolean {
    return tags.some((tag) => this.all(tag).length > 0);
  }

  /** The values of these tags in the order of the file, without empty ones. */
  all(...tags: string[]): string[] {
    const [only = ''] = tags;
    const fields =
      tags.length === 1
        ? (this.#byTag.get(only) ?? [])
        : this.#fields.filter(({ tag }) => tags.includes(tag));
    return fields.map(({ value }) => value.trim()).filter(Boolean);
  }

  /** The first value of the first of these tags that has any; '' if none has. */
  first(...tags: string[]): string {
    for (const tag of tags) {
      const [value] = this.all(tag);
      if (value !== undefined) return value;
    }
    return '';
  }
}
