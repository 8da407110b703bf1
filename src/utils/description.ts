/** Most characters of the description of a page: search engines cut longer ones. */
const MOST = 160;
/** Fewest characters of whole sentences; a shorter start says too little. */
const LEAST = 60;

/** The start of a text as the description of a page: whole sentences where they say enough, otherwise whole words. */
export function description(text: string): string {
  if (text.length <= MOST) return text;
  const sentences = /^.*[.!?](?=\s)/s.exec(text.slice(0, MOST + 1))?.[0] ?? '';
  if (sentences.length >= LEAST) return sentences;
  const words = text.slice(0, MOST).replace(/\s\S*$/, '');
  return `${words.replace(/(?<![\s,;:])[\s,;:]+$/, '')}…`;
}
