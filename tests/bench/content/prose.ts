import type { Random } from './random.ts';

const START = '';

/**
 * Writes sentences that are senseless and yet made like the real ones: each word follows another as it does in the
 * texts it was given. So words are as frequent, as long and as compressible as in the course itself.
 */
export class Prose {
  readonly #followers = new Map<string, string[]>();

  /** @param texts Markdown or MDX; markup is left out. */
  constructor(texts: readonly string[]) {
    for (const text of texts) {
      for (const sentence of plain(text).split(/(?<=[.?!])\s+/)) this.#learn(sentence);
    }
    if (!this.#followers.has(START)) throw new Error('There are no sentences to learn from.');
  }

  #learn(sentence: string): void {
    const words = sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*,?/gu) ?? [];
    if (words.length < 4) return;
    words.forEach((word, index) => {
      const before = words[index - 1] ?? START;
      const followers = this.#followers.get(before) ?? [];
      followers.push(word);
      this.#followers.set(before, followers);
    });
  }

  /** Words in a row, without a period; the first is capitalized. */
  phrase(random: Random, least: number, most: number): string {
    const length = random.integer(least, most);
    const words: string[] = [];
    let last = START;
    while (words.length < length) {
      // A word that only ends sentences starts over.
      const followers = this.#followers.get(last) ?? this.#followers.get(START) ?? [];
      last = random.pick(followers);
      words.push(words.length === 0 ? last.charAt(0).toUpperCase() + last.slice(1) : last);
    }
    return words.join(' ').replace(/,$/, '');
  }

  /** A sentence of ordinary length. */
  sentence(random: Random): string {
    return `${this.phrase(random, 6, 20)}.`;
  }

  /** About as many words as are asked for, in whole sentences. */
  paragraph(random: Random, words: number): string {
    const sentences: string[] = [];
    for (let count = 0; count < words;) {
      const sentence = this.sentence(random);
      sentences.push(sentence);
      count += sentence.split(' ').length;
    }
    return sentences.join(' ');
  }
}

/** The words of a Markdown text: front matter, tags, ids, addresses and marks left out. */
function plain(markdown: string): string {
  return markdown
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^#.*$/gm, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ');
}
