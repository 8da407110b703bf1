import { defaultChoice, MINUTES, PEOPLE, timeOf, wholeWithin, type SessionChoice } from './choice.ts';
import { clockTime } from './clock.ts';

/** Maximum length of a fragment; plans are shorter. */
const LONGEST = 300;

/** A choice as the fragment of a link. Fragments are not sent to servers. */
export const choiceFragment = ({ minutes, people, where, start, lessons }: SessionChoice): string =>
  `#minutes=${minutes}&people=${people}&where=${where}&start=${start}&lessons=${lessons.join(',')}`;

/** The choice in a fragment, and a sentence for each problem. */
export interface ReadChoice {
  choice: SessionChoice;
  problems: string[];
}

/** The existing lessons in a list such as "1,3,7", in course order, and whether the list had anything else. */
function lessonsOf(text: string, numbers: readonly number[]): { lessons: number[]; odd: boolean } {
  const parts = text.split(',');
  const lessons = numbers.filter((number) => parts.includes(String(number)));
  return { lessons, odd: parts.some((part) => !lessons.some((number) => String(number) === part)) };
}

/**
 * Reads a plan from an untrusted fragment. Missing or invalid values fall back to the defaults with a message, which
 * never repeats text of the address.
 * @param numbers the lessons that have a guide, in course order
 * @returns undefined if the fragment is empty or an id on the page, so not a plan
 */
export function choiceFromFragment(fragment: string, numbers: readonly number[]): ReadChoice | undefined {
  if (/^#?[\w-]*$/.test(fragment)) return undefined;
  const usual = defaultChoice(numbers);
  const given = new URLSearchParams(fragment.length > LONGEST ? '' : fragment.replace(/^#/, ''));
  if (!['minutes', 'people', 'where', 'start', 'lessons'].some((key) => given.has(key)))
    return {
      choice: usual,
      problems: ['This link holds no plan that we can read. Below is the plan that we start with.'],
    };

  const problems: string[] = [];
  /** Returns a value of the address, or the default and adds a message. */
  const read = <Value>(key: string, value: Value | undefined, instead: Value, said: string): Value => {
    if (value !== undefined) return value;
    const fault = given.has(key) ? 'one that we cannot use' : 'missing in this link';
    problems.push(said.replace('%', fault));
    return instead;
  };
  const text = (key: string): string => given.get(key) ?? '';
  const where = text('where');
  const { lessons, odd } = lessonsOf(text('lessons'), numbers);
  const choice: SessionChoice = {
    minutes: read(
      'minutes',
      wholeWithin(text('minutes'), MINUTES),
      usual.minutes,
      `The length is %, so we took ${usual.minutes} minutes.`,
    ),
    people: read(
      'people',
      wholeWithin(text('people'), PEOPLE),
      usual.people,
      `The group size is %, so we took ${usual.people} people.`,
    ),
    where: read(
      'where',
      where === 'room' || where === 'call' ? where : undefined,
      usual.where,
      'The place is %, so we took a room.',
    ),
    start: read(
      'start',
      timeOf(text('start')),
      usual.start,
      `The start is %, so we took ${clockTime(usual.start)}.`,
    ),
    lessons: read(
      'lessons',
      lessons.length > 0 ? lessons : undefined,
      usual.lessons,
      `The list of lessons is %, so we took lesson ${usual.lessons.join(', ')}.`,
    ),
  };
  if (lessons.length > 0 && odd)
    problems.push('Part of the list of lessons is not in this course, so we left it out.');
  return { choice, problems };
}
