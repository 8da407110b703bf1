import type { Result } from '../../course/questions.ts';

/** What a package remembers of a lesson. */
export interface LessonState {
  /** Its end was reached. */
  ended: boolean;
  /** The first answer to each question, in their order; undefined where there is none yet. */
  answers: (Result | undefined)[];
}

/** What a package remembers, by the keys of its lessons. */
export type LearnerState = Map<string, LessonState>;

/** A lesson as the state sees it. */
export interface LessonShape {
  /** Short and lasting, of letters and digits; begins its record. */
  key: string;
  questions: number;
}

/** Characters that SCORM 1.2 has for it (`cmi.suspend_data`), whatever a system lets through. */
export const STATE_LIMIT = 4096;
/** Largest number that one character says. */
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

/** The state as a short text: "1 k8qm!5511--01". Lessons that nobody opened take no room. */
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

/** Reads what `packState` wrote. Lessons that are gone are left out; one whose questions changed begins anew. */
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

/** Characters of the longest state that these lessons can have. */
export const longestState = (lessons: readonly LessonShape[]): number =>
  lessons.reduce((sum, { key, questions }) => sum + key.length + 2 + 2 * questions, VERSION.length);
