const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const SYLLABLES = [...CONSONANTS].flatMap((consonant) => [...VOWELS].map((vowel) => consonant + vowel));
/** Names of four syllables that there are. */
const COUNT = SYLLABLES.length ** 4;
/** Shares no factor with COUNT, so that every number has a name of its own, and neighbours differ. */
const STEP = 15_485_863;

/** A made word that belongs to one number alone: "Rovamitu". No such word stands in real content. */
export function madeName(number: number): string {
  let rest = (number * STEP) % COUNT;
  let name = '';
  for (let syllable = 0; syllable < 4; syllable += 1) {
    name += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The id that a title makes. */
export const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
