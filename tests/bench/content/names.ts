const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel));
/** Number of names of four syllables. */
const COUNT = SYLLABLES.length ** 4;
/** Coprime to COUNT, so that every number has a unique name and the names of neighbors are different. */
const STEP = 15_485_863;

/** A made-up word for a number, such as "Rovamitu". No such word occurs in real content. */
export function madeName(number: number): string {
  let rest = (number * STEP) % COUNT;
  let name = '';
  for (let syllable = 0; syllable < 4; syllable += 1) {
    name += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The id for a title. */
export const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
