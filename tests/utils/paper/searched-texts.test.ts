import { expect, test } from 'vitest';
import { storedPaper } from '@/tests/storage/papers';
import { fieldText, fieldTexts, seenIn } from '@/utils/paper/searched-texts';

test('fields that gather others have their texts, with what sightings tell', () => {
  const paper = storedPaper({
    id: 'a:1',
    identifiers: { doi: '10.1000/x' },
    venue: 'ICML',
    organization: 'Kestrel AI',
    publisher: 'Harbour Press',
    editors: ['Ida Moss', 'Bo Berg'],
    isbn: ['978-3-16-148410-0'],
    issn: ['1234-567X'],
  });
  const sighting = { paper: 'a:1', url: 'https://a.example/', seenAt: '' };
  const seen = seenIn([
    { ...sighting, site: 'huggingface', submitter: 'Wren' },
    { ...sighting, site: 'arxiv' },
    { ...sighting, site: 'arxiv', submitter: 'Wren' },
  ]);
  expect(seen).toEqual({ sites: ['arxiv', 'huggingface'], submitters: ['Wren'] });
  expect(fieldTexts(paper, 'places', seen)).toEqual([
    'ICML',
    'Harbour Press',
    'Kestrel AI',
    'arxiv',
    'huggingface',
  ]);
  expect(fieldTexts(paper, 'places')).toEqual(['ICML', 'Harbour Press', 'Kestrel AI']);
  expect(fieldTexts(paper, 'people', seen)).toEqual(['Ida Moss', 'Bo Berg', 'Wren']);
  expect(fieldText(paper, 'people', seen)).toBe('Ida Moss\nBo Berg\nWren');
  expect(fieldTexts(paper, 'identifiers')).toEqual([
    '10.1000/x',
    '978-3-16-148410-0',
    '9783161484100',
    '1234-567X',
    '1234567X',
  ]);
});
