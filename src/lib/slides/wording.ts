import type { Course, Lesson } from '../course-types.ts';
import { curly, knownAddresses, splitAtAddresses } from '../guide/text.ts';
import type { Passage } from '../mdx-sections.ts';

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
    splitAtAddresses(curly(text), known)
      .map((part) => ('words' in part ? part.words : place.absolute(part.address)))
      .join('');
  return { ...place, lesson, say };
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

export function firstSentence(text: string): string {
  const [first] = sentences.segment(text);
  return (first?.segment ?? text).trim();
}

/** A lead that a list item opens with, and as much of the rest as a slide has room for. */
const LEAD_WORDS = 14;

/** What a passage comes to on a slide. */
export function pointOf({ label, text }: Passage): string {
  if (label === undefined) return firstSentence(text);
  const rest = text.slice(label.length).trim();
  const sentence = firstSentence(rest);
  const lead = label.replace(/[.:]$/, '');
  if (sentence === '' || sentence.split(' ').length > LEAD_WORDS) return lead;
  // "Planning decides ahead": the lead begins its own sentence.
  return /^\p{Ll}/u.test(sentence) ? `${label} ${sentence}` : `${lead}: ${sentence}`;
}

/** A sentence that only leads on to what the page shows next says nothing on a slide. */
export const isPoint = ({ aside, text }: Passage): boolean =>
  !aside &&
  !/^(?:as an example|take an example|here (?:are|is)\b)/i.test(text) &&
  !/:$/.test(firstSentence(text));
