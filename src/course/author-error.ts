import { existsSync, readFileSync } from 'node:fs';

/** A mistake in the content, described so that an author can correct it without reading code. */
export interface Problem {
  /** The file to open, relative to the project. */
  file: string;
  line?: number | undefined;
  /** The field or component that the mistake is in. */
  field: string;
  problem: string;
  remedy: string;
}

/** Thrown when content is wrong; its message lists every problem with file, field and remedy. */
export class AuthorError extends Error {
  override readonly name = 'AuthorError';
  /** The message is enough; the code that found the mistake is of no interest to an author. */
  override stack = '';

  /** Astro looks for words of code in it, and would add hints on code to a text that has the word "document". */
  override toString(): string {
    return this.name;
  }

  readonly problems: readonly Problem[];
  /** The place of the first problem, which Astro shows in the terminal and in the overlay of `npm run dev`. */
  readonly loc: { file: string; line: number; column: number } | undefined;

  constructor(found: readonly Problem[], note = '') {
    const problems = found.map((problem) => ({ ...problem, line: problem.line ?? lineOf(problem) }));
    super([formatProblems(problems), note].join('\n').trim());
    this.problems = problems;
    const [first] = problems;
    this.loc = first?.line === undefined ? undefined : { file: first.file, line: first.line, column: 1 };
  }
}

/** The line of a field such as "questions.q-ask-why.explains": each part is below the one before. */
function lineOf({ file, field }: Problem): number | undefined {
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  let found = -1;
  for (const part of field.startsWith('<') ? [field.replace(/[ >].*/, '')] : field.split('.')) {
    const names = [`id: ${part}`, `${part}:`, ...(part.startsWith('<') ? [part] : [])];
    const at = lines.findIndex(
      (line, index) => index >= found && names.some((name) => ` ${line}`.includes(` ${name}`)),
    );
    if (at >= 0) found = at;
  }
  return found < 0 ? undefined : found + 1;
}

function formatProblems(problems: readonly Problem[]): string {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const lines = problems.map(
    ({ file, line, field, problem, remedy }) =>
      `  ${line === undefined ? file : `${file}:${line}`}\n    ${field}: ${problem}\n    Remedy: ${remedy}`,
  );
  return `The content has ${count}:\n${lines.join('\n')}`;
}

/** Records a content problem. */
export type Report = (problem: Problem) => void;
