import type { Result } from '../../course/questions.ts';

/** A learner's state in a lesson. */
export interface LessonState {
  /** Whether the learner reached its end. */
  ended: boolean;
  /** The first answer to each question, in order; undefined for unanswered questions. */
  answers: (Result | undefined)[];
}

/** A learner's state in a package, by lesson key. */
export type LearnerState = Map<string, LessonState>;

/** The properties of a lesson that its state depends on. */
export interface LessonShape {
  /** Short and lasting, of letters and digits; its record starts with it. */
  key: string;
  questions: number;
}

/** Maximum characters of `cmi.suspend_data` in SCORM 1.2, even if some systems accept more. */
export const STATE_LIMIT = 4096;
/** Largest number that one character encodes. */
const MOST = 35;
const UNANSWERED = '--';
const VERSION = '1';

export const emptyState = (lessons: readonly LessonShape[]): LearnerState =>
  new Map(
    lessons.map(({ key, questions }) => [
      key,
      { ended: false, answers: Array.from({ length: questions }, () => undefined) },
    ]),
  );

const digit = (value: number): string => Math.min(MOST, Math.max(0, Math.round(value))).toString(MOST + 1);

/** Encodes the state as a short text: "1 k8qm!5511--01". Unopened lessons are omitted. */
export function packState(state: LearnerState): string {
  const records = [...state]
    .filter(([, { ended, answers }]) => ended || answers.some((answer) => answer !== undefined))
    .map(([key, { ended, answers }]) => {
      const given = answers.map((answer) =>
        answer === undefined ? UNANSWERED : digit(answer.right) + digit(answer.of),
      );
      return `${key}${ended ? '!' : '.'}${given.join('')}`;
    });
  return [VERSION, ...records].join(' ');
}

/** Decodes the text of `packState`. Skips lessons that no longer exist, and resets those whose questions changed. */
export function unpackState(text: string, lessons: readonly LessonShape[]): LearnerState {
  const state = emptyState(lessons);
  const [version, ...records] = text.split(' ');
  if (version !== VERSION) return state;
  for (const record of records) {
    const [, key = '', end, given = ''] = /^([a-z\d]+)([!.])((?:--|[\da-z]{2})*)$/.exec(record) ?? [];
    const lesson = state.get(key);
    if (lesson === undefined || lesson.answers.length * 2 !== given.length) continue;
    lesson.ended = end === '!';
    lesson.answers = lesson.answers.map((_, index) => {
      const pair = given.slice(index * 2, index * 2 + 2);
      if (pair === UNANSWERED) return undefined;
      const [right, of] = [...pair].map((character) => parseInt(character, MOST + 1));
      return right === undefined || of === undefined || of === 0 || right > of ? undefined : { right, of };
    });
  }
  return state;
}

/** Maximum length of the encoded state of these lessons. */
export const longestState = (lessons: readonly LessonShape[]): number =>
  lessons.reduce((sum, { key, questions }) => sum + key.length + 2 + 2 * questions, VERSION.length);
