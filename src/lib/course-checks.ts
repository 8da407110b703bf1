import type { Problem } from './author-error.ts';
import type { RawCourse, RawEntry } from './course-types.ts';
import { outlineOf, type MdxOutline } from './mdx.ts';

/** Headings that the lesson page writes itself; an author's heading must not take their ids. */
export const RESERVED_IDS = [
  'objectives',
  'check-yourself',
  'this-week',
  'evidence',
  'sources',
  'teach-this',
];

type Report = (problem: Problem) => void;
type Known = Record<'concept' | 'source' | 'claim' | 'comparison' | 'figure' | 'lesson', ReadonlySet<string>>;

const FOLDER: Record<keyof Known, string> = {
  concept: 'src/content/concepts/*.md',
  source: 'src/content/sources/*.json',
  claim: 'src/content/claims/*.yaml',
  comparison: 'src/content/comparisons/*.yaml',
  figure: 'src/content/figures/*.yaml',
  lesson: 'src/content/lessons/*.mdx',
};

const ids = (entries: readonly { id: string }[]): Set<string> => new Set(entries.map((entry) => entry.id));

/**
 * Everything that one file's schema cannot see: references between files, ids that must be unique on a page
 * or on the site, and the parts that a lesson must have. An empty list means that the content is sound.
 */
export function checkContent(raw: RawCourse): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const known: Known = {
    concept: ids(raw.concepts),
    source: ids(raw.sources),
    claim: ids(raw.claims),
    comparison: ids(raw.comparisons),
    figure: ids(raw.figures),
    lesson: ids(raw.lessons),
  };
  const checkIds = (file: string, field: string, kind: keyof Known, used: readonly string[]): void => {
    for (const id of used) {
      if (known[kind].has(id)) continue;
      const nearest = nearestId(id, known[kind]);
      report({
        file,
        field,
        problem: `there is no ${kind} "${id}"`,
        remedy: `${nearest === undefined ? '' : `did you mean "${nearest}"? Otherwise `}add ${FOLDER[kind].replace('*', id)} or correct the id.`,
      });
    }
  };

  for (const { file, data } of raw.concepts) {
    checkIds(file, 'related', 'concept', data.related);
    checkIds(file, 'contrast', 'concept', data.contrast === undefined ? [] : [data.contrast]);
    checkIds(file, 'sources', 'source', data.sources);
  }
  checkAliases(raw.concepts, report);
  for (const { file, data } of raw.claims) checkIds(file, 'sources', 'source', data.sources);
  for (const { file, data } of raw.comparisons) {
    for (const row of data.rows) {
      checkIds(file, `rows.${row.id}.source`, 'source', row.source === undefined ? [] : [row.source]);
    }
  }

  for (const { file, data } of raw.figures) {
    checkIds(file, 'lesson', 'lesson', [data.lesson]);
    checkIds(file, 'claims', 'claim', data.claims);
  }

  const outlines = new Map<string, MdxOutline>();
  for (const { id, file, body, data } of raw.lessons) {
    const outline = outlineOf(body);
    outlines.set(id, outline);
    checkIds(file, 'concepts', 'concept', data.concepts);
    checkIds(file, 'sources', 'source', data.sources);
    checkIds(file, '<Claim id>', 'claim', outline.claims);
    checkIds(file, '<Term id>', 'concept', outline.terms);
    checkIds(file, '<Definition concept>', 'concept', outline.definitions);
    checkIds(
      file,
      'timeline.claims',
      'claim',
      data.timeline.flatMap((event) => event.claims),
    );
    checkIds(
      file,
      '<Comparison id>',
      'comparison',
      outline.comparisons.map((use) => use.id),
    );
    checkIds(file, '<Figure id>', 'figure', outline.figures);
    checkComparisonRows(file, outline, raw, report);
    checkOutline(file, outline, report);
  }
  checkUnique(raw.lessons, 'number', (entry) => String(entry.data.number), report);
  checkQuestions(raw, outlines, report);
  return problems;
}

function checkAliases(concepts: RawCourse['concepts'], report: Report): void {
  const owner = new Map<string, string>();
  for (const { id, data } of concepts) owner.set(data.term.toLowerCase(), id);
  for (const { id, file, data } of concepts) {
    for (const alias of data.aliases) {
      const key = alias.toLowerCase();
      const other = owner.get(key);
      if (other !== undefined) {
        report({
          file,
          field: 'aliases',
          problem: `"${alias}" already leads to the concept "${other}"`,
          remedy: 'keep the alias under the concept that a searcher would expect, and remove it here.',
        });
      }
      owner.set(key, id);
    }
  }
}

