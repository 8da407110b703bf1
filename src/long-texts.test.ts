import { expect, test } from 'vitest';
import { readWay } from './collections/case/way.ts';
import { meantPage, isOwnPage } from './offline/files.ts';
import { unpackState } from './exports/lms/learner-state.ts';
import { readLaunch, returnAddress } from './exports/lms/cmi5.ts';
import { readCodes, textOfFragment } from './practice/balance/code.ts';
import { wrongCodesMessage } from './practice/balance/scores.ts';
import { sideOf, stepSentence } from './practice/growth-plan/plan.ts';
import { importFile } from './practice/personal-file.ts';
import { addQuestion, cardFromFragment } from './practice/questions/card.ts';
import { splitCalendar, valueOf } from './practice/time-audit/ics-lines.ts';
import { plainWords, sorter } from './practice/time-audit/hours.ts';
import { normalize, readQuery } from './search/terms.ts';
import { parsePersonal } from './storage/store.ts';
import { choiceOf } from './teaching/embeds/embed-choice.ts';
import { choiceFromFragment } from './teaching/session-planner/choice.ts';
import { calendarFile } from './utils/calendar-file.ts';
import { escapeHtml, escapeMarkdown } from './utils/escape.ts';
import { smartQuotes } from './utils/quotes.ts';
import { slug } from './utils/slug.ts';

/** Everything that reads a text which a visitor types, pastes, opens or follows in an address. */
const READERS: Record<string, (text: string) => unknown> = {
  'a query': (text) => [readQuery(text), normalize(text)],
  'what is stored': parsePersonal,
  'a file of personal data': importFile,
  'pasted codes of a team': (text) => wrongCodesMessage(readCodes(text).wrong),
  'a link to a team': (text) => textOfFragment(`#codes=${text}`),
  'a question of one’s own': (text) => addQuestion({ title: text, questions: [] }, { side: 'own', text }),
  'a link to a card': (text) => cardFromFragment(`#card=${text}`),
  'a link to a session': (text) =>
    [text, `#minutes=${text}`, `#lessons=${text}`].map((each) => choiceFromFragment(each, [1, 2, 3])),
  'a link to a way through a case': (text) => readWay(`#way=${text}`, 'start', new Map()),
  'a link to the choice of an embed': (text) => choiceOf(`?piece=${text}&theme=${text}`),
  'a link to a side': sideOf,
  'a step of a plan': (text) => stepSentence({ if: text, then: text }),
  'a title in a calendar': (text) => sorter([{ category: 'running', words: ['a a', ',', 'a'] }])(text),
  'a line of a calendar': (text) => [splitCalendar(text), valueOf(text), plainWords(text)],
  'the state in a learning system': (text) => unpackState(text, [{ key: 'k8qm', questions: 2 }]),
  'the launch of a package': (text) => [
    readLaunch(`?endpoint=https://${text}&fetch=https://${text}&registration=1&activityId=1&actor=${text}`),
    returnAddress({ returnURL: text }),
  ],
  'a page from a portal': isOwnPage,
  'the address of a page': meantPage,
  'a text as HTML': escapeHtml,
  'a text as Markdown': escapeMarkdown,
  'a text with typed quotation marks': smartQuotes,
  'a name of a file': slug,
  'an event for a calendar': (text) =>
    calendarFile([{ uid: 'a', title: text, day: '2026-11-29', time: '09:00', minutes: 5 }], new Date(0)),
};

const LENGTH = 100_000;
/** Texts that make a slow expression go over the same characters again and again. */
const TEXTS = [
  'a',
  ' ',
  'a ',
  '1',
  '1,',
  '-',
  '.',
  ',',
  '"',
  "'",
  '\\',
  '<',
  '[',
  '(',
  '#',
  '?',
  '=',
  '&',
  '\n',
  'é',
  '’',
  'BEGIN:',
  'a.',
  '{"a":',
  '%',
].map((part) => part.repeat(LENGTH / part.length));

for (const [name, read] of Object.entries(READERS))
  test(`${name} reads 100,000 characters at once`, () => {
    for (const text of TEXTS)
      for (const whole of [text, `${text}!x`, `x${text}\n`]) {
        const begun = performance.now();
        read(whole);
        // An expression that goes back over each character takes at least ten seconds, and a linear one some milliseconds.
        expect(performance.now() - begun, JSON.stringify(whole.slice(0, 8))).toBeLessThan(3_000);
      }
  });
