import { isPackageFormat, type PackageFormat } from './formats.ts';

/** What somebody wants in a package, but for its title: it can be linked. */
export interface LinkedChoice {
  /** Keys of the lessons. */
  lessons: readonly string[];
  /** Percent that passes; undefined where nobody passes or fails. */
  score: number | undefined;
  /** Undefined where it is left open. */
  format?: PackageFormat | undefined;
}

/** Percents between which a passing score can be. */
export const SCORE = { least: 1, most: 100 } as const;

/** A passing score as somebody typed it; undefined where it is none. */
export function scoreOf(text: string): number | undefined {
  const score = Number(text);
  return Number.isInteger(score) && score >= SCORE.least && score <= SCORE.most ? score : undefined;
}

/** The choice as the query of an address: "lessons=k8qm.p3rt&score=80". */
export function choiceQuery({ lessons, score, format }: LinkedChoice): string {
  const query = new URLSearchParams({ lessons: lessons.join('.') });
  if (score !== undefined) query.set('score', String(score));
  if (format !== undefined) query.set('format', format);
  return query.toString();
}

/** Reads a choice from the query of an address; undefined where it names no lessons. */
export function choiceOf(search: string): LinkedChoice | undefined {
  const query = new URLSearchParams(search);
  const lessons = query.get('lessons');
  if (lessons === null) return undefined;
  const format = query.get('format') ?? '';
  return {
    lessons: lessons.split('.'),
    score: scoreOf(query.get('score') ?? ''),
    format: isPackageFormat(format) ? format : undefined,
  };
}
