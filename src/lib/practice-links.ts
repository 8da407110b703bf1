import type { Course } from './course-types.ts';
import type { Permalink } from './permalinks.ts';
import { PRACTICE } from './practice.ts';
import { QUESTIONS_TABLE, situations } from './question-cards/pairs.ts';

const sections = (
  path: string,
  parts: readonly (readonly [fragment: string, title: string])[],
): Permalink[] => parts.map(([fragment, title]) => ({ path, fragment, title, kind: 'section' }));

/** The situations and pairs of the question cards. */
export function questionLinks(course: Course): Permalink[] {
  const { path, title } = PRACTICE.questions;
  const bank = course.comparisons
    .filter(({ id }) => id === QUESTIONS_TABLE)
    .flatMap((table) => situations(course.tools.prompts, table));
  return [
    ...sections(path, [
      ['pairs', 'Pairs of questions'],
      ['your-card', 'Your question card'],
      ['team-feedback', 'A feedback form for your team'],
      ...bank.map(({ id, label }) => [id, `${title}: ${label}`] as const),
    ]),
    ...bank.flatMap(({ pairs }) =>
      pairs.map(({ id, what }): Permalink => ({ path, fragment: id, title: what, kind: 'question' })),
    ),
  ];
}

/** The sides and stretches of the growth plan. */
export const growthPlanLinks = (course: Course): Permalink[] =>
  sections(PRACTICE.growthPlan.path, [
    ['choose', 'Choose one thing to grow'],
    ['leading', 'To grow your leading'],
    ['managing', 'To grow your managing'],
    ...course.tools.stretches.map(({ id, title }) => [id, title] as const),
  ]);
