// The passages of the course that have an address and an answer, for the later index. Separate from the reader, as it is only needed at build.
import { contentOf } from '../collections/registry.ts';
import { shortCitation } from '../course/citations.ts';
import { citingPages } from '../course/citing-pages.ts';
import { addressOf, type Permalink } from '../course/permalinks.ts';
import { placeOf } from '../course/questions.ts';
import { sourceName, type SourceData } from '../course/schemas/source.ts';
import type { ProseParts } from '../course/lesson-outline.ts';
import type { Claim, Course, Lesson, Source, TimelineEvent } from '../course/types.ts';
import { permalinks } from '../links.ts';
import { LESSON_PARTS } from '../routes.ts';
import { formatAsOf } from '../utils/dates.ts';
import { sourcePath } from '../utils/paths.ts';
import type { InstantEntry } from './instant-index.ts';

/** A record of the later index. */
export type SearchPassage = Pick<InstantEntry, 'kind' | 'url' | 'title'> &
  Partial<Pick<InstantEntry, 'text' | 'note' | 'cells'>> & { aliases?: readonly string[] };

/** Most pages with a part of the same name. */
const MOST_ALIKE = 20;

/** Facts with their receipts, dates of timelines, works, exercises, questions, and parts of pages. */
export function passagesOf(course: Course): SearchPassage[] {
  const passages = [
    ...facts(course),
    ...[...course.lessons, ...course.entries].flatMap(events),
    ...scenes(course),
    ...works(course),
    ...course.lessons.flatMap(guideOf),
    ...course.lessons.flatMap((lesson) =>
      lesson.questions.map((question) => ({
        kind: 'question' as const,
        url: addressOf(placeOf(lesson, question)),
        title: question.prompt,
        text: `A question on “${lesson.title}”.`,
      })),
    ),
    ...course.figures.map(({ path, title, caption }) => ({
      kind: 'figure' as const,
      url: path,
      title,
      text: caption,
      aliases: [`${title} picture`],
    })),
  ];
  const had = new Set(passages.map(({ url }) => url));
  const all = permalinks(course);
  const alike = Map.groupBy(all, ({ fragment }) => fragment);
  // "Try this week" says nothing of its page.
  const links = all.filter(
    ({ fragment }) => fragment === undefined || (alike.get(fragment)?.length ?? 0) <= MOST_ALIKE,
  );
  const pages = new Map(
    links.flatMap(({ path, fragment, title }) => (fragment === undefined ? [[path, title]] : [])),
  );
  return [
    ...passages,
    ...links.flatMap((link) => (had.has(addressOf(link)) ? [] : partOf(link, pages.get(link.path)))),
  ];
}

const citation = (sources: readonly Source[]): string => sources.slice(0, 2).map(shortCitation).join('; ');

/** The facts that pages show, each where it is first shown. */
function facts(course: Course): SearchPassage[] {
  const proses = new Map<string, ProseParts>(
    [
      ...course.lessons.map(({ path, outline }) => ({ path, prose: outline.parts })),
      ...course.entries,
      ...course.texts,
    ].flatMap(({ path, prose }) => (prose === undefined ? [] : [[path, prose]])),
  );
  return [...citingPages(course).claims].flatMap(([claim, [page]]) => {
    if (page === undefined) return [];
    const part = partWith(claim, proses.get(page.path));
    const title = page.title.replace(/^\d+\. /, '');
    return {
      kind: 'fact' as const,
      url: part === undefined ? page.path : `${page.path}#${part.id}`,
      title: part === undefined ? title : `${title}: ${part.title}`,
      text: claim.statement,
      note: `As of ${formatAsOf(claim.asOf)}. ${citation(claim.sources)}`,
    };
  });
}

/** The part of a text that contains a claim: the evidence of a lesson, or what is below the last heading before it. */
function partWith(claim: Claim, prose: ProseParts | undefined): { id: string; title: string } | undefined {
  const line = prose?.components.find(
    ({ name, attributes }) => name === 'Claim' && attributes['id'] === claim.id,
  )?.line;
  if (prose === undefined || line === undefined) return undefined;
  if (prose.components.some((use) => use.name === 'Evidence' && use.line < line))
    return LESSON_PARTS.evidence;
  const heading = prose.headings.findLast((each) => each.id !== undefined && each.line < line);
  return heading?.id === undefined ? undefined : { id: heading.id, title: heading.text };
}

const events = ({
  path,
  title,
  timeline,
}: {
  path: string;
  title: string;
  timeline: readonly TimelineEvent[];
}): SearchPassage[] =>
  timeline.map(({ date, label, event, claims }) => ({
    kind: 'event',
    url: `${path}#event-${date}`,
    title,
    text: `${label}: ${event}`,
    note: citation(claims.flatMap(({ sources }) => sources)),
  }));

/** The parts of entries that can be found, such as scenes of cases. */
const scenes = ({ entries }: Course): SearchPassage[] =>
  entries.flatMap(({ kind, path, title, data }) =>
    (contentOf(kind).places?.(data) ?? []).map((place) => ({
      kind: 'scene',
      url: `${path}#${place.id}`,
      title: place.title,
      text: place.text,
      note: `In “${title}”.`,
    })),
  );

/** Works by their authors and their year, with the pages that cite them. */
function works(course: Course): SearchPassage[] {
  const cited = citingPages(course).sources;
  return course.sources.map((source) => {
    const pages = (cited.get(source) ?? []).map(({ title }) => title);
    const { 'container-title': journal, publisher } = source.data;
    return {
      kind: 'source',
      url: sourcePath(source.id),
      title: sourceName(source.data),
      text: [
        shortCitation(source),
        journal ?? publisher,
        pages.length > 0 && `Cited in ${pages.slice(0, 2).join('; ')}`,
      ]
        .flatMap((part) => (part ? `${part}.` : []))
        .join(' '),
      aliases: authorsOf(source.data),
    };
  });
}

/** Names of the authors as people type them: "Kotter", "John Kotter" for John P. Kotter. */
const authorsOf = ({ author = [] }: SourceData): string[] =>
  author
    .slice(0, 6)
    .flatMap((name) =>
      'literal' in name
        ? [name.literal]
        : [name.family, `${name.given.replace(/ \p{Lu}\.?$/u, '')} ${name.family}`],
    );

/** The guide of a lesson and its exercises. */
const guideOf = ({ number, title, guide }: Lesson): SearchPassage[] =>
  guide === undefined
    ? []
    : [
        {
          kind: 'page',
          url: guide.path,
          title: `${title}: facilitator guide`,
          text: guide.aim,
          aliases: [`lesson ${number} guide`],
        },
        ...guide.exercises.map((exercise) => ({
          kind: 'exercise' as const,
          url: `${guide.path}#exercise-${exercise.id}`,
          title: exercise.title,
          text: `A group exercise for “${title}”. ${exercise.purpose}`,
          aliases: [`${exercise.title} exercise`],
        })),
      ];

/** Parts of pages, which name their page; lessons' sections are in the small index. */
function partOf(link: Permalink, page = ''): SearchPassage[] {
  const { kind, path, fragment, title } = link;
  const isWithin = fragment !== undefined && !/^\/(?:lessons|concepts|compare|lines)\//.test(path);
  return isWithin && (kind === 'section' || kind === 'part')
    ? [{ kind: 'part', url: addressOf(link), title, note: page === '' ? '' : `In “${page}”.` }]
    : [];
}
