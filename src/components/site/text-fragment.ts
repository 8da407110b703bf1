/** Words at each end that are enough to find a longer passage again. */
const ENDS = 5;

/** Encodes a text for a text directive, in which "-", "," and "&" have a meaning. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');

/**
 * The fragment that leads to a passage: the section it stands in, for every browser, and a text directive that scrolls
 * to the words and marks them where that is supported (https://wicg.github.io/scroll-to-text-fragment/).
 * Should the words be edited later, the section still answers.
 */
export function passageFragment(section: string, passage: string): string {
  const words = passage.trim().split(/\s+/);
  const text =
    words.length > ENDS * 2
      ? `${encode(words.slice(0, ENDS).join(' '))},${encode(words.slice(-ENDS).join(' '))}`
      : encode(words.join(' '));
  return `#${section}:~:text=${text}`;
}
