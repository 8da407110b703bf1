import type { Concept, Course, Lesson } from './course-types.ts';
import { LICENSE } from './license.ts';

/** JSON-LD after https://schema.org; addresses are absolute. */
const CONTEXT = 'https://schema.org';
const publisher = { '@type': 'Organization', name: 'Blueprint & Build' };

/** The course in a few words, for machines and packages. */
export const COURSE = {
  name: 'Leading and managing',
  description:
    'Ten short lessons on leading and managing: what each is, how they differ, and how to practice both.',
} as const;

/** The home page: the course and its lessons. */
export function courseData({ lessons }: Course, home: string): object {
  return {
    '@context': CONTEXT,
    '@type': 'Course',
    ...COURSE,
    url: home,
    provider: publisher,
    isAccessibleForFree: true,
    inLanguage: 'en-US',
    license: LICENSE.url,
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'online',
      courseWorkload: `PT${lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)}M`,
    },
    offers: { '@type': 'Offer', price: 0, priceCurrency: 'USD', category: 'Free' },
  };
}

/** A lesson as a part of the course. */
export function lessonData(lesson: Lesson, url: string, home: string): object {
  return {
    '@context': CONTEXT,
    '@type': 'LearningResource',
    name: lesson.title,
    description: lesson.summary,
    url,
    position: lesson.number,
    timeRequired: `PT${lesson.minutes}M`,
    teaches: lesson.objectives,
    learningResourceType: 'lesson',
    isPartOf: { '@type': 'Course', name: COURSE.name, url: home },
    datePublished: lesson.published.toISOString().slice(0, 10),
    dateModified: lesson.updated.toISOString().slice(0, 10),
    isAccessibleForFree: true,
    inLanguage: 'en-US',
    license: LICENSE.url,
    publisher,
  };
}

/** A concept as a defined term. */
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
