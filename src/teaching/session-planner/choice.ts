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

const FIRST: SessionChoice = { minutes: 60, people: 15, where: 'room', start: '09:00', lessons: [4] };

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

/** Parses a time of day, "00:00" to "23:59"; undefined when invalid. */
export const timeOf = (text: string): string | undefined =>
  /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined;
