import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { partsOf } from '@/course/lesson-outline.ts';
import { childrenOf, componentOf, countWords, lineOf, textOf } from '@/course/lesson-tree.ts';

type Node = ReturnType<typeof partsOf>['root'];

/** The rules of "Voice" in CONTRIBUTING.md that a machine can hold: what not to write, and what to write for it. */
const PHRASES: readonly (readonly [phrase: RegExp, remedy: string])[] = [
  [/\b(?:[Tt]ake|[Tt]hink|[Ss]ay|[Ii]magine),? (?:of .{1,40}, )?as an example\b/, 'tell the example without announcing it'],
  [/(?:^|[.:] )As an example\b/, 'tell the example without announcing it'],
  [/\bTake an example\b/, 'tell the example without announcing it'],
  [
    /\b(?:book|paper|article|review|study|report|plan|experiment) of (?:1[89]|20)\d\d\b/,
    'put the year first: "a 1999 book"',
  ],
  [/\ba like (?:point|thing)\b/, 'write "the same point"'],
  [/\b[Ii]t is often said so\b/, 'write who says it'],
  [/, for (?:it|he|she|they|we|this|that|leading|profit)\b(?! (?:to|and)\b)/, 'write "because" or a colon'],
  [/\bin the sense of this lesson\b/, 'ask about the thing itself'],
  [/\bWhat does (?:the|this) lesson (?:say|call|answer|tell)\b/, 'ask about a case'],
  [/^\s*(?:It|This) (?:goes wrong|fails) when\b/, 'say what this concept needs said'],
  [/\b(?:is|are|was|were) not (?:just|only|merely|simply)\b[^.?!]*[,;:—] (?:but|it is|they are)\b/, 'say what it is'],
  [/\b(?:isn't|aren't|wasn't) (?:just|only|merely|simply|about)\b[^.?!]*[.,;:—] [Ii]t(?:'s| is)\b/, 'say what it is'],
  [/\b(?:delve|game.changer|in today's fast-paced|unlock your|navigate the complexities)\b/i, 'use a plain word'],
];

/** British spellings, and what the United States write. */
const SPELLINGS: readonly (readonly [british: RegExp, american: string])[] = [
  [/\b(?:behavi|col|fav|hon|lab|neighb|rum|hum|endeav)our(?:s|ed|ing|able|ite|hood)?\b/i, '-or'],
  [/\b(?:organ|real|recogn|summar|priorit|emphas|apolog|character|minim|maxim)is(?:e|es|ed|ing|ation)\b/i, '-ize'],
  [/\b(?:analys|paralys)(?:e|ed|ing)\b/i, '-yze'],
  [/\b(?:cent|theat|lit|met)re(?:s|d)?\b/i, '-er'],
  [/\b(?:travel|cancel|model|label|counsel|signal)l(?:ed|ing|er)\b/i, 'one l'],
  [/\b(?:learnt|whilst|amongst|towards|afterwards|judgement|grey|programmes?|cheques?|licence|defence|ageing)\b/i, 'the US word'],
  [/\b(?:practis(?:e|ed|es|ing)|enrol|enrols|fulfil|fulfils|skilful)\b/i, 'the US word'],
];

interface Line {
  place: string;
  text: string;
}

const linesOf = (...patterns: string[]): Line[] =>
  patterns.flatMap((pattern) =>
    globSync(`src/content/${pattern}`)
      .sort()
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .map((text, index) => ({ place: `${file}:${index + 1}`, text })),
      ),
  );

const all = linesOf('**/*.mdx', '**/*.yaml');

/** Each line that has what a rule forbids, with what to write. */
const offending = (lines: readonly Line[], rules: readonly (readonly [RegExp, string])[]): string[] =>
  lines.flatMap(({ place, text }) =>
    rules.flatMap(([pattern, remedy]) => {
      const [found] = pattern.exec(text) ?? [];
      return found === undefined ? [] : [`${place}: "${found.trim()}". Remedy: ${remedy}.`];
    }),
  );

test('no phrase of translated or inflated English', () => {
  expect(offending(all, PHRASES)).toEqual([]);
});

test('US spelling', () => {
  // Words that people search with may be spelled in any way.
  const said = all.filter(({ place, text }) => !/search\.yaml/.test(place) && !/^\s*aliases:/.test(text));
  expect(offending(said, SPELLINGS)).toEqual([]);
});

test('straight quotation marks are typed', () => {
  const remedy = 'type straight ones, which the site makes curly';
  const inMdx = offending(linesOf('**/*.mdx'), [[/[“”‘’]/, remedy]]);
  // Within a quoted text of YAML, marks of the same kind would end it. What course.yaml says is shown as it is typed.
  const inYaml = offending(
    linesOf('!(course).yaml', '*/**/*.yaml').filter(({ text }) => !/(?:: |- )'/.test(text)),
    [[/[‘’]/, remedy]],
  );
  expect([...inMdx, ...inYaml]).toEqual([]);
});

test('"percent" in a sentence', () => {
  const prose = linesOf('{lessons,answers,concepts,pages,records}/*.mdx').filter(
    ({ text }) => !/^\s*(?:- \{ date|aliases|\|)/.test(text),
  );
  expect(offending(prose, [[/\d ?%/, 'write "percent"']])).toEqual([]);
});

test('feedback on what was to be recalled opens with "If"', () => {
  let kind = '';
  const points = linesOf('questions/*.yaml').filter(({ text }) => {
    kind = /^ {4}(points|options|statements):/.exec(text)?.[1] ?? kind;
    return kind === 'points' && /^ {8}feedback:/.test(text);
  });
  expect(
    offending(points, [[/feedback: (?!"?If\b).{0,30}/, 'begin with what the reader missed or wrote: "If you missed it: "']]),
  ).toEqual([]);
});

interface Sentence {
  place: string;
  text: string;
  words: number;
}

/** A paragraph without the label at its start: "It is not a rank." */
function withoutLabel(paragraph: Node): string {
  const [first] = childrenOf(paragraph);
  const label = first?.type === 'strong' || first?.type === 'emphasis' ? textOf(first) : '';
  return (/[.:?]$/.test(label) ? textOf(paragraph).slice(label.length) : textOf(paragraph)).trim();
}

/** The paragraphs that tell: no dialogue, no table, and no Evidence, which is made of short notes. */
function* telling(node: Node): Generator<Node> {
  if (node.type === 'table' || componentOf(node)?.name === 'Evidence') return;
  if (node.type !== 'paragraph') for (const child of childrenOf(node)) yield* telling(child);
  else if (!/^"|" (?:says|asks)\b|," (?:he|she)\b/.test(textOf(node))) yield node;
}

const segments = new Intl.Segmenter('en', { granularity: 'sentence' });

/** About how many syllables an English word has: its groups of vowels, without a silent ending. */
const syllables = (word: string): number =>
  word
    .toLowerCase()
    .replace(/([^laeiouy])es$|([^td])ed$|([^laeiouy])e$/, '$1$2$3')
    .match(/[aeiouy]+/g)?.length ?? 1;

/** The reading grade of what is told, by Flesch and Kincaid; a sentence of one word is none. */
function gradeOf(paragraphs: readonly string[]): number {
  const sentences = paragraphs
    .flatMap((text) => [...segments.segment(text)])
    .map(({ segment }) => segment.match(/[\p{L}\p{N}][\p{L}\p{N}'.,-]*/gu) ?? [])
    .filter(({ length }) => length > 1);
  const words = sentences.flat();
  const sounds = words.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (sounds / words.length) - 15.59;
}

const lessons = globSync('src/content/lessons/*.mdx')
  .sort()
  .map((file) => {
    const source = readFileSync(file, 'utf8');
    const [front = ''] = /^---\n[\s\S]*?\n---\n/.exec(source) ?? [];
    const { root } = partsOf(source.slice(front.length));
    const above = front.split('\n').length - 1;
    const evidence = childrenOf(root).filter((node) => componentOf(node)?.name === 'Evidence');
    return {
      file,
      grade: gradeOf([...telling(root)].map((paragraph) => withoutLabel(paragraph).replace(/"[^"]*"/g, ' '))),
      words: countWords(root) - evidence.reduce((sum, node) => sum + countWords(node), 0),
      paragraphs: [...telling(root)].map((paragraph) =>
        [...segments.segment(withoutLabel(paragraph))].map(({ segment }): Sentence => ({
          place: `${file}:${lineOf(paragraph) + above}`,
          text: segment.trim(),
          words: segment.match(/[\p{L}\p{N}][\p{L}\p{N}'.,-]*/gu)?.length ?? 0,
        })),
      ),
    };
  });

/** Most words of a very short sentence. */
const SHORT = 6;
/** Very short sentences in a row that make a reader stumble. */
const RUN = 3;

test('no run of very short sentences', () => {
  const runs = lessons.flatMap(({ paragraphs }) =>
    paragraphs.flatMap((sentences) =>
      sentences.flatMap((sentence, index) => {
        const run = sentences.slice(index, index + RUN);
        return run.length === RUN && run.every(({ words }) => words <= SHORT)
          ? [`${sentence.place}: "${run.map(({ text }) => text).join(' ')}". Remedy: connect them.`]
          : [];
      }),
    ),
  );
  expect(runs).toEqual([]);
});

test.each(lessons)('$file: sentences of 10 to 18 words on average', ({ paragraphs }) => {
  const sentences = paragraphs.flat().filter(({ words }) => words > 0);
  const mean = sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length;
  expect(mean).toBeGreaterThanOrEqual(10);
  expect(mean).toBeLessThanOrEqual(18);
});

test.each(lessons)('$file: what is told, speech aside, is of grade 6 to 9', ({ grade }) => {
  expect(grade).toBeGreaterThanOrEqual(6);
  expect(grade).toBeLessThanOrEqual(9);
});

test.each(lessons)('$file: 900 to 1,400 words before its evidence', ({ words }) => {
  expect(words).toBeGreaterThanOrEqual(900);
  expect(words).toBeLessThanOrEqual(1_400);
});
