import type { Lesson } from '../../course/types.ts';
import { knownAddresses, splitAtAddresses } from '../guides/text.ts';
import type { CourseSite } from '../../exports/exporter.ts';
import { smartQuotes } from '../../utils/quotes.ts';
import type { Passage } from '../../course/lesson-outline.ts';

export interface DeckContext extends CourseSite {
  lesson: Lesson;
  /** Converts a text for a slide: typographic punctuation, and absolute addresses. */
  say(text: string): string;
}

/** What makes a text of the course one for slides. */
export function sayIn(site: CourseSite): DeckContext['say'] {
  const known = knownAddresses(site.course);
  return (text) =>
    splitAtAddresses(smartQuotes(text), known)
      .map((part) => ('words' in part ? part.words : site.absolute(part.address)))
      .join('');
}

export const contextOf = (site: CourseSite, lesson: Lesson): DeckContext => ({
  ...site,
  lesson,
  say: sayIn(site),
});

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Splits a text into sentences. A question in quotation marks does not end one: "What is due?" is a good question. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const { segment } of sentences.segment(text)) {
    const last = found.length - 1;
    if (last >= 0 && /^\p{Ll}/u.test(segment)) found[last] += segment;
    else found.push(segment);
  }
  return found.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
}

const firstSentence = (text: string): string => sentencesOf(text)[0] ?? text;

/** The emphasized lead of a passage, and the lead with the first sentence after it. */
export function leadOf({ label = '', text }: Passage): { lead: string; whole: string } {
  const lead = label.replace(/[.:]$/, '');
  const sentence = firstSentence(text.slice(label.length).trim());
  // In "Planning decides ahead", the lead is the beginning of the sentence.
  const joint = /^\p{Ll}/u.test(sentence) ? ' ' : ': ';
  return { lead, whole: sentence === '' ? lead : lead + joint + sentence };
}

const words = (texts: readonly string[]): number => texts.join(' ').split(/\s+/).length;

/** Minimum words of a sentence that makes sense alone; "Mostly it isn't." depends on the one before. */
const ALONE = 5;

/** Whether a sentence makes sense on a slide: it does not just introduce the next element or answer the sentence before. */
const saysSomething = (sentence: string): boolean =>
  words([sentence]) >= ALONE &&
  !/^(?:as an example|take an example|here (?:are|is)\b|two examples)/i.test(sentence) &&
  !/:$/.test(sentence) &&
  // It leans on the sentence before.
  !/^(?:so|and|but|then|that|this|these|they|there|think of|what is left)\b/i.test(sentence);

/** Minimum number of points on a slide, if the prose has as many. */
const SOME = 3;
/** Maximum words of a list whose items are shown as whole sentences. */
const LIST_WORDS = 44;

/** The points of a section on a slide: the beginnings of its paragraphs, and the leads of its list items. */
export function pointsOf(passages: readonly Passage[]): string[] {
  const own = passages.filter(({ aside }) => !aside);
  const leads = own.filter(({ label }) => label !== undefined).map(leadOf);
  const inFull = words(leads.map(({ whole }) => whole)) <= LIST_WORDS;
  const plain = own.filter(({ label }) => label === undefined).length;
  // With few paragraphs, the first one gives more than one sentence.
  const more = Math.max(1, SOME + 1 - plain);
  return own.flatMap((passage) => {
    if (passage.label !== undefined) {
      const { lead, whole } = leadOf(passage);
      return [inFull ? whole : lead];
    }
    const enough = leads.length > 0 ? 1 : plain < SOME ? more : 1;
    return sentencesOf(passage.text).filter(saysSomething).slice(0, enough);
  });
}
