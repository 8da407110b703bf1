import type { Course, Lesson } from '../../course/types.ts';
import { smartQuotes, knownAddresses, splitAtAddresses } from '../guides/text.ts';
import type { Passage } from '../../course/lesson-outline.ts';

/** What a deck needs of the site around it. */
export interface DeckPlace {
  course: Course;
  /** The whole address of a path of the site. */
  absolute(path: string): string;
  /** The path that stays for as long as the site does. */
  lasting(path: string): string;
}

export interface DeckContext extends DeckPlace {
  lesson: Lesson;
  /** A text as it stands on a slide: typographic marks, and addresses that work outside of the site. */
  say(text: string): string;
}

export function contextOf(place: DeckPlace, lesson: Lesson): DeckContext {
  const known = knownAddresses(place.course);
  const say = (text: string): string =>
    splitAtAddresses(smartQuotes(text), known)
      .map((part) => ('words' in part ? part.words : place.absolute(part.address)))
      .join('');
  return { ...place, lesson, say };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentences of a text. A question in quotation marks ends none: "What is due?" is a good question. */
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

/** What stands out at the start of a passage, and the first sentence of what follows. */
export function leadOf({ label = '', text }: Passage): { lead: string; whole: string } {
  const lead = label.replace(/[.:]$/, '');
  const sentence = firstSentence(text.slice(label.length).trim());
  // "Planning decides ahead": the lead begins its own sentence.
  const joint = /^\p{Ll}/u.test(sentence) ? ' ' : ': ';
  return { lead, whole: sentence === '' ? lead : lead + joint + sentence };
}

const words = (texts: readonly string[]): number => texts.join(' ').split(/\s+/).length;

/** Words of a sentence that can stand alone: "Mostly it isn't." lives on what was said before. */
const ALONE = 5;

/** A sentence that only leads on to what the page shows next, or answers the one before, says nothing on a slide. */
const saysSomething = (sentence: string): boolean =>
  words([sentence]) >= ALONE &&
  !/^(?:as an example|take an example|here (?:are|is)\b|two examples)/i.test(sentence) &&
  !/:$/.test(sentence);

/** Points that a slide wants at least, where the prose has them. */
const SOME = 3;
/** Words of a list whose items keep their sentences. */
const LIST_WORDS = 44;

/** What a section comes to on a slide: how its paragraphs begin, and what stands out in its lists. */
export function pointsOf(passages: readonly Passage[]): string[] {
  const own = passages.filter(({ aside }) => !aside);
  const leads = own.filter(({ label }) => label !== undefined).map(leadOf);
  const inFull = words(leads.map(({ whole }) => whole)) <= LIST_WORDS;
  const plain = own.filter(({ label }) => label === undefined).length;
  // With few paragraphs, the first says more than how it begins.
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
