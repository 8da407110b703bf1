import { sideLabel, type SideName } from '../../course/sides.ts';
import { SIDE_NAMES } from '../../site.ts';
import type { CalendarEvent } from '../../utils/calendar-file.ts';
import {
  cardSchema,
  KINDS,
  LONGEST_QUESTION,
  MOST_QUESTIONS,
  OWN,
  type Card,
  type CardQuestion,
} from './slice.ts';

/** The label before a question, so that its color is never alone. */
export const questionLabel = ({ side }: Pick<CardQuestion, 'side'>): string => sideLabel(side, KINDS);

const questionNoun = (
  { side }: Pick<CardQuestion, 'side'>,
  sides: readonly SideName[] = SIDE_NAMES,
): string => [...sides, OWN].find(({ id }) => id === side)?.noun ?? side;

/** Title of an untitled card. */
export const titleOf = ({ title }: Card): string => (title.trim() === '' ? 'My question card' : title.trim());
/** Why a question cannot be added; undefined where it was. */
export type Refusal = 'full' | 'twice' | 'empty';

/** Adds a question at the end. A card stays short, and asks nothing twice. */
export function addQuestion<Any extends Card>(
  card: Any,
  added: CardQuestion,
): { card: Any; refused?: Refusal } {
  const text = added.text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_QUESTION);
  if (text === '') return { card, refused: 'empty' };
  if (card.questions.some((present) => present.text === text)) return { card, refused: 'twice' };
  if (card.questions.length >= MOST_QUESTIONS) return { card, refused: 'full' };
  return { card: { ...card, questions: [...card.questions, { ...added, text }] } };
}

/** Moves a question up (-1) or down (1); at either end it stays. */
export function moveQuestion<Any extends Card>(card: Any, index: number, by: -1 | 1): Any {
  const questions = [...card.questions];
  const [moved, other] = [questions[index], questions[index + by]];
  if (moved === undefined || other === undefined) return card;
  questions[index] = other;
  questions[index + by] = moved;
  return { ...card, questions };
}

export const removeQuestion = <Any extends Card>(card: Any, index: number): Any => ({
  ...card,
  questions: card.questions.filter((_, place) => place !== index),
});

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

/** Prefix of a card in a link's fragment, which never reaches a server. */
export const CARD_FRAGMENT = '#card=';
/** More than the longest card needs; anything longer was not made here. */
const LONGEST_FRAGMENT = 40_000;
const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** A card as the fragment of a link. */
export function cardFragment({ title, questions }: Card): string {
  const bytes = new TextEncoder().encode(
    JSON.stringify({ title, questions: questions.map(({ side, text }) => ({ side, text })) }),
  );
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return CARD_FRAGMENT + btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads the card in a link's fragment; undefined when invalid. The fragment is untrusted. */
export function cardFromFragment(fragment: string): Card | undefined {
  const code = fragment.slice(CARD_FRAGMENT.length);
  if (!fragment.startsWith(CARD_FRAGMENT) || fragment.length > LONGEST_FRAGMENT || !BASE64URL.test(code))
    return undefined;
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    const card = cardSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return card.questions.length > 0 ? card : undefined;
  } catch {
    return undefined;
  }
}
