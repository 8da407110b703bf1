import type { Addresses } from '../addresses.ts';
import type { Claim, Course, Lesson } from '../course-types.ts';
import type { Edition } from '../editions.ts';
import { attributesOf, rowIds } from '../mdx-tags.ts';
import { PRACTICE, type PracticePage } from '../practice.ts';
import { attribution } from '../teachables.ts';
import {
  checkQuestion,
  comparisonTable,
  definition,
  figure,
  footnote,
  footnoteMark,
  reference,
  timeline,
} from './pieces.ts';
import { blocks, bullets, link, plain, quote, wholeLinks } from './text.ts';
import { COURSE, LICENSE } from '../../site.ts';

const TOOLS: Readonly<Record<string, PracticePage>> = PRACTICE;

/** What a component of a lesson's MDX becomes, by its attributes and what stands in it. */
type Writer = (attributes: Readonly<Record<string, string>>, inner: string) => string;

function writers(lesson: Lesson, course: Course, addresses: Addresses): Record<string, Writer> {
  return {
    Term: ({ id = '' }, inner) => `[${inner}](${addresses.absolute(course.concept(id).path)})`,
    Claim: ({ id = '' }, inner) => `${inner}${footnoteMark({ id })}`,
    Definition: ({ concept = '' }) => quote(definition(course.concept(concept), addresses)),
    Comparison: ({ id = '', rows }) => comparisonTable(course.comparison(id), rowIds(rows), addresses),
    Figure: ({ id = '' }) => figure(course.figure(id), addresses),
    Timeline: () => timeline(lesson),
    FromTheTalk: (_, inner) => quote(blocks(`**${COURSE.talk?.label ?? ''}**`, inner)),
    Example: ({ title = '' }, inner) => quote(blocks(`**Example: ${plain(title)}**`, inner)),
    Evidence: (_, inner) => blocks('## Evidence', inner),
    CheckYourself: () =>
      blocks(
        '## Check yourself',
        'Answer from memory first; looking it up teaches less.',
        ...lesson.questions.map((question, index) => checkQuestion(question, index + 1, lesson, addresses)),
      ),
    ThisWeek: ({ if: moment = '', then: action = '', tool = '' }) => {
      const page = TOOLS[tool];
      return blocks(
        '## This week',
        `**If** ${plain(moment)}, **then** ${plain(action)}.`,
        page === undefined
          ? ''
          : `A tool for it: ${link(page.title, addresses.absolute(page.path))}, ${page.minutes} minutes.`,
      );
    },
  };
}

/**
 * The text of a lesson as GitHub-flavored Markdown. It is made of the MDX and the content that the components name, and
 * not of the built page: so it is there while pages are made, and nothing of the page's frame is in it.
 * @throws where the MDX has a component that nobody has taught this function
 */
export function lessonBody(lesson: Lesson, course: Course, addresses: Addresses): string {
  const writer = writers(lesson, course, addresses);
  const written = (name: string, attributes: string, inner: string): string => {
    const write = writer[name];
    if (write === undefined)
      throw new Error(`<${name}> of the lesson "${lesson.id}" has no form in Markdown.`);
    return write(attributesOf(attributes), inner.trim());
  };
  const body = lesson.body
    .replace(/^(#{2,3} .*?)[ \t]*\{#[a-z0-9-]+\}[ \t]*$/gm, '$1')
    // Terms stand in claims, and claims in blocks: from the inside out.
    .replace(/<(Term)\b([^>]*)>([\s\S]*?)<\/\1>/g, (_, ...found: string[]) =>
      written(found[0] ?? '', found[1] ?? '', found[2] ?? ''),
    )
    .replace(/<(Claim)\b([^>]*)>([\s\S]*?)<\/\1>/g, (_, ...found: string[]) =>
      written(found[0] ?? '', found[1] ?? '', found[2] ?? ''),
    )
    .replace(/<([A-Z]\w*)\b((?:[^>"]|"[^"]*")*)\/>/g, (_, ...found: string[]) =>
      written(found[0] ?? '', found[1] ?? '', ''),
    )
    .replace(/<([A-Z]\w*)\b((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/\1>/g, (_, ...found: string[]) =>
      written(found[0] ?? '', found[1] ?? '', found[2] ?? ''),
    );
  return wholeLinks(body.trim(), lesson.path, addresses.absolute);
}

/** The claims of a lesson, in the order of their footnotes. */
export const claimsOf = (lesson: Lesson, course: Course): Claim[] => [
  ...new Set([
    ...lesson.outline.claims.map((id) => course.claim(id)),
    ...lesson.timeline.flatMap(({ claims }) => claims),
  ]),
];

/** A lesson whole, with its metadata as front matter: objectives, text, questions, sources and footnotes. */
export function lessonMarkdown(
  lesson: Lesson,
  course: Course,
  addresses: Addresses,
  edition: Edition | undefined,
): string {
  const url = addresses.absolute(lesson.path);
  const lasting = addresses.lasting(lesson);
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  const matter = {
    title: lesson.title,
    description: lesson.summary,
    number: lesson.number,
    minutes: lesson.minutes,
    url,
    lasting_link: lasting,
    license: LICENSE.spdx,
    license_url: LICENSE.url,
    published: day(lesson.published),
    updated: day(lesson.updated),
    ...(edition === undefined ? {} : { edition: edition.number }),
  };
  return `${blocks(
    // A JSON string is a YAML string.
    ['---', ...Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`), '---'].join(
      '\n',
    ),
    `# ${plain(lesson.title)}`,
    plain(lesson.summary),
    `Lesson ${lesson.number} of ${course.lessons.length}, ${lesson.minutes} minutes. After this lesson you can:`,
    bullets(lesson.objectives.map(plain)),
    lessonBody(lesson, course, addresses),
    '## Sources',
    bullets(lesson.sources.map((source) => reference(source, addresses))),
    `---\n\n${attribution(lesson.title, lasting)}`,
    claimsOf(lesson, course)
      .map((claim) => footnote(claim, addresses))
      .join('\n'),
  )}\n`;
}
