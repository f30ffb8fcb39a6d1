import { expect, test } from 'vitest';
import { isFunctionWord, isQuestionWord } from '@/utils/text/function-words';
import { queryTerms } from '@/utils/text/tokens';

/** The words of a text by what they are. */
function sorted(text: string) {
  const terms = queryTerms(text);
  return {
    function: terms.filter(isFunctionWord),
    question: terms.filter(isQuestionWord),
    rest: terms.filter((term) => !isFunctionWord(term) && !isQuestionWord(term)),
  };
}

test.each([
  ['Which articles deal with camera traps?', ['which', 'with'], ['articles', 'deal'], ['camera', 'traps']],
  [
    "I'm interested in what's known of Zipf's law",
    ['i', 'm', 'in', 'what', 's', 'of', 's'],
    ['interested'],
    null,
  ],
  ['To be or not to be', ['to', 'be', 'or', 'not', 'to', 'be'], [], []],
  ['R-CNN, t5, 3D, die 状態', [], [], null],
  ['Constructor __proto__ toString', [], [], null],
])('%s', (text, functions, questions, rest) => {
  const found = sorted(text);
  expect(found.function).toEqual(functions);
  expect(found.question).toEqual(questions);
  if (rest) expect(found.rest).toEqual(rest);
});

test('no word is both', () => {
  const text = `a about above against article articles between deal deals during give how interested paper papers show
    study the their use used using very which who work works would written your`;
  const { function: functions, question } = sorted(text);
  expect(functions.filter(isQuestionWord)).toEqual([]);
  expect(question.filter(isFunctionWord)).toEqual([]);
  expect(functions.length + question.length).toBe(queryTerms(text).length);
});
