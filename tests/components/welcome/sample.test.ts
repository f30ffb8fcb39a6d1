import { expect, test } from 'vitest';
import { sampleTerms } from '@/components/welcome/sample';

const SAMPLE = { title: 'Lamps in the room', authors: [], abstract: 'Before their kettle boils' };

test.each<[string, string[]]>([
  ['kettle', ['kettle']],
  ['KETT', ['kettle']],
  ['lamps room', ['lamps', 'room']],
  ['lantern', []],
  ['', []],
])('%j marks %j', (query, terms) => {
  expect([...sampleTerms(SAMPLE, query)]).toEqual(terms);
});
