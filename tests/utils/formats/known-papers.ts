/** Papers that formats can tell whole: names of all kinds with their parts, any Unicode in their texts. */
import fc from 'fast-check';
import { filePaper } from '@/tests/storage/papers';
import type { Entry } from '@/utils/formats/parts/format';
import { statedNames } from '@/utils/formats/parts/reading/stated-names';
import { namePartsOf } from '@/utils/paper/name-parts';
import type { NameParts, Paper } from '@/utils/paper/schema';
import { anyText } from './any-paper';

const capital = fc.stringMatching(/^[A-ZÀ-ÖØ-ÞΑ-ΡΣ-ΩА-ЯŁŞ一-龥가-힣א-ת][a-zß-öø-ÿα-ωа-яł’-]{1,8}$/u);
const word = capital.map((text) => text.normalize('NFC'));
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const words = fc.array(word, { minLength: 1, maxLength: 2 }).map((list) => list.join(' '));

const person: fc.Arbitrary<NameParts> = fc
  .record({
    family: words,
    given: optional(fc.oneof(words, fc.constantFrom('M.', 'A. T.', 'J.-P.', 'AL'))),
    particle: optional(fc.constantFrom('van', 'de la', 'von', 'af', "d'")),
    suffix: optional(fc.constantFrom('Jr.', 'Sr', 'III')),
  })
  .map((parts) => JSON.parse(JSON.stringify(parts)));
const group = fc
  .oneof(
    fc.constantFrom(
      'World Health Organization',
      'Gemini Team and Google',
      'DeepSeek-AI',
      '张三',
      'Aristotle',
    ),
    fc.constantFrom('Ada Byron', 'Caritas Europa', 'Lamps & Oils', '__proto__', 'constructor'),
    words.map((text) => `${text} Collaboration`),
  )
  .map((literal): NameParts => ({ literal }));

const names = fc.array(fc.oneof(person, group), { maxLength: 4 });

/** Entries of which each has a DOI and a key of its own. */
export const knownEntries: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      authors: names,
      editors: names,
      title: anyText,
      abstract: anyText,
      note: optional(anyText),
      tags: fc.array(anyText, { maxLength: 4 }),
      publishedAt: optional(fc.constantFrom('2023', '2023-01', '2023-01-05', '1999-12-31')),
      arxiv: optional(fc.constantFrom('1706.03762', 'hep-th/9711200')),
      venue: optional(fc.constantFrom('Journal of Lamps', 'Proceedings of the Lamps')),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((papers) =>
    papers.map(({ authors, editors, arxiv, ...fields }, index) => {
      const [written, edited] = [statedNames(authors), statedNames(editors)];
      const paper = filePaper({
        ...(JSON.parse(JSON.stringify(fields)) as typeof fields as object),
        id: `doi:10.1000/lamp.${index}`,
        identifiers: { doi: `10.1000/lamp.${index}`, ...(arxiv && { arxiv }) },
        authors: written.names,
        ...(edited.names.length > 0 && { editors: edited.names }),
        nameParts: Object.fromEntries([...edited.parts, ...written.parts]),
      });
      return { paper, key: `glas${index}lamp` };
    }),
  );

/** People by their parts. Of somebody with one name it is not told whether that is a family's. */
export function peopleOf(displayed: readonly string[] = [], told: Paper['nameParts']) {
  return displayed.map((name) => {
    const parts = namePartsOf(name, told);
    return 'family' in parts && Object.keys(parts).length === 1 ? { literal: parts.family } : parts;
  });
}
