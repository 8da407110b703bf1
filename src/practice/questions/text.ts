import type { SideName } from '../../course/sides.ts';
import { type Card, questionNoun, titleOf } from './card.ts';
import type { PromptsData } from './content.ts';
import type { CalendarEvent } from '../../utils/calendar-file.ts';

/** A card as plain text, to paste into an invitation or a note. */
export const cardText = (card: Card, sides?: readonly SideName[]): string =>
  [
    titleOf(card),
    '',
    ...card.questions.map(
      (question, index) => `${index + 1}. ${question.text} (${questionNoun(question, sides)})`,
    ),
    '',
  ].join('\n');

/** How long the event of a meeting is; the reader can change it in the calendar. */
const MEETING_MINUTES = 30;
/** Minutes before the meeting that the calendar reminds: enough to read the card. */
const REMIND_MINUTES = 15;

/** When a meeting is: local day and time, as "2026-11-27" and "16:00". */
export interface Meeting {
  day: string;
  time: string;
}

/** The meeting of a card for the reader's calendar, with the card in its description. */
export const cardEvent = (id: string, card: Card, meeting: Meeting, url: string): CalendarEvent => ({
  uid: `card-${id}`,
  title: titleOf(card),
  description: cardText(card),
  url,
  ...meeting,
  minutes: MEETING_MINUTES,
  remind: REMIND_MINUTES,
});

/** Heading of the form, on paper and as text. */
export const FEEDBACK_ASK = 'Think of the last month at work, and do not write your name.';

/** The team-feedback form as plain text: each statement with its choices, to paste into any form tool. */
export function feedbackText({ scale, items, open }: PromptsData['feedback']): string {
  const choices = scale.map((point) => `   ( ) ${point}`);
  return [
    FEEDBACK_ASK,
    '',
    ...items.flatMap(({ text }, index) => [`${index + 1}. ${text}`, ...choices, '']),
    ...open.flatMap(({ text }, index) => [`${items.length + index + 1}. ${text}`, '   (a few lines)', '']),
  ].join('\n');
}
