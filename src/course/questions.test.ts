import { expect, test } from 'vitest';
import { answersOf, placeOf, score } from './questions.ts';

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

test('a question that only review asks is on the page of all questions of its lesson', () => {
  const lesson = { id: 'a', path: '/lessons/a/' };
  expect(placeOf(lesson, { id: 'q-b', where: undefined })).toEqual({ path: '/lessons/a/', fragment: 'q-b' });
  expect(placeOf(lesson, { id: 'q-b', where: 'review' })).toEqual({ path: '/review/a/', fragment: 'q-b' });
});
