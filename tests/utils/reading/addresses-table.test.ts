import { describe, expect, test } from 'vitest';
import { ADDRESS_ROWS, DOI_IN_PATH } from '@/utils/reading/addresses-table';

describe('the table of addresses', () => {
  test.each(ADDRESS_ROWS)('%s %s: %s can be a row', (hosts, pattern, namespace, value) => {
    expect(hosts).toMatch(/^[a-z\d.-]+( [a-z\d.-]+)*$/);
    expect(hosts, 'www. is a subdomain like any other').not.toMatch(/(^| )www\./);
    expect(namespace).toMatch(/^(?!title$|abstract$)[a-z]{2,20}$/);
    expect(pattern.global || pattern.sticky, 'such patterns remember where they were').toBe(false);
    const groups = new RegExp(`${pattern.source}|`, pattern.flags).exec('')?.length ?? 0;
    const used = [...value.matchAll(/\$(\d)/g)].map(([, group]) => Number(group));
    expect(used).toEqual(Array.from({ length: groups - 1 }, (_, index) => index + 1));
  });

  test.each([
    ['/doi/10.1000/182', '10.1000/182'],
    ['/doi/abs/10.1000/182/full/html', '10.1000/182'],
    ['/journals/abc/articles/10.1000/a/b.pdf', '10.1000/a/b'],
    ['/content/pdf/10.1000/a.b-c.pdf?x=1', '10.1000/a.b-c'],
    ['/chapter/10.1000/978-1_3#', '10.1000/978-1_3#'],
    ['/docs/10.2024/notes', undefined],
    ['/?doi=10.1000/182', undefined],
  ])('the DOI in %s is %s', (place, doi) => {
    expect(DOI_IN_PATH.exec(place)?.[1]).toBe(doi);
  });
});
