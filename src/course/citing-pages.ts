import type { Course, Source } from './types.ts';

export interface CitingPage {
  path: string;
  title: string;
}

/** The pages that cite each source: lessons, then concepts, then comparisons. */
export function citingPages(course: Course): Map<Source, CitingPage[]> {
  const citing = new Map<Source, CitingPage[]>();
  const add = (sources: Iterable<Source | undefined>, page: CitingPage): void => {
    for (const source of new Set(sources)) {
      if (source !== undefined) citing.set(source, [...(citing.get(source) ?? []), page]);
    }
  };
  for (const { sources, path, title, number } of course.lessons)
    add(sources, { path, title: `${number}. ${title}` });
  for (const { sources, path, term } of course.concepts) add(sources, { path, title: term });
  for (const { rows, path, title } of course.comparisons)
    add(
      rows.map((row) => row.source),
      { path, title },
    );
  return citing;
}
