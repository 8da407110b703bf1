import type { Addresses } from '../addresses.ts';
import { shortCitation } from '../citations.ts';
import { selectRows, toGrid } from '../comparison-views.ts';
import type { Claim, Comparison, Concept, Figure, Lesson, Question, Source } from '../course-types.ts';
import { formatAsOf } from '../dates.ts';
import { sourcePath } from '../paths.ts';
import { answersOf, OPTIONS_LABEL } from '../questions.ts';
import { toMarkdown } from '../table-formats.ts';
import { EVENT_KIND, timelineOf } from '../timeline.ts';
import { blocks, bullets, link, plain } from './text.ts';

/** Sources in short, each a link to its reference: "[Kotter, 1990](...); [Hill, 1992](...)". */
export const citations = (sources: readonly Source[], { absolute }: Addresses): string =>
  sources.map((source) => link(shortCitation(source), absolute(sourcePath(source.id)))).join('; ');

/** A source with its title, and where it can be read. */
export function reference(source: Source, addresses: Addresses): string {
  const { title, DOI, URL } = source.data;
  const where = DOI === undefined ? URL : `https://doi.org/${DOI}`;
  return `${citations([source], addresses)}: ${plain(title)}${where === undefined ? '' : ` <${where}>`}`;
}

/** Mark of the footnote of a claim. */
export const footnoteMark = (claim: Pick<Claim, 'id'>): string => `[^${claim.id}]`;

/** The footnote of a claim: what its receipt says on the page. */
export function footnote(claim: Claim, addresses: Addresses): string {
  const note =
    claim.note === undefined
      ? ''
      : ` ${claim.status === 'disputed' ? '**Disputed.**' : '**Note.**'} ${plain(claim.note)}`;
  return `${footnoteMark(claim)}:${note} As of ${formatAsOf(claim.asOf)}. ${citations(claim.sources, addresses)}`;
}

export const definition = (concept: Concept, { absolute }: Addresses): string =>
  `**Definition.** ${link(concept.term, absolute(concept.path))}: ${plain(concept.definition)}`;

/** A comparison table, or some of its rows, with the examples in a column of their own. */
export function comparisonTable(
  comparison: Comparison,
  ids: readonly string[] | undefined,
  addresses: Addresses,
): string {
  const rows = selectRows(comparison, ids);
  const [header = [], ...lines] = toGrid(comparison, rows);
  const examples = rows.map(({ example, source }) =>
    source === undefined ? plain(example) : `${plain(example)} (${citations([source], addresses)})`,
  );
  const grid = [
    [...header, 'Example'].map(plain),
    ...lines.map((cells, index) => [...cells.map(plain), examples[index] ?? '']),
  ];
  return blocks(
    `**${link(comparison.title, addresses.absolute(comparison.path))}.** ${plain(comparison.caption)}`,
    toMarkdown(grid),
  );
}

/** A figure as a picture with its text alternative, its data and its sources. */
export function figure(
  { id, title, caption, alt, path, table, claims }: Figure,
  addresses: Addresses,
): string {
  const sources = [...new Set(claims.flatMap((claim) => claim.sources))];
  return blocks(
    `![${plain(alt)}](${addresses.absolute(`/figures/${id}.png`)})`,
    `**${link(title, addresses.absolute(path))}.** ${plain(caption)}`,
    table === undefined
      ? ''
      : toMarkdown([
          table.columns.map(plain),
          ...table.rows.map((row) => row.map((cell) => plain(String(cell)))),
        ]),
    sources.length === 0 ? '' : `Sources: ${citations(sources, addresses)}`,
  );
}

export const timeline = (lesson: Lesson): string =>
  timelineOf(lesson)
    .map(
      ({ label, kind, event, claims }, index) =>
        `${index + 1}. **${plain(label)}** · ${EVENT_KIND[kind]}: ${plain(event)}${claims.map(footnoteMark).join('')}`,
    )
    .join('\n');

/** A check question with its answers and their feedback. */
export function checkQuestion(
  question: Question,
  number: number,
  lesson: Lesson,
  addresses: Addresses,
): string {
  const answers = answersOf(question);
  const again = addresses.lasting({ path: lesson.path, fragment: question.explains.slice(1) });
  return blocks(
    `### ${number}. ${plain(question.prompt)}`,
    ...(question.kind === 'recall'
      ? [`**Answer.** ${plain(question.answer)} A good answer has:`]
      : [
          OPTIONS_LABEL[question.kind],
          answers.map(({ text }, index) => `${index + 1}. ${plain(text)}`).join('\n'),
          '**Answer and feedback**',
        ]),
    bullets(answers.map(({ label, feedback }) => `**${plain(label)}** ${plain(feedback)}`)),
    `[Read this again in the lesson](${again})`,
  );
}
