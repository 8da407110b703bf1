import type { Lesson } from '../../course/types.ts';
import { knownAddresses, splitAtAddresses } from '../guides/text.ts';
import type { CourseSite } from '../../exports/exporter.ts';
import { smartQuotes } from '../../utils/quotes.ts';

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
