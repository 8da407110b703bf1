const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** A whole number in text: in words up to twenty, then in digits. */
export const inWords = (count: number): string => SMALL[count] ?? String(count);
/** A text with its first letter capitalized. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A whole number at the beginning of a sentence. */
export const atStart = (count: number): string => capitalized(inWords(count));

/** "ten short lessons", "one short lesson". */
export const shortLessons = (count: number, words = inWords): string =>
  `${words(count)} short ${count === 1 ? 'lesson' : 'lessons'}`;

const LIST = new Intl.ListFormat('en-US');
/** Items as a list in a sentence: "4", "4 and 9", "4, 9, and 12". */
export const listed = (items: readonly (string | number)[]): string => LIST.format(items.map(String));
