const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** A whole number as a text says it: in words up to twenty, then in digits. */
export const inWords = (count: number): string => SMALL[count] ?? String(count);

/** The same at the beginning of a sentence. */
export function atStart(count: number): string {
  const word = inWords(count);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** "ten short lessons", "one short lesson". */
export const shortLessons = (count: number, words = inWords): string =>
  `${words(count)} short ${count === 1 ? 'lesson' : 'lessons'}`;
