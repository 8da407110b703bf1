import type { Random } from './random.ts';

const START = '';

/**
 * Generates meaningless sentences with a Markov chain of real texts, so that words are as frequent, as long and as
 * compressible as in the real course.
 */
export class Prose {
  readonly #followers = new Map<string, string[]>();

  /** @param texts Markdown or MDX, whose markup is ignored */
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

  /** A phrase without a period, with its first word capitalized. */
  phrase(random: Random, least: number, most: number): string {
    const length = random.integer(least, most);
    const words: string[] = [];
    let last = START;
    while (words.length < length) {
      // After a word that only ends sentences, starts a new sentence.
      const followers = this.#followers.get(last) ?? this.#followers.get(START) ?? [];
      last = random.pick(followers);
      words.push(words.length === 0 ? last.charAt(0).toUpperCase() + last.slice(1) : last);
    }
    return words.join(' ').replace(/,$/, '');
  }

  /** A sentence of typical length. */
  sentence(random: Random): string {
    return `${this.phrase(random, 6, 20)}.`;
  }

  /** Whole sentences with about the given number of words. */
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

/** The words of a Markdown text, without front matter, tags, ids, addresses and markup. */
function plain(markdown: string): string {
  return markdown
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/^#.*$/gm, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ');
}
