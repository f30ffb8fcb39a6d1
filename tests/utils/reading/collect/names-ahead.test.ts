import { describe, expect, test } from 'vitest';
import { isOnlyNames, namesAhead, namesAlone, namesBeside } from '@/utils/reading/collect/names-ahead';

const TITLE = 'Drops that fall on piers';

describe('names before a title', () => {
  test.each([
    ['[Holm2020a] Holm, Pia and Rask, Ole, ', '“', ['Holm, Pia', 'Rask, Ole']],
    ['[7] P. Holm, O. Rask, and E. Voss, ', '"', ['P. Holm', 'O. Rask', 'E. Voss']],
    ['Holm, Pia, Ole Rask, and Eva Voss. ', '“', ['Holm, Pia', 'Ole Rask', 'Eva Voss']],
    ['Pia Holm and Ole Rask, 2019. ', '“', ['Pia Holm', 'Ole Rask']],
    ['Holm, Pia. ', '"', ['Holm, Pia']],
    ['Holm P, Rask O. ', '', ['Holm P', 'Rask O']],
    ['3. Holm P#, Rask O*. ', '', ['Holm P', 'Rask O']],
    ['Holm P. ', '', ['Holm P']],
    ['Holm PM. ', '', ['Holm PM']],
    ['Holm, P., & Rask, O. (2020, May). ', '', ['Holm, P.', 'Rask, O.']],
    ['Holm, P., Rask, O.: ', '', ['Holm, P.', 'Rask, O.']],
    ['P. Holm, O. Rask, ', '', ['P. Holm', 'O. Rask']],
    ['Pia Holm (ed.), 2020. ', '', ['Pia Holm']],
    ['Holm et al. (2020). ', '', ['Holm']],
  ])('%s', (before, quote, names) => {
    const text = `${before}${quote}${TITLE}`;
    const found = namesAhead(text);
    expect(found?.names).toEqual(names);
    expect(found?.sure).toBe(true);
    expect(text.slice(found?.end)).toBe(`${quote}${TITLE}`);
    expect(isOnlyNames(`${before}${quote}`)).toBe(true);
  });

  test('one without initials may be a title', () => {
    expect(namesAhead(`Pia Holm. ${TITLE}`)).toMatchObject({ names: ['Pia Holm'], sure: false });
  });

  test.each([
    TITLE,
    'Rain Forever: Drops that fall',
    'Pia Holm counts the drops. She finds many.',
    'Piers, Rain and what falls on them',
    '',
  ])('are not in %j', (text) => {
    expect(namesAhead(text)).toBeUndefined();
  });
});

describe('names beside a title', () => {
  test.each([
    ['before it', `Holm P, Rask O. ${TITLE}. Rain Lett. 2020.`, ['Holm P', 'Rask O']],
    ['before its quotation marks', `Pia Holm, Ole Rask, “${TITLE},” 2020`, ['Pia Holm', 'Ole Rask']],
    ['behind it', `${TITLE}. Pia Holm, Ole Rask. Rain 2020.`, ['Pia Holm', 'Ole Rask']],
    ['behind a word', `${TITLE} by Pia Holm and Ole Rask (2020)`, ['Pia Holm', 'Ole Rask']],
  ])('are those %s', (_, line, names) => {
    expect(namesBeside(line, TITLE)).toEqual(names);
  });

  test.each([
    ['a venue', `${TITLE}. Rain Letters, 2020.`],
    ['a single capitalised text', `${TITLE}. North Quay. 2020.`],
    ['a family name alone', `Holm et al. ${TITLE}`],
    ['names of a sentence', `${TITLE}, as Pia Holm and Ole Rask say`],
    ['another title', 'Of boats. Pia Holm, Ole Rask.'],
  ])('are not %s', (_, line) => {
    expect(namesBeside(line, TITLE)).toBeUndefined();
  });
});

test.each([
  ['Pia Holm, Ole Rask and Eva Voss', ['Pia Holm', 'Ole Rask', 'Eva Voss']],
  ['P. Holm, O. Rask (2020).', ['P. Holm', 'O. Rask']],
  ['Pia Holm', undefined],
  ['Pia Holm, Ole Rask: drops', undefined],
  ['North Quay Letters', undefined],
  ['', undefined],
])('the names that fill %j', (line, names) => {
  expect(namesAlone(line)).toEqual(names);
});
