import { isoDay } from '../../utils/dates.ts';
import { atStart, shortLessons } from '../../utils/number-words.ts';
import type { Concept, Course, Lesson } from '../../course/types.ts';
import { COURSE, LICENSE, SITE_NAME, SUBJECT, TITLE } from '../../site.ts';

/** JSON-LD with the vocabulary of https://schema.org; addresses are absolute. */
const CONTEXT = 'https://schema.org';
/** Terms of all texts. */
const FREE = { isAccessibleForFree: true, inLanguage: COURSE.language, license: LICENSE.url };
const publisher = { '@type': 'Organization', name: SITE_NAME };

/** Name and description of the course for JSON-LD and packages; the description has the number of lessons. */
export const courseWords = (lessons: number): { name: string; description: string } => ({
  name: TITLE,
  description: `${shortLessons(lessons, atStart)} on ${SUBJECT}: ${COURSE.outcome}.`,
});

/** JSON-LD of the home page: the course and its lessons. */
export function courseData({ lessons }: Course, home: string): object {
  return {
    '@context': CONTEXT,
    '@type': 'Course',
    ...courseWords(lessons.length),
    url: home,
    provider: publisher,
    ...FREE,
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'online',
      courseWorkload: `PT${lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)}M`,
    },
    offers: { '@type': 'Offer', price: 0, priceCurrency: 'USD', category: 'Free' },
  };
}

/** JSON-LD of a lesson, as a part of the course. */
export function lessonData(lesson: Lesson, url: string, home: string): object {
  return {
    '@context': CONTEXT,
    '@type': 'LearningResource',
    name: lesson.title,
    description: lesson.summary,
    url,
    position: lesson.number,
    timeRequired: `PT${lesson.minutes}M`,
    teaches: lesson.objectives.map(({ text }) => text),
    learningResourceType: 'lesson',
    isPartOf: { '@type': 'Course', name: TITLE, url: home },
    datePublished: isoDay(lesson.published),
    dateModified: isoDay(lesson.updated),
    ...FREE,
    publisher,
  };
}

/** JSON-LD of a list of questions with their answers. */
export const faqData = (entries: readonly { title: string; summary: string }[]): object => ({
  '@context': CONTEXT,
  '@type': 'FAQPage',
  mainEntity: entries.map(({ title, summary }) => ({
    '@type': 'Question',
    name: title,
    acceptedAnswer: { '@type': 'Answer', text: summary },
  })),
});

/** JSON-LD of a concept, as a defined term. */
export function conceptData(concept: Concept, url: string, set: string): object {
  return {
    '@context': CONTEXT,
    '@type': 'DefinedTerm',
    name: concept.term,
    description: concept.definition,
    alternateName: concept.aliases,
    url,
    inDefinedTermSet: set,
  };
}
