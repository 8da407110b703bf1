import * as z from 'zod/mini';

/** Maximum number of questions on a card: enough for one meeting. */
export const MOST_QUESTIONS = 8;
/** How long a card's title and a question may be, in characters. */
export const LONGEST_TITLE = 120;
export const LONGEST_QUESTION = 300;

/** Which half a question is; `own` for one that the reader wrote. */
export type Side = 'managing' | 'leading' | 'own';

/** Labels before questions, so that meaning never depends on color alone. */
export const SIDE_LABEL: Record<Side, string> = { managing: 'Managing', leading: 'Leading', own: 'Own' };

const question = z.object({
  side: z.enum(['managing', 'leading', 'own']),
  text: z.string().check(z.minLength(1), z.maxLength(LONGEST_QUESTION)),
});
export type CardQuestion = z.infer<typeof question>;

/** A card for one meeting, as it is shown, printed and shared. */
export const cardSchema = z.object({
  title: z.string().check(z.maxLength(LONGEST_TITLE)),
  questions: z.array(question).check(z.maxLength(MOST_QUESTIONS)),
});
export type Card = z.infer<typeof cardSchema>;

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
