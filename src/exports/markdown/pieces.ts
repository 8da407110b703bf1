import type { BlockContent, FootnoteDefinition, FootnoteReference, Heading, PhrasingContent } from 'mdast';
import type { Addresses } from '../exporter.ts';
import { shortCitation } from '../../course/citations.ts';
import { READING_WORDS } from '../../course/reading-words.ts';
import { sourceName } from '../../course/schemas/source.ts';
import { selectRows, toGrid } from '../../components/comparison/views.ts';
import type { Claim, Comparison, Concept, Figure, Lesson, Question, Source } from '../../course/types.ts';
import { formatAsOf } from '../../utils/dates.ts';
import { sourcePath } from '../../utils/paths.ts';
import { answersOf, markOf, optionsLabel } from '../../course/questions.ts';
import { eventKind } from '../../course/sides.ts';
import { heading, link, list, paragraph, strong, table, text } from '../../utils/markdown.ts';

/** Sources in short, each a link to its reference: "[Kotter, 1990](...); [Hill, 1992](...)". */
export const citations = (sources: readonly Source[], { absolute }: Addresses): PhrasingContent[] =>
  sources.flatMap((source, index) => [
    ...(index === 0 ? [] : [text('; ')]),
    link(shortCitation(source), absolute(sourcePath(source.id))),
  ]);

/** A source with its title, and where it can be read. */
export function reference(source: Source, addresses: Addresses): PhrasingContent[] {
  const { DOI, URL } = source.data;
  const where = DOI === undefined ? URL : `https://doi.org/${DOI}`;
  return [
    ...citations([source], addresses),
    text(`: ${sourceName(source.data)}`),
    ...(where === undefined ? [] : [text(' '), link(where, where)]),
  ];
}

export const footnoteMark = ({ id }: Pick<Claim, 'id'>): FootnoteReference => ({
  type: 'footnoteReference',
  identifier: id,
  label: id,
});

/** The footnote of a claim: the text of its receipt on the page. */
export function footnote(
  { id, note, status, read, asOf, sources }: Claim,
  addresses: Addresses,
): FootnoteDefinition {
  const words =
    note === undefined ? [] : [strong(status === 'disputed' ? 'Disputed.' : 'Note.'), text(` ${note} `)];
  return {
    type: 'footnoteDefinition',
    identifier: id,
    label: id,
    children: [
      paragraph(
        ...words,
        `${READING_WORDS[read]}. As of ${formatAsOf(asOf)}. `,
        ...citations(sources, addresses),
      ),
    ],
  };
}

export const definition = (
  { term, path, definition: words }: Concept,
  { absolute }: Addresses,
): BlockContent => paragraph(strong('Definition.'), ' ', link(term, absolute(path)), `: ${words}`);

/** A comparison table, or some of its rows, with the examples in a column of their own. */
export function comparisonTable(
  comparison: Comparison,
  ids: readonly string[] | undefined,
  addresses: Addresses,
): BlockContent[] {
  const rows = selectRows(comparison, ids);
  const [header = [], ...lines] = toGrid(comparison, rows);
  const examples = rows.map(({ example, source }) =>
    source === undefined ? [example] : [`${example} (`, ...citations([source], addresses), ')'],
  );
  return [
    paragraph(
      strong(link(comparison.title, addresses.absolute(comparison.path)), '.'),
      ` ${comparison.caption}`,
    ),
    table([
      [...header, 'Example'].map((cell) => [cell]),
      ...lines.map((cells, index) => [...cells.map((cell) => [cell]), examples[index] ?? []]),
    ]),
  ];
}

/** A figure as a picture with its text alternative, its data and its sources. */
export function figure(
  { id, title, caption, alt, path, table: data, claims }: Figure,
  addresses: Addresses,
): BlockContent[] {
  const sources = [...new Set(claims.flatMap((claim) => claim.sources))];
  return [
    paragraph({
      type: 'image',
      url: addresses.absolute(`/figures/${id}.png`),
      alt: alt.replace(/\s+/g, ' '),
    }),
    paragraph(strong(link(title, addresses.absolute(path)), '.'), ` ${caption}`),
    ...(data === undefined
      ? []
      : [table([data.columns, ...data.rows].map((row) => row.map((cell) => [String(cell)])))]),
    ...(sources.length === 0 ? [] : [paragraph('Sources: ', ...citations(sources, addresses))]),
  ];
}

export const timeline = (of: Pick<Lesson, 'timeline'>): BlockContent =>
  list(
    of.timeline.map(({ label, kind, event, claims }) => [
      strong(label),
      ` · ${eventKind(kind)}: ${event}`,
      ...claims.map(footnoteMark),
    ]),
    true,
  );

/** A check question with its answers and their feedback. */
export function checkQuestion(
  question: Question,
  number: number,
  lesson: Lesson,
  addresses: Addresses,
): (BlockContent | Heading)[] {
  const answers = answersOf(question);
  const again = addresses.lasting({ path: lesson.path, fragment: question.explains.slice(1) });
  return [
    heading(3, `${number}. ${question.prompt}`),
    ...(question.kind === 'recall'
      ? [paragraph(strong('Answer.'), ` ${question.answer} A good answer has:`)]
      : [
          paragraph(optionsLabel(question)),
          // Markdown has no lists of letters.
          list(answers.map(({ text: words }, index) => [`${markOf(question.kind, index)} ${words}`])),
          paragraph(strong('Answer and feedback')),
        ]),
    list(answers.map(({ label, feedback }) => [strong(label), ` ${feedback}`])),
    paragraph(
      link('Read this again in the lesson', again),
      ...(question.claims ?? []).map((id) => footnoteMark({ id })),
    ),
  ];
}
