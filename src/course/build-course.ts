import { buildTools } from '../practice/content.ts';
import { AuthorError, type Problem } from './author-error.ts';
import { checkContent } from './checks/content.ts';
import type {
  Claim,
  Comparison,
  Concept,
  Course,
  Figure,
  Lesson,
  RawCourse,
  RawEntry,
  Source,
} from './types.ts';
import { outlineOf, partsOf } from './lesson-outline.ts';
import { comparisonPath, conceptPath, figurePath, guidePath, lessonPath } from '../utils/paths.ts';

/** Reading speed in words a minute: the lower end of Brysbaert's range for adult non-fiction. */
const WORDS_PER_MINUTE = 200;
/** Minutes to answer a check question. */
const MINUTES_PER_QUESTION = 0.3;

const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));

/** Looks up an id that `checkContent` has already verified. */
function required<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new Error(`"${id}" was not checked before it was looked up.`);
  return found;
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/**
 * Resolves the references between the collections into one graph.
 * @throws {AuthorError} listing every mistake in the content by file, field and remedy.
 */
export function buildCourse(raw: RawCourse): Course {
  const outlines = new Map(raw.lessons.map(({ id, body }) => [id, outlineOf(body)]));
  const proses = new Map(
    raw.concepts.map(({ id, file, body }) => [id, partsOf(body, file.endsWith('.mdx') ? 'mdx' : 'md')]),
  );
  const problems: Problem[] = checkContent(raw, { outlines, concepts: proses });
  if (problems.length > 0) throw new AuthorError(problems);

  const sources = raw.sources.map((entry): Source => ({ id: entry.id, data: entry.data }));
  const sourceById = byId(sources);
  const sourcesOf = (ids: readonly string[]): Source[] => ids.map((id) => required(sourceById, id));

  const claims = raw.claims.map(({ id, data }): Claim => ({ ...data, id, sources: sourcesOf(data.sources) }));
  const claimById = byId(claims);

  const concepts = raw.concepts.map(({ id, data }): Concept => ({
    ...data,
    id,
    path: conceptPath(id),
    prose: required(proses, id),
    related: [],
    contrast: undefined,
    sources: sourcesOf(data.sources),
    taughtIn: [],
  }));
  const conceptById = byId(concepts);
  for (const { id, data } of raw.concepts) {
    const concept = required(conceptById, id);
    concept.related = data.related.map((other) => required(conceptById, other));
    concept.contrast = data.contrast === undefined ? undefined : required(conceptById, data.contrast);
  }

  const comparisons = raw.comparisons.map(({ id, data }): Comparison => ({
    ...data,
    id,
    path: comparisonPath(id),
    rows: data.rows.map((row) => ({
      ...row,
      source: row.source === undefined ? undefined : required(sourceById, row.source),
    })),
    shownIn: [],
  }));
  const comparisonById = byId(comparisons);
  const questionsById = byId(raw.questions);
  const guideById = byId(raw.guides);

  const toLesson = ({ id, data }: RawEntry<RawCourse['lessons'][number]['data']>): Lesson => {
    const outline = required(outlines, id);
    const guide = guideById.get(id)?.data;
    const questions = questionsById.get(id)?.data.questions ?? [];
    const timeline = data.timeline.map((event) => ({
      ...event,
      claims: event.claims.map((claim) => required(claimById, claim)),
    }));
    const works = sourcesOf(data.sources);
    const used = [
      ...outline.claims.map((claim) => required(claimById, claim)),
      ...timeline.flatMap((event) => event.claims),
    ];
    return {
      ...data,
      id,
      path: lessonPath(id),
      outline,
      minutes: Math.ceil(outline.words / WORDS_PER_MINUTE + questions.length * MINUTES_PER_QUESTION),
      concepts: data.concepts.map((concept) => required(conceptById, concept)),
      works,
      sources: unique([...works, ...used.flatMap((claim) => claim.sources)]),
      questions,
      timeline,
      guide: guide && {
        ...guide,
        path: guidePath(id),
        objections: guide.objections.map((objection) => ({
          ...objection,
          claims: objection.claims.map((claim) => required(claimById, claim)),
        })),
      },
      previous: undefined,
      next: undefined,
    };
  };
  const lessons = raw.lessons.map(toLesson).sort((a, b) => a.number - b.number);
  lessons.forEach((lesson, index) => {
    lesson.previous = lessons[index - 1];
    lesson.next = lessons[index + 1];
    for (const concept of lesson.concepts) concept.taughtIn.push(lesson);
    for (const id of unique(lesson.outline.comparisons.map((use) => use.id))) {
      required(comparisonById, id).shownIn.push(lesson);
    }
  });

  const lessonById = byId(lessons);
  const figures = raw.figures.map(({ id, data }): Figure => ({
    ...data,
    id,
    path: figurePath(id),
    lesson: required(lessonById, data.lesson),
    claims: data.claims.map((claim) => required(claimById, claim)),
  }));
  const figureById = byId(figures);

  return {
    lessons,
    tools: buildTools(raw.tools, {
      lesson: (id) => required(lessonById, id),
      claims: (ids) => ids.map((id) => required(claimById, id)),
      sources: sourcesOf,
    }),
    concepts: concepts.sort((a, b) => a.term.localeCompare(b.term, 'en')),
    comparisons: comparisons.sort((a, b) => a.title.localeCompare(b.title, 'en')),
    figures,
    sources,
    claims,
    claim: (id) => required(claimById, id),
    concept: (id) => required(conceptById, id),
    comparison: (id) => required(comparisonById, id),
    figure: (id) => required(figureById, id),
  };
}
