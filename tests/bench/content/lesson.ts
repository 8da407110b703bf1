import { stringify } from 'yaml';
import type { MadeConcept } from './concept.ts';
import { madeName, slug } from './names.ts';
import type { Prose } from './prose.ts';
import { Random } from './random.ts';

/** The content that a lesson may refer to. */
export interface LessonContext {
  prose: Prose;
  seed: number;
  concepts: readonly MadeConcept[];
  claims: readonly string[];
  sources: readonly string[];
  /** Id of its table. */
  comparison: string;
  /** Ids of the neighboring lessons. */
  neighbours: readonly string[];
}

/** The two files of a lesson. */
export interface LessonFiles {
  lesson: string;
  questions: string;
}

/** First number of lessons, so that no lesson has the name of a concept or a table. */
const FIRST_NAME = 30_000_000;

const title = (number: number): string => `The ${madeName(FIRST_NAME + number)} week`;

/** The id of the generated lesson at a position in the course. */
export const lessonId = (number: number): string => slug(title(number));

interface Section {
  id: string;
  heading: string;
}

/**
 * The lesson at a position in the course: about 900 words with a table and questions, five to eight headings, terms,
 * facts, a definition, an example, and links to its neighbors.
 */
export function lessonFiles(number: number, context: LessonContext): LessonFiles {
  const random = new Random(context.seed + FIRST_NAME + number);
  const { prose } = context;
  const concepts = random.sample(context.concepts, 4);
  const sections = Array.from({ length: random.integer(5, 8) }, (_, index): Section => {
    const heading = prose.phrase(random, 3, 6);
    return { heading, id: `${slug(heading).split('-').slice(0, 2).join('-')}-${index + 1}` };
  });
  const words = Math.round(480 / sections.length);
  const text = (count: number): string => prose.paragraph(random, count);
  const claim = (): string =>
    `${prose.phrase(random, 4, 6)}: <Claim id="${random.pick(context.claims)}">${prose.phrase(random, 8, 16)}</Claim>.`;

  const body = [
    text(40),
    ...sections.flatMap(({ heading, id }, index) => {
      const concept = concepts[index];
      const neighbour = context.neighbours[index];
      return [
        `## ${heading} {#${id}}`,
        ...(index === 0 && concept !== undefined ? [`<Definition concept="${concept.id}" />`] : []),
        [
          text(words / 2),
          concept === undefined
            ? ''
            : `This is the <Term id="${concept.id}">${concept.term.toLowerCase()}</Term>.`,
        ]
          .join(' ')
          .trim(),
        [
          text(words / 2),
          claim(),
          neighbour === undefined ? '' : `[${prose.phrase(random, 2, 4)}](/lessons/${neighbour}/).`,
        ]
          .join(' ')
          .trim(),
        ...(index === 1
          ? [`<Example title="${prose.phrase(random, 3, 5)}">`, text(30), text(20), '</Example>']
          : []),
        ...(index === 2 ? [`<Comparison id="${context.comparison}" />`] : []),
      ];
    }),
    '<CheckYourself />',
    `<ThisWeek if="${prose.phrase(random, 4, 7)}" then="${prose.phrase(random, 6, 10)}" />`,
    '<Evidence>',
    `**Supported.** ${text(15)} ${claim()}`,
    `**Open.** ${text(15)}`,
    '</Evidence>',
  ].join('\n\n');

  const data = {
    title: title(number),
    number,
    summary: `${prose.phrase(random, 10, 16).slice(0, 150).trim()}.`,
    objectives: [
      { id: 'name', text: `Name ${prose.phrase(random, 5, 8)}.` },
      { id: 'sort', text: `Sort ${prose.phrase(random, 5, 8)}.` },
    ],
    aliases: [prose.phrase(random, 2, 3).toLowerCase(), prose.phrase(random, 2, 3).toLowerCase()],
    concepts: concepts.map(({ id }) => id),
    sources: random.sample(context.sources, 2),
    published: '2026-11-23',
    updated: '2026-11-23',
  };
  return {
    lesson: `---\n${stringify(data)}---\n${body}\n`,
    questions: stringify({ questions: questions(number, sections, prose, random) }),
  };
}

/** Three questions: single choice, sorting, recall. */
function questions(number: number, sections: readonly Section[], prose: Prose, random: Random): object[] {
  const shared = (name: string): object => ({
    id: `q-${lessonId(number)}-${name}`,
    prompt: `${prose.phrase(random, 8, 12)}?`,
    objective: name === 'sort' ? 'sort' : 'name',
    level: name === 'recall' ? 'recall' : 'recognize',
    explains: `#${random.pick(sections).id}`,
  });
  const feedback = (): string => prose.sentence(random);
  return [
    {
      ...shared('choose'),
      kind: 'single',
      options: [0, 1, 2].map((option) => ({
        text: prose.phrase(random, 4, 8),
        correct: option === number % 3,
        feedback: feedback(),
      })),
    },
    {
      ...shared('sort'),
      kind: 'sort',
      statements: ['leading', 'managing', 'leading', 'managing'].map((side) => ({
        text: prose.sentence(random),
        side,
        feedback: feedback(),
      })),
    },
    {
      ...shared('recall'),
      kind: 'recall',
      answer: prose.sentence(random),
      points: [0, 1].map(() => ({ text: prose.phrase(random, 3, 6), feedback: feedback() })),
    },
  ];
}
