import { buildEntries } from '../collections/build.ts';
import { buildTools } from '../practice/content.ts';
import { AuthorError } from './author-error.ts';
import { checkContent } from './checks/content.ts';
import {
  byDate,
  type Claim,
  type Comparison,
  type Concept,
  type Course,
  type Figure,
  type Lesson,
  type PageText,
  type Question,
  type RawCourse,
  type Source,
} from './types.ts';
import { checksOf } from './schemas/questions.ts';
import { readTexts, type CourseTexts } from './course-texts.ts';
import type { LessonOutline } from './lesson-outline.ts';
import { wordsIn } from './lesson-tree.ts';
import { pageOfText } from '../routes.ts';
import { comparisonPath, conceptPath, figurePath, guidePath, lessonPath } from '../utils/paths.ts';

/** Reading speed in words a minute: the lower end of Brysbaert's range for adult non-fiction. */
const WORDS_PER_MINUTE = 200;
/** Minutes to think about a check question, besides reading it. */
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

/** Content that other entries refer to, by id. */
interface References {
  sources: Map<string, Source>;
  claims: Map<string, Claim>;
  concepts: Map<string, Concept>;
}

const allRequired = <T>(map: ReadonlyMap<string, T>, ids: readonly string[]): T[] =>
  ids.map((id) => required(map, id));

const buildClaims = (raw: RawCourse, sources: ReadonlyMap<string, Source>): Claim[] =>
  raw.claims.map(({ id, data }) => ({ ...data, id, sources: allRequired(sources, data.sources) }));

/** What a text cites, by the ids of its works and of its claims. */
function citedBy(
  { sources, claims: known }: Pick<References, 'sources' | 'claims'>,
  workIds: readonly string[],
  claimIds: readonly string[],
): Pick<Concept, 'works' | 'claims' | 'sources'> {
  const works = allRequired(sources, workIds);
  const claims = unique(allRequired(known, claimIds));
  return { works, claims, sources: unique([...works, ...claims.flatMap((claim) => claim.sources)]) };
}

/** The concepts with their sources and with references to each other. */
function buildConcepts(
  raw: RawCourse,
  proses: CourseTexts['concepts'],
  references: Pick<References, 'sources' | 'claims'>,
): Concept[] {
  const concepts = raw.concepts.map(({ id, data }): Concept => {
    const prose = required(proses, id);
    return {
      ...data,
      id,
      path: conceptPath(id),
      prose,
      related: [],
      contrast: undefined,
      ...citedBy(references, data.sources, prose.claims),
      taughtIn: [],
    };
  });
  const conceptById = byId(concepts);
  for (const { id, data } of raw.concepts) {
    const concept = required(conceptById, id);
    concept.related = allRequired(conceptById, data.related);
    concept.contrast = data.contrast === undefined ? undefined : required(conceptById, data.contrast);
  }
  return concepts;
}

const buildComparisons = (raw: RawCourse, sources: ReadonlyMap<string, Source>): Comparison[] =>
  raw.comparisons.map(({ id, data }) => ({
    ...data,
    id,
    path: comparisonPath(id),
    rows: data.rows.map((row) => ({
      ...row,
      source: row.source === undefined ? undefined : required(sources, row.source),
    })),
    shownIn: [],
  }));

const buildGuide = (
  id: string,
  guide: RawCourse['guides'][number]['data'] | undefined,
  claims: ReadonlyMap<string, Claim>,
): Lesson['guide'] =>
  guide && {
    ...guide,
    path: guidePath(id),
    objections: guide.objections.map((objection) => ({
      ...objection,
      claims: allRequired(claims, objection.claims),
    })),
  };

/** What a lesson shows besides its own text: its minutes count it too. */
function shownTexts(
  raw: RawCourse,
  { objectives, timeline }: RawCourse['lessons'][number]['data'],
  { comparisons, definitions, figures }: LessonOutline,
  checks: readonly Question[],
): string[] {
  const rows = comparisons.flatMap((use) =>
    required(byId(raw.comparisons), use.id).data.rows.filter(({ id }) => use.rows?.includes(id) ?? true),
  );
  return [
    ...objectives.map(({ text }) => text),
    ...definitions.map((id) => required(byId(raw.concepts), id).data.definition),
    ...figures.map((id) => required(byId(raw.figures), id).data.caption),
    ...rows.flatMap(({ dimension, cells, ask, example }) => [
      dimension,
      ...Object.values(cells),
      ask,
      example,
    ]),
    ...timeline.map(({ event }) => event),
    ...checks.flatMap((question) => [
      question.prompt,
      ...('options' in question ? question.options : 'statements' in question ? question.statements : []).map(
        ({ text }) => text,
      ),
    ]),
  ];
}