function checkUnique<Data>(
  entries: readonly RawEntry<Data>[],
  field: string,
  key: (entry: RawEntry<Data>) => string,
  report: Report,
): void {
  const seen = new Map<string, string>();
  for (const entry of entries) {
    const value = key(entry);
    const other = seen.get(value);
    if (other !== undefined) {
      report({
        file: entry.file,
        field,
        problem: `"${value}" is taken by ${other}`,
        remedy: `give one of the two another ${field}.`,
      });
    }
    seen.set(value, entry.file);
  }
}

function checkComparisonRows(file: string, outline: MdxOutline, raw: RawCourse, report: Report): void {
  for (const use of outline.comparisons) {
    const table = raw.comparisons.find((entry) => entry.id === use.id);
    for (const row of use.rows ?? []) {
      if (table === undefined || table.data.rows.some((item) => item.id === row)) continue;
      report({
        file,
        field: `<Comparison id="${use.id}" rows>`,
        problem: `the table has no row "${row}"`,
        remedy: `name rows of ${table.file}, or leave \`rows\` out to show the whole table.`,
      });
    }
  }
}

function checkOutline(file: string, outline: MdxOutline, report: Report): void {
  for (const heading of outline.headingsWithoutId) {
    report({
      file,
      field: `heading "${heading}"`,
      problem: 'has no id, so links to it would break when it is reworded',
      remedy: `end the line with an id of its own: ## ${heading} {#short-id}`,
    });
  }
  for (const name of outline.loneComponents) {
    report({
      file,
      field: `<${name}>`,
      problem: 'stands alone on its line, so it would be no paragraph',
      remedy: 'leave a word or the final period outside of it.',
    });
  }
  const seen = new Set(RESERVED_IDS);
  for (const { id, text } of outline.headings) {
    if (seen.has(id)) {
      report({
        file,
        field: `heading "${text}"`,
        problem: `the id "${id}" stands on this page already`,
        remedy: 'give the heading another id.',
      });
    }
    seen.add(id);
  }
  const parts = {
    CheckYourself: outline.hasCheckYourself,
    ThisWeek: outline.hasThisWeek,
    Evidence: outline.hasEvidence,
  };
  for (const [name, present] of Object.entries(parts)) {
    if (!present) {
      report({
        file,
        field: `<${name}>`,
        problem: 'is missing; every lesson has it',
        remedy: `add <${name}> after the last section (CONTRIBUTING.md shows the order).`,
      });
    }
  }
}

function checkQuestions(raw: RawCourse, outlines: ReadonlyMap<string, MdxOutline>, report: Report): void {
  const owner = new Map<string, string>();
  for (const { id, file, data } of raw.questions) {
    const outline = outlines.get(id);
    if (outline === undefined) {
      report({
        file,
        field: 'file name',
        problem: `there is no lesson "${id}"`,
        remedy: 'name the file after the lesson whose questions it holds.',
      });
      continue;
    }
    for (const question of data.questions) {
      const other = owner.get(question.id);
      if (other !== undefined) {
        report({
          file,
          field: `questions.${question.id}.id`,
          problem: `the id is taken by a question in ${other}`,
          remedy: 'give one of the two another id; question ids are unique on the whole site.',
        });
      }
      owner.set(question.id, file);
      const target = question.explains.slice(1);
      if (!outline.headings.some((heading) => heading.id === target)) {
        report({
          file,
          field: `questions.${question.id}.explains`,
          problem: `the lesson has no heading "${question.explains}"`,
          remedy: `use one of ${outline.headings.map((heading) => `#${heading.id}`).join(', ')}.`,
        });
      }
    }
  }
  for (const { id, file } of raw.lessons) {
    if (!raw.questions.some((entry) => entry.id === id)) {
      report({
        file,
        field: '<CheckYourself>',
        problem: 'the lesson has no questions',
        remedy: `write three to five in src/content/questions/${id}.yaml.`,
      });
    }
  }
}

/** The known id that shares most of its beginning or its words with a wrong one, if any comes close. */
function nearestId(wrong: string, known: ReadonlySet<string>): string | undefined {
  const words = new Set(wrong.split('-'));
  let best: string | undefined;
  let bestScore = 0;
  for (const id of known) {
    let prefix = 0;
    while (prefix < Math.min(id.length, wrong.length) && id[prefix] === wrong[prefix]) prefix += 1;
    const shared = id.split('-').filter((word) => words.has(word)).length;
    const score = Math.max(
      prefix / Math.max(id.length, wrong.length),
      shared / Math.max(words.size, id.split('-').length),
    );
    if (score > bestScore) [best, bestScore] = [id, score];
  }
  return bestScore >= 0.5 ? best : undefined;
}
