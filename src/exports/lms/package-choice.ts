/** The package formats of learning systems. */
export const PACKAGE_FORMATS = ['scorm-1.2', 'scorm-2004', 'cmi5'] as const;
export type PackageFormat = (typeof PACKAGE_FORMATS)[number];

export const FORMAT_NAME: Record<PackageFormat, string> = {
  'scorm-1.2': 'SCORM 1.2',
  'scorm-2004': 'SCORM 2004, 4th edition',
  cmi5: 'cmi5',
};

/** The manifest file at the root of a package. */
export const MANIFEST_NAME: Record<PackageFormat, string> = {
  'scorm-1.2': 'imsmanifest.xml',
  'scorm-2004': 'imsmanifest.xml',
  cmi5: 'cmi5.xml',
};

export const isPackageFormat = (text: string | undefined): text is PackageFormat =>
  PACKAGE_FORMATS.some((format) => format === text);

/** The choices for a package that a link can contain: all but its title. */
export interface LinkedChoice {
  lessons: readonly string[];
  /** Passing score in percent; undefined if there is no pass or fail. */
  score: number | undefined;
  /** Whether the score is the completion, and not that of the answers. */
  scoresCompletion?: boolean | undefined;
  /** Undefined if the link leaves it open. */
  format?: PackageFormat | undefined;
}

/** Limits of a passing score, in percent. */
export const SCORE = { least: 1, most: 100 } as const;

/** Parses a typed passing score; undefined when invalid. */
export function scoreOf(text: string): number | undefined {
  const score = Number(text);
  return Number.isInteger(score) && score >= SCORE.least && score <= SCORE.most ? score : undefined;
}

/** The choice as the query of an address: "lessons=k8qm.p3rt&score=80". */
export function choiceQuery({ lessons, score, scoresCompletion, format }: LinkedChoice): string {
  const query = new URLSearchParams({ lessons: lessons.join('.') });
  if (score !== undefined) query.set('score', String(score));
  if (scoresCompletion === true) query.set('grade', 'completion');
  if (format !== undefined) query.set('format', format);
  return query.toString();
}

/** Reads a choice from the query of an address; undefined if it has no lessons. */
export function choiceOf(search: string): LinkedChoice | undefined {
  const query = new URLSearchParams(search);
  const lessons = query.get('lessons');
  if (lessons === null) return undefined;
  const format = query.get('format') ?? '';
  return {
    lessons: lessons.split('.'),
    score: scoreOf(query.get('score') ?? ''),
    scoresCompletion: query.get('grade') === 'completion',
    format: isPackageFormat(format) ? format : undefined,
  };
}
