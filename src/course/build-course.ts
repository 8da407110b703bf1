import { buildEntries } from '../collections/build.ts';
import { buildTools } from '../practice/content.ts';
import { pageOfText } from '../routes.ts';
import { comparisonPath, conceptPath, figurePath, guidePath, lessonPath } from '../utils/paths.ts';
import type { CourseTexts } from './course-texts.ts';
import type { LessonOutline } from './lesson-outline.ts';
import { wordsIn } from './lesson-tree.ts';
import { checksOf } from './schemas/questions.ts';
import {
  timelineOf,
  type Claim,
  type Comparison,
  type Concept,
  type Course,
  type Figure,
  type Find,
  type Lesson,
  type PageText,
  type Question,
  type RawCourse,
  type Source,
} from './types.ts';

/** Reading speed in words a minute: the lower end of Brysbaert's range for adult non-fiction. */
const WORDS_PER_MINUTE = 200;
/** Minutes to think about a check question, besides reading it. */
const MINUTES_PER_QUESTION = 0.3;

/** Looks up ids that `checkContent` has already verified. */
const from =
  <T>(map: ReadonlyMap<string, T>): Find<T> =>
  (id) => {
    const found = map.get(id);
    if (found === undefined) throw new Error(`"${id}" was not checked before it was looked up.`);
    return found;
  };
const byId = <T extends { id: string }>(items: readonly T[]): Find<T> =>
  from(new Map(items.map((item) => [item.id, item])));
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
const optional = <T>(find: Find<T>, id: string | undefined): T | undefined =>
  id === undefined ? undefined : find(id);

/** What a text cites, by the ids of its works and of its claims. */
type Cite = (
  works: readonly string[],
  claims: readonly string[],
) => Pick<Concept, 'works' | 'claims' | 'sources'>;

/** The concepts with their sources and with references to each other. */
function buildConcepts(raw: RawCourse, prose: Find<Concept['prose']>, cite: Cite): Concept[] {
  const concepts = raw.concepts.map(({ id, data }): Concept => ({
    ...data,
    id,
    path: conceptPath(id),
    prose: prose(id),
    related: [],
    contrast: undefined,
    ...cite(data.sources, prose(id).claims),
    taughtIn: [],
  }));
  const concept = byId(concepts);
  for (const { id, data } of raw.concepts) {
    concept(id).related = data.related.map(concept);
    concept(id).contrast = optional(concept, data.contrast);
  }
  return concepts;
}

/** Reads what a lesson shows besides its own text: its minutes count it too. */
function shownTexts(raw: RawCourse) {
  const comparison = byId(raw.comparisons);
  const concept = byId(raw.concepts);
  const figure = byId(raw.figures);
  return (
    { objectives, timeline }: RawCourse['lessons'][number]['data'],
    { comparisons, definitions, figures }: LessonOutline,
    checks: readonly Question[],
  ): string[] => [
    ...objectives.map(({ text }) => text),
    ...definitions.map((id) => concept(id).data.definition),
    ...figures.map((id) => figure(id).data.caption),
    ...comparisons
      .flatMap((use) => comparison(use.id).data.rows.filter(({ id }) => use.rows?.includes(id) ?? true))
      .flatMap(({ dimension, cells, ask, example }) => [dimension, ...Object.values(cells), ask, example]),
    ...timeline.map(({ event }) => event),
    ...checks.flatMap((question) => [
      question.prompt,
      ...('options' in question ? question.options : 'statements' in question ? question.statements : []).map(
        ({ text }) => text,
      ),
    ]),
  ];
}

