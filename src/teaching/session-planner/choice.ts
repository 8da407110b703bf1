import { countOf } from '../../utils/count-of.ts';
import { listed } from '../../utils/number-words.ts';
import { timeOf } from '../../utils/region.ts';

/** Where a session takes place: in one room, or in a video call. */
export type Where = 'room' | 'call';

/** The trainer's options for a session. */
export interface SessionChoice {
  minutes: number;
  people: number;
  where: Where;
  /** Local time, as "09:00". */
  start: string;
  /** Numbers of lessons, in course order. */
  lessons: readonly number[];
  /** Ids of cases to decide in, in course order; a plan of before has none. */
  cases: readonly string[];
}

export const MINUTES = { least: 30, most: 480 } as const;
export const PEOPLE = { least: 1, most: 200 } as const;

/** Common session lengths, with labels. */
export const LENGTHS: readonly (readonly [minutes: number, label: string])[] = [
  [30, '30 minutes'],
  [60, '60 minutes'],
  [90, '90 minutes'],
  [210, 'Half a day'],
  [420, 'A day'],
];

const FIRST: SessionChoice = {
  minutes: 60,
  people: 15,
  where: 'room',
  start: '09:00',
  lessons: [4],
  cases: [],
};

/** The default choice: lesson 4, or the first lesson with a guide. */
export const defaultChoice = (numbers: readonly number[]): SessionChoice => ({
  ...FIRST,
  lessons: numbers.includes(4) ? FIRST.lessons : numbers.slice(0, 1),
});

/** Parses a whole number within limits; undefined when invalid. */
export function wholeWithin(
  text: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  if (!/^\d{1,4}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}

const HOUR = 60;

/** Formats a duration: "90 minutes", "3 hours and 30 minutes", "7 hours". */
export function durationWords(minutes: number): string {
  if (minutes < 2 * HOUR) return countOf(minutes, 'minute');
  const [hours, rest] = [Math.floor(minutes / HOUR), minutes % HOUR];
  return rest === 0 ? countOf(hours, 'hour') : `${countOf(hours, 'hour')} and ${countOf(rest, 'minute')}`;
}

/** Maximum length of a fragment; plans are shorter. */
const LONGEST = 600;

/** A choice as the fragment of a link. Fragments are not sent to servers. */
export const choiceFragment = ({ minutes, people, where, start, lessons, cases }: SessionChoice): string =>
  `#minutes=${minutes}&people=${people}&where=${where}&start=${start}&lessons=${lessons.join(',')}${cases.length === 0 ? '' : `&cases=${cases.join(',')}`}`;

/** The choice in a fragment, and a sentence for each problem. */
interface ReadChoice {
  choice: SessionChoice;
  problems: string[];
}

/**
 * Reads a plan from an untrusted fragment. Missing or invalid values fall back to the defaults with a message, which
 * never repeats text of the address.
 * @param numbers the lessons that have a guide, in course order
 * @param caseIds the cases of the course
 * @returns undefined if the fragment is empty or an id on the page, so not a plan
 */
export function choiceFromFragment(
  fragment: string,
  numbers: readonly number[],
  caseIds: readonly string[] = [],
): ReadChoice | undefined {
  if (/^#?[\w-]*$/.test(fragment)) return undefined;
  const usual = defaultChoice(numbers);
  const given = new URLSearchParams(fragment.length > LONGEST ? '' : fragment.replace(/^#/, ''));
  const unread: string[] = [];
  /** A value of the address, or the usual one. */
  const or = <Value>(value: Value | undefined, instead: Value, what: string): Value => {
    if (value === undefined) unread.push(what);
    return value ?? instead;
  };
  const text = (key: string): string => given.get(key) ?? '';
  const listOf = (key: string): string[] =>
    text(key)
      .split(',')
      .filter((item) => item !== '');
  const [where, asked, askedCases] = [text('where'), listOf('lessons'), listOf('cases')];
  const lessons = numbers.filter((number) => asked.includes(String(number)));
  const cases = caseIds.filter((id) => askedCases.includes(id));
  const choice: SessionChoice = {
    minutes: or(wholeWithin(text('minutes'), MINUTES), usual.minutes, 'the length'),
    people: or(wholeWithin(text('people'), PEOPLE), usual.people, 'the group size'),
    where: or(where === 'room' || where === 'call' ? where : undefined, usual.where, 'the place'),
    start: or(timeOf(text('start')), usual.start, 'the start'),
    lessons: or(lessons.length > 0 ? lessons : undefined, usual.lessons, 'the lessons'),
    cases,
  };
  const isShort = lessons.length > 0 && new Set(asked).size > lessons.length;
  return {
    choice,
    problems: [
      ...(unread.length === 0
        ? []
        : [`We can't read ${listed(unread)} in this link, so we took what we usually start with.`]),
      ...(isShort || new Set(askedCases).size > cases.length
        ? ['Part of the lessons or cases in this link is not in this course, so we left it out.']
        : []),
    ],
  };
}
