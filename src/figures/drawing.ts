/**
 * An SVG drawing, ready to stand in a page or in a file. `body` is the inner markup. Its colors, lines and
 * type come only from the classes of `figures.css`, so that one drawing serves light, dark, print and files;
 * it has no `style` attribute, because the site's Content-Security-Policy refuses those.
 */
export interface Drawing {
  /** Of the view box, in pixels at full size. */
  width: number;
  height: number;
  body: string;
}

/** A coordinate with at most one decimal, so that no bytes are spent on what no eye sees. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

/** Breaks a text into lines of at most `length` characters, for SVG does not. */
export function linesOf(text: string, length: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length >= length) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}