/** The lessons in their order, each with its questions, its guide and its neighbors. */
function buildLessons(
  raw: RawCourse,
  outlineOf: Find<LessonOutline>,
  cite: Cite,
  { claim, concept, comparison }: Pick<Course, 'claim' | 'concept' | 'comparison'>,
): Lesson[] {
  const shown = shownTexts(raw);
  const lessons = raw.lessons
    .map(({ id, data }): Lesson => {
      const outline = outlineOf(id);
      const questions = raw.questions.find((entry) => entry.id === id)?.data.questions ?? [];
      const guide = raw.guides.find((entry) => entry.id === id)?.data;
      const checks = checksOf(questions);
      const words = outline.words + wordsIn(shown(data, outline, checks).join(' '));
      return {
        ...data,
        id,
        path: lessonPath(id),
        outline,
        minutes: Math.ceil(words / WORDS_PER_MINUTE + checks.length * MINUTES_PER_QUESTION),
        concepts: data.concepts.map(concept),
        ...cite(data.sources, [...outline.parts.claims, ...data.timeline.flatMap(({ claims }) => claims)]),
        questions,
        checks,
        timeline: timelineOf(data.timeline, claim),
        guide: guide && {
          ...guide,
          path: guidePath(id),
          objections: guide.objections.map((each) => ({ ...each, claims: each.claims.map(claim) })),
        },
        previous: undefined,
        next: undefined,
      };
    })
    .sort((a, b) => a.number - b.number);
  lessons.forEach((lesson, index) => {
    lesson.previous = lessons[index - 1];
    lesson.next = lessons[index + 1];
    for (const each of lesson.concepts) each.taughtIn.push(lesson);
    for (const id of unique(lesson.outline.comparisons.map((use) => use.id)))
      comparison(id).shownIn.push(lesson);
  });
  return lessons;
}

/** The texts for pages of the site, each with the page that shows it. */
const buildTexts = (raw: RawCourse, prose: Find<PageText['prose']>, claim: Find<Claim>): PageText[] =>
  raw.pages.map(({ id, data }) => {
    const page = pageOfText(id);
    return {
      ...data,
      id,
      path: page?.path ?? '',
      title: data.title ?? page?.title ?? '',
      prose: prose(id),
      claims: unique(prose(id).claims.map(claim)),
    };
  });

/** Resolves the references between the files of a checked course into one graph. */
export function resolveCourse(raw: RawCourse, texts: CourseTexts): Course {
  const sources = raw.sources.map(({ id, data }): Source => ({ id, data }));
  const source = byId(sources);
  const claims = raw.claims.map(({ id, data }): Claim => ({
    ...data,
    id,
    sources: data.sources.map(source),
  }));
  const claim = byId(claims);
  const cite: Cite = (workIds, claimIds) => {
    const works = workIds.map(source);
    const shown = unique(claimIds.map(claim));
    return { works, claims: shown, sources: unique([...works, ...shown.flatMap((each) => each.sources)]) };
  };
  const concepts = buildConcepts(raw, from(texts.concepts), cite);
  const concept = byId(concepts);
  const comparisons = raw.comparisons.map(({ id, data }): Comparison => ({
    ...data,
    id,
    path: comparisonPath(id),
    rows: data.rows.map((row) => ({ ...row, source: optional(source, row.source) })),
    shownIn: [],
  }));
  const comparison = byId(comparisons);
  const lessons = buildLessons(raw, from(texts.lessons), cite, { claim, concept, comparison });
  const lesson = byId(lessons);
  const figures = raw.figures.map(({ id, data }): Figure => ({
    ...data,
    id,
    path: figurePath(id),
    lesson: lesson(data.lesson),
    claims: data.claims.map(claim),
  }));
  const find = { lesson, concept, claim, source };
  return {
    lessons,
    tools: buildTools(raw.tools, find),
    concepts: concepts.sort((a, b) => a.term.localeCompare(b.term, 'en')),
    comparisons: comparisons.sort((a, b) => a.title.localeCompare(b.title, 'en')),
    figures,
    entries: buildEntries(raw.entries, texts.entries, find),
    texts: buildTexts(raw, from(texts.pages), claim),
    sources,
    claims,
    search: raw.search.data,
    claim,
    concept,
    comparison,
    figure: byId(figures),
  };
}
