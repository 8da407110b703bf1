import { expect, test } from 'vitest';
import fc from 'fast-check';
import { calendarFile } from '../../utils/calendar-file.ts';
import {
  addQuestion,
  moveQuestion,
  removeQuestion,
  CARD_FRAGMENT,
  cardFragment,
  cardFromFragment,
  cardEvent,
  cardText,
} from './card.ts';
import { slice, type KeptCard, LONGEST_QUESTION, LONGEST_TITLE, MOST_QUESTIONS, type Card } from './slice.ts';
import { feedbackText } from './content.ts';

/** Any text, of any script, control characters and halves of characters among them. */
const words = (minLength: number, maxLength: number) =>
  fc.string({ unit: 'binary', minLength, maxLength }).filter((text) => text.length <= maxLength);
const question = fc.record({
  side: fc.constantFrom('managing' as const, 'leading' as const, 'own' as const),
  text: words(1, LONGEST_QUESTION),
});
const card: fc.Arbitrary<Card> = fc.record({
  title: words(0, LONGEST_TITLE),
  questions: fc.array(question, { minLength: 1, maxLength: MOST_QUESTIONS }),
});
const keptCards: fc.Arbitrary<Record<string, KeptCard>> = fc.dictionary(
  fc.constantFrom('c-1', 'c-2', 'c-3'),
  fc
    .tuple(card, fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }))
    .map(([any, at]) => ({ ...any, at: at.toISOString() })),
);

test('any card survives the way through the fragment of a link', () => {
  fc.assert(
    fc.property(card, (any) => {
      expect(cardFromFragment(cardFragment(any))).toEqual(any);
    }),
  );
});

test('the longest card of any script fits a link that is read again', () => {
  for (const unit of ['語', '\u0000', '😀'.slice(0, 1)]) {
    const longest: Card = {
      title: unit.repeat(LONGEST_TITLE),
      questions: Array.from({ length: MOST_QUESTIONS }, () => ({
        side: 'managing' as const,
        text: unit.repeat(LONGEST_QUESTION),
      })),
    };
    expect(cardFromFragment(cardFragment(longest))).toEqual(longest);
  }
});

test('cards that a file has under an id of ours, however long, are kept beside it and can be read', () => {
  const card = (title: string) => ({ at: '2026-11-24T09:30:00.000Z', title, questions: [] });
  for (const id of ['a'.repeat(80), `${'a'.repeat(73)}-${'b'.repeat(6)}`, 'c-1']) {
    const merged = slice.merge({ [id]: card('ours') }, { [id]: card('theirs') });
    const again = slice.merge(merged, { [id]: card('a third') });
    expect(slice.schema.safeParse(again).success, id).toBe(true);
    expect(Object.values(again).map(({ title }) => title)).toEqual(['ours', 'theirs', 'a third']);
  }
});

test('what was not made here is no card, and never an error', () => {
  const code = (value: unknown) => CARD_FRAGMENT + Buffer.from(JSON.stringify(value)).toString('base64url');
  const tooMany = Array.from({ length: MOST_QUESTIONS + 1 }, () => ({ side: 'own', text: 'Why?' }));
  for (const hostile of [
    '',
    '#card',
    '#card=',
    '#card=%00',
    '#card=abc',
    `#card=${'A'.repeat(50_000)}`,
    code(null),
    code([]),
    code({ title: 'x', questions: [] }),
    code({ title: 5, questions: [{ side: 'own', text: 'Why?' }] }),
    code({ title: 'x', questions: [{ side: 'boss', text: 'Why?' }] }),
    code({ title: 'x', questions: [{ side: 'own', text: '' }] }),
    code({ title: 'x', questions: [{ side: 'own', text: 'x'.repeat(LONGEST_QUESTION + 1) }] }),
    code({ title: 'x'.repeat(LONGEST_TITLE + 1), questions: [{ side: 'own', text: 'Why?' }] }),
    code({ title: 'x', questions: tooMany }),
    // A byte that is not UTF-8 in the title.
    CARD_FRAGMENT +
      Buffer.from('{"title":"\xff","questions":[{"side":"own","text":"Why?"}]}', 'latin1').toString(
        'base64url',
      ),
  ])
    expect(cardFromFragment(hostile), hostile.slice(0, 60)).toBeUndefined();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      expect(cardFromFragment(CARD_FRAGMENT + any)).toBeUndefined();
    }),
  );
});

