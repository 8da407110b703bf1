const ENDS = 5;
/** Encodes a text for a text directive, in which "-", "," and "&" are syntax. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');

/**
 * The fragment for a passage: the id of its section, for every browser, and a text directive that scrolls to the words and
 * highlights them in browsers that support it (https://wicg.github.io/scroll-to-text-fragment/). If the words are edited
 * later, the link still leads to the section.
 */
export function passageFragment(section: string, passage: string): string {
  const words = passage.trim().split(/\s+/);
  const text =
    words.length > ENDS * 2
      ? `${encode(words.slice(0, ENDS).join(' '))},${encode(words.slice(-ENDS).join(' '))}`
      : encode(words.join(' '));
  return `#${section}:~:text=${text}`;
}
