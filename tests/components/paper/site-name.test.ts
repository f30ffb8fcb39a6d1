import { expect, test } from 'vitest';
import { siteName } from '@/components/paper/site-name';

test.each([
  ['huggingface', 'Hugging Face'],
  ['acl-anthology', 'ACL Anthology'],
  ['web', 'a collected page'],
  ['user', 'you'],
  ['elsewhere', 'elsewhere'],
  ['constructor', 'constructor'],
])('the source “%s” is called “%s”', (id, name) => {
  expect(siteName(id)).toBe(name);
});
