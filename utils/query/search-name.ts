/** The name that is proposed for a search that a person keeps: what it asks for, without the signs of the language. */
import { LONGEST_NAME, nameKey } from './saved-search';

/** A proposal is to be read at a glance (code points). */
const LONGEST = 60;
/** Fields whose value says enough by itself. */
const FIELDS =
  /(?<![\p{L}\p{N}])(?:title|abstract|author|tag|note|venue|org|organization|submitter|by|site|is|has):=?(?=\S)/giu;

/** @param taken the names that there are: a proposal is none of them */
export function searchName(query: string, taken: readonly string[]): string {
  const plain = query
    .replace(FIELDS, '')
    .replace(/["“”„«»()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const letters = [...(plain || query.trim())];
  const cut = letters.slice(0, LONGEST).join('');
  const name = letters.length > LONGEST ? `${cut.replace(/\s+\S*$/, '')}…` : cut;
  const keys = new Set(taken.map(nameKey));
  const numbered = (number: number) => (number === 1 ? name : `${name} ${number}`);
  let number = 1;
  while (keys.has(nameKey(numbered(number)))) number++;
  return numbered(number).slice(0, LONGEST_NAME);
}