test('what else a link carries is dropped', () => {
  const value = { title: 'x', questions: [{ side: 'own', text: 'Why?', pair: 1 }], at: 'y' };
  const fragment = CARD_FRAGMENT + Buffer.from(JSON.stringify(value)).toString('base64url');
  expect(cardFromFragment(fragment)).toEqual({ title: 'x', questions: [{ side: 'own', text: 'Why?' }] });
});

test('merging keeps every card of both devices, and doing it again adds nothing', () => {
  fc.assert(
    fc.property(keptCards, keptCards, (present, added) => {
      const merged = slice.merge(present, added);
      for (const [id, own] of Object.entries(present)) expect(merged[id]).toEqual(own);
      for (const other of Object.values(added)) expect(Object.values(merged)).toContainEqual(other);
      expect(slice.merge(merged, added)).toEqual(merged);
      expect(slice.schema.safeParse(merged).success).toBe(true);
    }),
  );
});

test('a card takes a question once, and eight at most', () => {
  const empty: Card = { title: '', questions: [] };
  expect(addQuestion(empty, { side: 'own', text: ' \n ' }).refused).toBe('empty');
  const one = addQuestion(empty, { side: 'own', text: '  Who  is\nwaiting? ' }).card;
  expect(one.questions).toEqual([{ side: 'own', text: 'Who is waiting?' }]);
  expect(addQuestion(one, { side: 'managing', text: 'Who is waiting?' })).toEqual({
    card: one,
    refused: 'twice',
  });
  let full = empty;
  for (let number = 0; number < MOST_QUESTIONS; number += 1)
    full = addQuestion(full, { side: 'own', text: `Question ${number}` }).card;
  expect(addQuestion(full, { side: 'own', text: 'One more?' })).toEqual({ card: full, refused: 'full' });
});

test('moving keeps every question, and moving back restores the order', () => {
  fc.assert(
    fc.property(card, fc.nat(MOST_QUESTIONS), (any, index) => {
      const moved = moveQuestion(any, index, 1);
      expect(moved.questions).toHaveLength(any.questions.length);
      if (index + 1 < any.questions.length) {
        expect(moved.questions[index + 1]).toBe(any.questions[index]);
        expect(moveQuestion(moved, index + 1, -1)).toEqual(any);
      } else expect(moved).toEqual(any);
    }),
  );
  const two: Card = {
    title: '',
    questions: [
      { side: 'own', text: 'a' },
      { side: 'own', text: 'b' },
    ],
  };
  expect(removeQuestion(two, 0).questions).toEqual([{ side: 'own', text: 'b' }]);
});

test('a card as text and as a calendar event names each question and its side', () => {
  const monday: Card = {
    title: ' Monday ',
    questions: [
      { side: 'managing', text: 'What is in your way?' },
      { side: 'own', text: 'Tea; or coffee, or both?' },
    ],
  };
  expect(cardText(monday)).toBe(
    'Monday\n\n1. What is in your way? (managing)\n2. Tea; or coffee, or both? (own)\n',
  );
  const event = cardEvent('c-1', monday, { day: '2026-11-30', time: '09:15' }, 'https://example.org/');
  const file = calendarFile([event], new Date('2026-11-24T12:00:00Z')).replaceAll('\r\n ', '');
  expect(file).toContain('DTSTART:20261130T091500');
  expect(file).toContain('SUMMARY:Monday');
  expect(file).toContain('2. Tea\\; or coffee\\, or both? (own)');
  expect(file).toContain('TRIGGER:-PT15M');
});

test('the team form as text numbers everything and gives each statement every choice', () => {
  const text = feedbackText({
    intro: 'Not part of the form.',
    scale: ['Never', 'Always'],
    items: [
      { id: 'f-a', about: 'direction', text: 'I know the way.' },
      { id: 'f-b', about: 'connection', text: 'I can speak.' },
    ],
    open: [{ id: 'f-c', text: 'What else?' }],
  });
  expect(text).toContain('1. I know the way.\n   ( ) Never\n   ( ) Always\n');
  expect(text).toContain('2. I can speak.\n');
  expect(text).toContain('3. What else?\n');
  expect(text).not.toContain('Not part');
});
