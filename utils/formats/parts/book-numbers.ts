/** Numbers of books and journals, checked: sources put all kinds of things there. */

/** Whether a text is an ISBN, old or new, with or without hyphens: https://www.isbn-international.org */
export function isIsbn(text: string): boolean {
  const digits = digitsOf(text);
  if (/^97[89]\d{10}$/.test(digits))
    return sum(digits, (digit, place) => digit * (place % 2 === 0 ? 1 : 3)) % 10 === 0;
  return /^\d{9}[\dX]$/.test(digits) && sum(digits, (digit, place) => digit * (10 - place)) % 11 === 0;
}

/** Whether a text is an ISSN: https://www.issn.org */
export function isIssn(text: string): boolean {
  const digits = digitsOf(text);
  return /^\d{7}[\dX]$/.test(digits) && sum(digits, (digit, place) => digit * (8 - place)) % 11 === 0;
}

function digitsOf(text: string): string {
  return text.replace(/[\s‐-–-]/g, '').toUpperCase();
}

function sum(digits: string, weighed: (digit: number, place: number) => number): number {
  return [...digits].reduce(
    (total, digit, place) => total + weighed(digit === 'X' ? 10 : Number(digit), place),
    0,
  );
}