/** The lessons in their order, each with its questions and guide. */
function buildLessons(raw: RawCourse, outlines: CourseTexts['lessons'], references: References): Lesson[] {
  const questionsById = byId(raw.questions);
  const guideById = byId(raw.guides);
  const lessons = raw.lessons.map(({ id, data }): Lesson => {
    const outline = required(outlines, id);
    const questions = questionsById.get(id)?.data.questions ?? [];
    const checks = checksOf(questions);
    const words = outline.words + wordsIn(shownTexts(raw, data, outline, checks).join(' '));
    const timeline = data.timeline
      .map((event) => ({ ...event, claims: allRequired(references.claims, event.claims) }))
      .sort(byDate);
    return {
      ...data,
      id,
      path: lessonPath(id),
      outline,
      minutes: Math.ceil(words / WORDS_PER_MINUTE + checks.length * MINUTES_PER_QUESTION),
      concepts: allRequired(references.concepts, data.concepts),
      ...citedBy(references, data.sources, [
        ...outline.parts.claims,
        ...data.timeline.flatMap((event) => event.claims),
      ]),
      questions,
      checks,
      timeline,
      guide: buildGuide(id, guideById.get(id)?.data, references.claims),
      previous: undefined,
      next: undefined,
    };
  });
  return lessons.sort((a, b) => a.number - b.number);
}

/** Adds references from lessons to their neighbors, and to lessons from the concepts and tables in them. */
function linkLessons(lessons: readonly Lesson[], comparisons: ReadonlyMap<string, Comparison>): void {
  lessons.forEach((lesson, index) => {
    lesson.previous = lessons[index - 1];
    lesson.next = lessons[index + 1];
    for (const concept of lesson.concepts) concept.taughtIn.push(lesson);
    for (const id of unique(lesson.outline.comparisons.map((use) => use.id)))
      required(comparisons, id).shownIn.push(lesson);
  });
}

const buildFigures = (
  raw: RawCourse,
  lessons: ReadonlyMap<string, Lesson>,
  claims: ReadonlyMap<string, Claim>,
): Figure[] =>
  raw.figures.map(({ id, data }) => ({
    ...data,
    id,
    path: figurePath(id),
    lesson: required(lessons, data.lesson),
    claims: allRequired(claims, data.claims),
  }));

/** The texts for pages of the site, each with the page that shows it. */
const buildTexts = (
  raw: RawCourse,
  proses: CourseTexts['pages'],
  claims: ReadonlyMap<string, Claim>,
): PageText[] =>
  raw.pages.map(({ id, data }) => {
    const prose = required(proses, id);
    const page = pageOfText(id);
    return {
      ...data,
      id,
      path: page?.path ?? '',
      title: data.title ?? page?.title ?? '',
      prose,
      claims: unique(allRequired(claims, prose.claims)),
    };
  });

/**
 * Checks the content of a course, and resolves the references between its files into one graph.
 * @throws {AuthorError} listing every mistake in texts and between files by file, field and remedy.
 */
export function buildCourse(raw: RawCourse): Course {
  const texts = readTexts(raw);
  const problems = checkContent(raw, texts);
  if (problems.length > 0) throw new AuthorError(problems);
  return resolveCourse(raw, texts);
}

/** Resolves the references between the files of a checked course into one graph. */
export function resolveCourse(raw: RawCourse, texts: CourseTexts): Course {
  const sources = raw.sources.map((entry): Source => ({ id: entry.id, data: entry.data }));
  const sourceById = byId(sources);
  const claims = buildClaims(raw, sourceById);
  const claimById = byId(claims);
  const concepts = buildConcepts(raw, texts.concepts, { sources: sourceById, claims: claimById });
  const conceptById = byId(concepts);
  const comparisons = buildComparisons(raw, sourceById);
  const comparisonById = byId(comparisons);
  const lessons = buildLessons(raw, texts.lessons, {
    sources: sourceById,
    claims: claimById,
    concepts: conceptById,
  });
  linkLessons(lessons, comparisonById);
  const lessonById = byId(lessons);
  const figures = buildFigures(raw, lessonById, claimById);
  const figureById = byId(figures);

  return {
    lessons,
    tools: buildTools(raw.tools, {
      lesson: (id) => required(lessonById, id),
      claims: (ids) => allRequired(claimById, ids),
      sources: (ids) => allRequired(sourceById, ids),
    }),
    concepts: concepts.sort((a, b) => a.term.localeCompare(b.term, 'en')),
    comparisons: comparisons.sort((a, b) => a.title.localeCompare(b.title, 'en')),
    figures,
    entries: buildEntries(raw.entries, texts.entries, {
      lesson: (id) => required(lessonById, id),
      concept: (id) => required(conceptById, id),
      claim: (id) => required(claimById, id),
    }),
    texts: buildTexts(raw, texts.pages, claimById),
    sources,
    claims,
    search: raw.search.data,
    claim: (id) => required(claimById, id),
    concept: (id) => required(conceptById, id),
    comparison: (id) => required(comparisonById, id),
    figure: (id) => required(figureById, id),
  };
}
