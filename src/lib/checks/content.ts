import type { Problem } from '../author-error.ts';
import type { RawCourse, RawEntry } from '../course-types.ts';
import { outlineOf, type MdxOutline } from '../mdx.ts';
import { checkGuideSections } from './guide-sections.ts';
import { checkComparisonRows, checkOutline } from './lesson-outline.ts';
import { nearestId } from './nearest-id.ts';
import { checkQuestions } from './questions.ts';
import type { Report } from './report.ts';
import { checkTools } from './tools.ts';

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

  const { about } = raw;
  if (about.data.talk !== undefined) checkIds(about.file, 'talk.source', 'source', [about.data.talk.source]);
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
  for (const { id, file, data } of raw.guides) {
    checkIds(file, 'file name', 'lesson', [id]);
    data.objections.forEach(({ claims }, index) => {
      checkIds(file, `objections.${index}.claims`, 'claim', claims);
    });
    checkGuideSections(file, data, outlines.get(id), report);
  }
  checkUnique(raw.lessons, 'number', (entry) => String(entry.data.number), report);
  checkQuestions(raw, outlines, report);
  checkTools(raw.tools, checkIds);
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
