import { apaHtml } from '../../../src/course/citations.ts';
import type { Comparison, Course, Lesson, Question, Source } from '../../../src/course/types.ts';
import { rowIds } from '../../../src/course/lesson-components.ts';

/** Makes a tool's link to the lesson with an id. */
export type LinkTo = (id: string) => string;

/**
 * Converts a lesson to plain Markdown with the same words: components become paragraphs, lists and tables, the content of
 * popovers goes in parentheses, and drawings become their words and numbers. The tool adds the title.
 */
export function lessonMarkdown(lesson: Lesson, body: string, course: Course, linkTo: LinkTo): string {
  const expanded = body
    .replace(/^(#{2,3} .*?)\s*\{#[^}]*\}$/gm, '$1')
    .replace(/<Definition ([^>]*)\/>/g, (_use, attributes: string) => {
      const { term, definition } = course.concept(attribute(attributes, 'concept'));
      return `**Definition.** ${safe(term)}: ${safe(definition)}`;
    })
    .replace(/<Term ([^>]*)>([^<]*)<\/Term>/g, (_use, attributes: string, words: string) => {
      const { term, definition } = course.concept(attribute(attributes, 'id'));
      return `${words} (${safe(term)}. ${safe(definition)})`;
    })
    .replace(/<Claim ([^>]*)>(.*?)<\/Claim>/gs, (_use, attributes: string, words: string) => {
      const claim = course.claim(attribute(attributes, 'id'));
      return `${words} (${safe([claim.note, `As of ${claim.asOf}.`].filter((part) => part !== undefined).join(' '))})`;
    })
    .replace(/<Comparison ([^>]*)\/>/g, (_use, attributes: string) => {
      const rows = / rows=/.test(` ${attributes}`) ? rowIds(attribute(attributes, 'rows')) : undefined;
      return comparisonTable(course.comparison(attribute(attributes, 'id')), rows);
    })
    .replace(/<Figure ([^>]*)\/>/g, (_use, attributes: string) => {
      const { title, caption, alt, table: data } = course.figure(attribute(attributes, 'id'));
      const words = `**${safe(title)}.** ${safe(caption)} ${safe(alt)}`;
      return data === undefined ? words : `${words}\n\n${table(data.columns, data.rows)}`;
    })
    .replace(/<Timeline\s*\/>/g, () =>
      lesson.timeline.map(({ label, event }) => `- **${safe(label)}** ${safe(event)}`).join('\n'),
    )
    .replace(
      /<Example ([^>]*)>/g,
      (_use, attributes: string) => `**Example: ${attribute(attributes, 'title')}**`,
    )
    .replace(/<FromTheTalk>/g, '**The talk’s view**')
    .replace(/<Evidence>/g, '## Evidence')
    .replace(/<ThisWeek ([^>]*)\/>/g, (_use, attributes: string) => {
      const [moment, action] = ['if', 'then'].map((name) => attribute(attributes, name));
      return `## This week\n\n**If** ${moment}, **then** ${action}.`;
    })
    .replace(/<CheckYourself\s*\/>/g, () =>
      ['## Check yourself', ...lesson.questions.map(question)].join('\n\n'),
    )
    .replace(/<\/(?:Example|FromTheTalk|Evidence)>/g, '')
    .replace(
      /\[([^\]]*)\]\(\/lessons\/([a-z0-9-]+)\/\)/g,
      (_link, words: string, id: string) => `[${words}](${linkTo(id)})`,
    )
    // Without links to pages that only our site has, and to fragments, which depend on the tool.
    .replace(/\[([^\]]*)\]\((?:\/(?!lessons\/)|\/lessons\/[^)]*#|#)[^)]*\)/g, '$1');
  const left = /<[A-Z]\w*/.exec(expanded);
  if (left !== null)
    throw new Error(`The lesson "${lesson.id}" uses ${left[0]}>, which the bench cannot turn into Markdown.`);
  return [
    safe(lesson.summary),
    '**After this lesson you can**',
    list(lesson.objectives.map(({ text }) => text)),
    expanded.trim(),
    '## Sources',
    lesson.sources.map((source) => `- ${reference(source)}`).join('\n'),
  ]
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** Escapes text for Markdown and MDX. */
const safe = (text: string): string => text.replace(/[\\<>{}[\]*_`|]/g, '\\$&').replace(/\s+/g, ' ');

const list = (items: readonly string[]): string => items.map((item) => `- ${safe(item)}`).join('\n');

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];
  if (value === undefined) throw new Error(`The attribute "${name}" is missing in: ${attributes}`);
  return value;
}

function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((cell) => safe(String(cell))).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

function comparisonTable(
  { title, caption, sides, rows }: Comparison,
  ids: readonly string[] | undefined,
): string {
  const shown = rows.filter(({ id }) => ids === undefined || ids.includes(id));
  return `**${safe(title)}** ${safe(caption)}\n\n${table(
    ['What', ...sides.map(({ label }) => label), 'Ask yourself'],
    shown.map((row) => [
      row.dimension,
      ...sides.map(({ id }) => row.cells[id] ?? ''),
      `${row.ask} ${row.example}`,
    ]),
  )}`;
}

function question(item: Question, index: number): string {
  const heading = `### ${index + 1}. ${safe(item.prompt)}`;
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return [
        heading,
        list(item.options.map(({ text }) => text)),
        '**Answer and feedback**',
        list(
          item.options.map(({ correct, feedback }) => `${correct ? 'Right.' : 'Not this one.'} ${feedback}`),
        ),
      ].join('\n\n');
    case 'sort':
      return [
        heading,
        list(item.statements.map(({ text }) => text)),
        '**Answer and feedback**',
        list(item.statements.map(({ side, feedback }) => `${side}. ${feedback}`)),
      ].join('\n\n');
    case 'recall':
      return [
        heading,
        safe(item.answer),
        list(item.points.map(({ text, feedback }) => `${text}. ${feedback}`)),
      ].join('\n\n');
  }
}

const references = new Map<Source, string>();

/** A reference as text. Cached, because formatting is slow. */
function reference(source: Source): string {
  const made =
    references.get(source) ??
    safe(
      apaHtml(source)
        .replace(/<[^>]+>/g, '')
        .replaceAll('&amp;', '&'),
    );
  references.set(source, made);
  return made;
}
