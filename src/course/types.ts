import type { Entry, RawKindEntry } from '../collections/entry.ts';
import type { RawTools, Tools } from '../practice/content.ts';
import type { LessonOutline, ProseParts } from './lesson-outline.ts';
import type { Reference } from './references.ts';
import type { ClaimData } from './schemas/claim.ts';
import type { ComparisonData, ComparisonRowData } from './schemas/comparison.ts';
import type { ConceptData } from './schemas/concept.ts';
import type { CourseData } from './schemas/course.ts';
import type { EditionsData } from './schemas/editions.ts';
import type { FigureData } from './schemas/figure.ts';
import type { GuideData } from './schemas/guide.ts';
import type { LessonData, TimelineEventData } from './schemas/lesson.ts';
import type { PageTextData } from './schemas/page-text.ts';
import type { QuestionData, QuestionsData } from './schemas/questions.ts';
import type { SearchData } from './schemas/search.ts';
import type { SourceData } from './schemas/source.ts';

/** One entry of a collection as it was read: ids still unresolved. */
export interface RawEntry<Data> {
  id: string;
  file: string;
  /** The Markdown below the front matter, where there is any. */
  body: string;
  bodyStart?: number;
  references?: readonly Reference[];
  data: Data;
}

/** A line of a body as a line of its file. */
export const lineInFile = ({ bodyStart }: Pick<RawEntry<unknown>, 'bodyStart'>, line: number): number =>
  (bodyStart ?? 1) + line - 1;

export interface RawCourse {
  about: RawEntry<CourseData>;
  editions: EditionsData['editions'];
  lessons: RawEntry<LessonData>[];
  concepts: RawEntry<ConceptData>[];
  comparisons: RawEntry<ComparisonData>[];
  questions: RawEntry<QuestionsData>[];
  sources: RawEntry<SourceData>[];
  claims: RawEntry<ClaimData>[];
  figures: RawEntry<FigureData>[];
  guides: RawEntry<GuideData>[];
  entries: RawKindEntry[];
  pages: RawEntry<PageTextData>[];
  tools: RawTools;
  search: RawEntry<SearchData>;
}

export interface Source {
  id: string;
  data: SourceData;
}

export interface Claim extends Omit<ClaimData, 'sources'> {
  id: string;
  sources: Source[];
}

/** A text with its receipts. */
interface Sourced {
  claims: Claim[];
  /** Works that it leans on as a whole. */
  works: Source[];
  /** All it cites: its works, then the sources of its claims. */
  sources: Source[];
}

export interface Concept extends Omit<ConceptData, 'related' | 'contrast' | 'sources'>, Sourced {
  id: string;
  path: string;
  prose: ProseParts;
  related: Concept[];
  contrast: Concept | undefined;
  taughtIn: Lesson[];
}

export interface ComparisonRow extends Omit<ComparisonRowData, 'source'> {
  source: Source | undefined;
}

export interface Comparison extends Omit<ComparisonData, 'rows'> {
  id: string;
  path: string;
  rows: ComparisonRow[];
  shownIn: Lesson[];
}

export interface Figure extends Omit<FigureData, 'lesson' | 'claims'> {
  id: string;
  path: string;
  lesson: Lesson;
  claims: Claim[];
}

/** The course's own text for a page of the site. */
export interface PageText extends PageTextData {
  id: string;
  path: string;
  /** Its own title, else the page's. */
  title: string;
  prose: ProseParts;
  claims: Claim[];
}

export type Question = QuestionData;

export interface TimelineEvent extends Omit<TimelineEventData, 'claims'> {
  claims: Claim[];
}

/** Events in the order of time, with their claims. */
export const timelineOf = (events: readonly TimelineEventData[], claim: Find<Claim>): TimelineEvent[] =>
  events
    .map((event) => ({ ...event, claims: event.claims.map(claim) }))
    .sort((a, b) => a.date.localeCompare(b.date));
/** What a facilitator needs for a lesson. */
export interface Guide extends Omit<GuideData, 'objections'> {
  path: string;
  objections: (Omit<GuideData['objections'][number], 'claims'> & { claims: Claim[] })[];
}

export interface Lesson extends Omit<LessonData, 'concepts' | 'sources' | 'timeline'>, Sourced {
  id: string;
  path: string;
  outline: LessonOutline;
  /** Minutes to read it and answer its questions. */
  minutes: number;
  concepts: Concept[];
  questions: Question[];
  /** Those on its page. */
  checks: Question[];
  timeline: TimelineEvent[];
  /** Undefined where nobody has written one yet. */
  guide: Guide | undefined;
  previous: Lesson | undefined;
  next: Lesson | undefined;
}

/** The whole course with its references resolved. Pages read this and never an id. */
export interface Course {
  lessons: Lesson[];
  /** In alphabetical order of their terms. */
  concepts: Concept[];
  comparisons: Comparison[];
  figures: Figure[];
  /** Entries of all kinds beside the lessons, kind by kind. */
  entries: Entry[];
  texts: PageText[];
  sources: Source[];
  claims: Claim[];
  tools: Tools;
  search: SearchData;
  claim: Find<Claim>;
  concept: Find<Concept>;
  comparison: Find<Comparison>;
  figure: Find<Figure>;
}
/** Looks up an id that the checks have verified. */
export type Find<T> = (id: string) => T;
/** Lookups for what the files of entries and tools name. */
export interface Finders {
  lesson: Find<Lesson>;
  concept: Find<Concept>;
  claim: Find<Claim>;
  source: Find<Source>;
}
