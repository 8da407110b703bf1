import { expect, test } from 'vitest';
import { stepsSlice, type StepReport } from '../../storage/steps.ts';
import { waitingSteps } from './waiting.ts';

const NOW = new Date(2026, 10, 24, 9);
const daysAgo = (days: number): string => new Date(2026, 10, 24 - days, 23).toISOString();
const report = (lesson: string, did: StepReport['did'], days: number): StepReport => ({
  at: daysAgo(days),
  lesson,
  did,
});
const lessons = {
  begun: { title: 'Begun' },
  old: { title: 'Old', finished: daysAgo(9) },
  new: { title: 'New', finished: daysAgo(1) },
  today: { title: 'Today', finished: new Date(2026, 10, 24, 8).toISOString() },
};

test('a step is asked about from the day after its lesson was finished, the newest first', () => {
  expect(waitingSteps(lessons, [], NOW)).toEqual(['new', 'old']);
});

test('a step is asked about once, and again a week after "not yet"', () => {
  const asked = (did: StepReport['did'], days: number): boolean =>
    waitingSteps(lessons, [report('old', did, days)], NOW).includes('old');
  expect([asked('yes', 8), asked('partly', 8), asked('no', 6), asked('no', 7)]).toEqual([
    false,
    false,
    false,
    true,
  ]);
  const then = [report('old', 'no', 8), report('old', 'yes', 1)];
  expect(waitingSteps(lessons, then, NOW)).toEqual(['new']);
});

test('a merge has the reports of both devices', () => {
  const [one, other] = [report('old', 'no', 8), { ...report('old', 'yes', 1), note: 'It rained.' }];
  expect(stepsSlice.schema.safeParse([one, other]).success).toBe(true);
  expect(stepsSlice.merge([other], [one, other])).toEqual([one, other]);
  expect(stepsSlice.schema.safeParse([{ ...one, did: 'perhaps' }]).success).toBe(false);
});
