import type { RootContent } from 'mdast';
import type { CourseSite, ExportContext } from '../exporter.ts';
import type { Entry } from '../../collections/entry.ts';
import type { Claim, Concept, Lesson, Source } from '../../course/types.ts';
import { rowIds, type ComponentName } from '../../course/lesson-components.ts';
import { childrenOf, componentOf, hasAddress, withChildren, type Prose } from '../../course/lesson-tree.ts';
import { presentTool } from '../../practice/content.ts';
import { COURSE, LICENSE } from '../../site.ts';
import { isoDay } from '../../utils/dates.ts';
import { attribution } from '../../teaching/share/shareables.ts';
import { heading, link, list, paragraph, quote, strong, write } from '../../utils/markdown.ts';
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

type Node = Prose['root'];

/** Makes Markdown of a component: by its attributes and the nodes between its tags. */
type Writer = (attributes: Readonly<Record<string, string>>, inner: Node[]) => Node[];

/** The components that do not need a lesson around them. */
function textWriters(site: CourseSite) {
  const { course, absolute } = site;
  return {
    Term: ({ id = '' }, inner) => [withChildren(link('', absolute(course.concept(id).path)), inner)],
    Claim: ({ id = '' }, inner) => [...inner, footnoteMark({ id })],
    Definition: ({ concept = '' }) => [quote([definition(course.concept(concept), site)])],
    Comparison: ({ id = '', rows }) => comparisonTable(course.comparison(id), rowIds(rows), site),
    Figure: ({ id = '' }) => figure(course.figure(id), site),
    FromTheTalk: (_, inner) => [labelled(COURSE.talk?.label ?? '', inner)],
    Example: ({ title = '' }, inner) => [labelled(`Example: ${title}`, inner)],
    Evidence: (_, inner) => [heading(2, 'Evidence'), ...inner],
  } satisfies Partial<Record<ComponentName, Writer>>;
}

function lessonWriters(lesson: Lesson, site: CourseSite): Record<ComponentName, Writer> {
  return {
    ...textWriters(site),
    Timeline: () => [timeline(lesson)],
    CheckYourself: () => [
      heading(2, 'Check yourself'),
      paragraph('Answer from memory first; looking it up teaches less.'),
      ...lesson.checks.flatMap((question, index) => checkQuestion(question, index + 1, lesson, site)),
    ],
    ThisWeek: ({ if: moment = '', then: action = '', tool = '' }) => {
      const page = presentTool(site.course.tools, tool);
      return [
        heading(2, 'This week'),
        paragraph(strong('If'), ` ${moment}, `, strong('then'), ` ${action}.`),
        ...(page === undefined
          ? []
          : [
              paragraph(
                'A tool for it: ',
                link(page.title, site.absolute(page.path)),
                `, ${page.minutes} minutes.`,
              ),
            ]),
      ];
    },
  };
}

const labelled = (label: string, inner: readonly Node[]): Node =>
  withChildren(quote([]), [paragraph(strong(label)), ...inner]);

/**
 * The blocks of a text, its components as Markdown, and links within the site as whole addresses.
 * @param page path of the page, to which links to a fragment belong
 */
function blocksOf(
  { root }: Prose,
  page: string,
  { absolute }: CourseSite,
  components: Readonly<Partial<Record<string, Writer>>>,
): RootContent[] {
  const expand = (node: Node): Node[] => {
    const children = childrenOf(node).flatMap(expand);
    const use = componentOf(node);
    if (use !== undefined) {
      const writer = components[use.name];
      if (writer === undefined) throw new Error(`<${use.name}> on ${page} has no form in Markdown.`);
      return writer(use.attributes, children);
    }
    const copy = 'children' in node ? withChildren(node, children) : node;
    if (!hasAddress(copy) || !/^[/#]/.test(copy.url)) return [copy];
    return [{ ...copy, url: absolute(copy.url.startsWith('#') ? `${page}${copy.url}` : copy.url) }];
  };
  const [whole] = expand(root);
  return whole?.type === 'root' ? whole.children : [];
}

/**
 * The text of a lesson as GitHub-flavored Markdown. It is made of the MDX and the content that the components name, and
 * not of the built page: so it exists while pages are made, and has no navigation in it.
 */
export const lessonBody = (lesson: Lesson, site: CourseSite): string =>
  write(lessonBlocks(lesson, site)).trim();

const lessonBlocks = (lesson: Lesson, site: CourseSite): RootContent[] =>
  blocksOf(lesson.outline.parts, lesson.path, site, lessonWriters(lesson, site));

/** The text of a concept or a page as GitHub-flavored Markdown, with its footnotes. */
export const textBody = (
  { prose, path, claims }: Pick<Concept, 'prose' | 'path' | 'claims'>,
  site: CourseSite,
): string =>
  write([
    ...blocksOf(prose, path, site, textWriters(site)),
    ...claims.map((claim) => footnote(claim, site)),
  ]).trim();

/** The text of an MDX entry as Markdown nodes. */
export const entryBlocks = (entry: Entry, site: CourseSite): RootContent[] =>
  entry.prose === undefined
    ? []
    : blocksOf(entry.prose, entry.path, site, {
        ...textWriters(site),
        Timeline: () => [timeline(entry)],
      });

/** A file of a page, before its text. */
interface FilePage {
  title: string;
  summary: string;
  path: string;
  published: Date;
  updated: Date;
  claims: readonly Claim[];
}

/**
 * A whole file: metadata as front matter, title, text, credit and footnotes.
 * @param more metadata of its own
 */
export function markdownFile(
  { title, summary, path, published, updated, claims }: FilePage,
  more: Readonly<Record<string, unknown>>,
  blocks: readonly RootContent[],
  site: ExportContext,
): string {
  const lasting = site.lasting({ path });
  const matter = {
    title,
    description: summary,
    ...more,
    url: site.absolute(path),
    lasting_link: lasting,
    license: LICENSE.spdx,
    license_url: LICENSE.url,
    published: isoDay(published),
    updated: isoDay(updated),
    ...(site.edition === undefined ? {} : { edition: site.edition.number }),
  };
  const [credit = '', license = ''] = attribution(title, lasting).split(lasting);
  // A JSON string is a YAML string.
  const front = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${front.join('')}---\n\n${write([
    heading(1, title),
    ...blocks,
    { type: 'thematicBreak' },
    paragraph(credit, link(lasting, lasting), license),
    ...claims.map((claim) => footnote(claim, site)),
  ])}`;
}

/** A section with the sources of a text; nothing if it has none. */
export const sourcesSection = (sources: readonly Source[], site: CourseSite): RootContent[] =>
  sources.length === 0 ? [] : [heading(2, 'Sources'), list(sources.map((source) => reference(source, site)))];

/** A lesson whole: objectives, text, questions, sources and footnotes. */
export const lessonMarkdown = (lesson: Lesson, site: ExportContext): string =>
  markdownFile(
    lesson,
    { number: lesson.number, minutes: lesson.minutes },
    [
      paragraph(lesson.summary),
      paragraph(
        `Lesson ${lesson.number} of ${site.course.lessons.length}, ${lesson.minutes} minutes. After this lesson you can:`,
      ),
      list(lesson.objectives.map(({ text }) => [text])),
      ...lessonBlocks(lesson, site),
      ...sourcesSection(lesson.sources, site),
    ],
    site,
  );
