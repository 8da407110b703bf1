import { expect, test } from 'vitest';
import { answersOf, score } from './questions.ts';

test('answers are scored by what was given for each', () => {
  expect(score(['right', 'wrong'], ['right', 'wrong'])).toBe(2);
  const recall = answersOf({
    id: 'q-a',
    kind: 'recall',
    prompt: '',
    objective: 'name-it',
    level: 'recall',
    explains: '#a',
    answer: '',
    points: [{ text: 'One', feedback: 'Two' }],
  });
  expect(recall).toEqual([{ text: 'One', verdict: '', label: 'One', feedback: 'Two' }]);
});
