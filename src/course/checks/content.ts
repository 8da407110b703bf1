import { entryMistakes } from '../../collections/checks.ts';
import type { RawKindEntry } from '../../collections/entry.ts';
import { ENTRY_KINDS } from '../../collections/kinds.ts';
import { contentOf } from '../../collections/registry.ts';
import { settings } from '../../build/settings.ts';
import { checkTools } from '../../practice/content.ts';
import type { Problem } from '../author-error.ts';
import { lineInFile, type RawCourse, type RawEntry } from '../types.ts';
import { LESSON_COMPONENTS, rowIds } from '../lesson-components.ts';
import type { LessonOutline, ProseParts } from '../lesson-outline.ts';
import type { ComponentUse, Mistake } from '../lesson-tree.ts';
import { nearest } from '../../utils/nearest.ts';
import { checkGuideSections } from './guide-sections.ts';
import { lessonMistakes, pageMistakes, proseMistakes } from './prose.ts';
import { checkQuestions } from './questions.ts';
import { lastingPages, pageOfText } from '../../routes.ts';
import type { Report } from './report.ts';

type Known = Record<
  'concept' | 'source' | 'claim' | 'comparison' | 'figure' | 'lesson' | 'objective',
  ReadonlySet<string>
>;

const FOLDER: Record<keyof Known, string> = {
  concept: `${settings.content}/concepts/*.mdx`,
  source: `${settings.content}/sources/*.json`,
  claim: `${settings.content}/claims/*.yaml`,
  comparison: `${settings.content}/comparisons/*.yaml`,
  figure: `${settings.content}/figures/*.yaml`,
  lesson: `${settings.content}/lessons/*.mdx`,
  objective: `"*" to the objectives of the lesson`,
};

const ids = (entries: readonly { id: string }[]): Set<string> => new Set(entries.map((entry) => entry.id));

/** The parsed texts of the course, by entry id. */
export interface CourseProse {
  outlines: ReadonlyMap<string, LessonOutline>;
  concepts: ReadonlyMap<string, ProseParts>;
  entries: ReadonlyMap<RawKindEntry, ProseParts>;
  pages: ReadonlyMap<string, ProseParts>;
}

/**
 * Everything that one file's schema cannot see: references between files, ids that must be unique on a page
 * or on the site, and the parts that a lesson must have. An empty list means that the content is sound.
 */
export function checkContent(raw: RawCourse, { outlines, concepts, entries, pages }: CourseProse): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const known: Known = {
    concept: ids(raw.concepts),
    source: ids(raw.sources),
    claim: ids(raw.claims),
    comparison: ids(raw.comparisons),
    figure: ids(raw.figures),
    lesson: ids(raw.lessons),
    objective: new Set(
      raw.lessons.flatMap(({ id, data }) => data.objectives.map((objective) => `${id}#${objective.id}`)),
    ),
  };
  const checkIds = (
    file: string,
    field: string,
    kind: keyof Known,
    used: readonly string[],
    line?: number,
  ): void => {
    for (const id of used) {
      if (known[kind].has(id)) continue;
      const near = nearest(id, known[kind]);
      report({
        file,
        line,
        field,
        problem: `there is no ${kind} "${id}"`,
        remedy: `${near === undefined ? '' : `did you mean "${near}"? Otherwise `}add ${FOLDER[kind].replace('*', id)} or correct the id.`,
      });
    }
  };

  checkAbout(raw, checkIds, report);
  const reportAll = (entry: RawEntry<unknown>, mistakes: readonly Mistake[]): void => {
    for (const mistake of mistakes.toSorted((a, b) => a.line - b.line))
      report({ file: entry.file, ...mistake, line: lineInFile(entry, mistake.line) });
  };
  /** Checks the ids that the components of a text refer to. */
  const checkUses = (entry: RawEntry<unknown>, uses: readonly ComponentUse[]): void => {
    for (const { name, attributes, line } of uses)
      for (const [key, { names }] of Object.entries(LESSON_COMPONENTS[name]?.attributes ?? {})) {
        const id = attributes[key] ?? '';
        if (names !== undefined && id !== '')
          checkIds(entry.file, `<${name} ${key}>`, names, [id], lineInFile(entry, line));
      }
  };

  /** Checks the text of an entry that is no lesson. */
  const checkText = (
    entry: RawEntry<unknown>,
    prose: ProseParts | undefined,
    mistakes: (parts: ProseParts) => Mistake[],
  ): void => {
    if (prose === undefined) return;
    reportAll(entry, mistakes(prose));
    checkUses(entry, prose.components);
  };

  for (const entry of raw.pages) {
    checkText(entry, pages.get(entry.id), pageMistakes);
    if (pageOfText(entry.id) === undefined)
      report({
        file: entry.file,
        field: 'file name',
        problem: 'no page of the site shows this text',
        remedy: `name it after one of ${lastingPages()
          .flatMap(({ text }) => text ?? [])
          .join(', ')}.`,
      });
  }
  for (const entry of raw.entries) {
    const { kind, file, data } = entry;
    checkText(entry, entries.get(entry), (prose) => entryMistakes(kind, prose));
    checkIds(file, 'lesson', 'lesson', data.lesson === undefined ? [] : [data.lesson]);
    checkIds(file, 'concepts', 'concept', data.concepts ?? []);
    checkIds(file, 'claims', 'claim', data.claims ?? []);
    for (const { field, of, ids: used } of contentOf(kind).names?.(data) ?? [])
      checkIds(file, field, of, used);
    checkIds(
      file,
      'timeline.claims',
      'claim',
      (data.timeline ?? []).flatMap((event) => event.claims),
    );
  }
  for (const entry of raw.concepts) {
    const { id, file, data } = entry;
    checkText(entry, concepts.get(id), proseMistakes);
    checkIds(file, 'related', 'concept', data.related);
    checkIds(file, 'contrast', 'concept', data.contrast === undefined ? [] : [data.contrast]);
    checkIds(file, 'sources', 'source', data.sources);
  }
  checkAliases(raw, report);
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

  for (const entry of raw.lessons) {
    const { id, file, data } = entry;
    checkIds(file, 'concepts', 'concept', data.concepts);
    checkIds(file, 'sources', 'source', data.sources);
    checkIds(
      file,
      'timeline.claims',
      'claim',
      data.timeline.flatMap((event) => event.claims),
    );
    const outline = outlines.get(id);
    if (outline === undefined) continue;
    reportAll(entry, lessonMistakes(outline));
    checkUses(entry, outline.parts.components);
    checkComparisonRows(entry, outline.parts.components, raw, report);
  }
  for (const { id, file, data } of raw.guides) {
    checkIds(file, 'file name', 'lesson', [id]);
    data.objections.forEach(({ claims, answer }, index) => {
      checkIds(file, `objections.${index}.claims`, 'claim', claims);
      const field = `objections.${index}.answer`;
      checkAnswers(raw.entries, { file, field }, answer === undefined ? [] : [answer], report);
    });
    checkGuideSections(file, data, outlines.get(id), report);
  }
  checkUnique(raw.lessons, 'number', (entry) => String(entry.data.number), report);
  checkQuestions(raw, outlines, report);
  checkTools(raw.tools, checkIds);
  return problems;
}

/** Checks that the named answers exist. */
function checkAnswers(
  entries: RawCourse['entries'],
  at: { file: string; field: string },
  ids: readonly string[],
  report: Report,
): void {
  for (const id of ids)
    if (!entries.some((entry) => entry.kind === 'answer' && entry.id === id))
      report({
        ...at,
        problem: `there is no answer "${id}"`,
        remedy: 'name a file of the folder answers without its extension.',
      });
}

/** The entries that course.yaml names. */
function checkAbout(
  { about: { file, data }, comparisons, entries }: RawCourse,
  checkIds: (file: string, field: string, kind: keyof Known, used: readonly string[]) => void,
  report: Report,
): void {
  const { talk, picture, spotlight, evidence, specimens } = data;
  const check = (field: string, kind: keyof Known, ...used: (string | undefined)[]): void =>
    checkIds(
      file,
      field,
      kind,
      used.filter((id) => id !== undefined),
    );
  check('talk.source', 'source', talk?.source);
  check('picture.figure', 'figure', picture?.figure);
  check('spotlight.figure', 'figure', spotlight?.figure);
  check('spotlight.concepts', 'concept', ...(spotlight?.concepts ?? []));
  check('evidence.recall', 'claim', evidence.recall);
  check('evidence.spacing', 'claim', evidence.spacing);
  check('evidence.gaps', 'claim', evidence.gaps);
  check('evidence.retrieval', 'concept', evidence.retrieval);
  check('evidence.testing', 'source', evidence.testing);
  check('specimens.definition', 'concept', specimens.definition);
  check('specimens.term', 'concept', specimens.term);
  check('specimens.claim', 'claim', specimens.claim);
  for (const { id, rows = [] } of specimens.comparisons) {
    check('specimens.comparisons', 'comparison', id);
    const known = comparisons.find((entry) => entry.id === id)?.data.rows.map((row) => row.id);
    for (const row of rows)
      if (known !== undefined && !known.includes(row))
        report({
          file,
          field: `specimens.comparisons.${id}.rows`,
          problem: `the table has no row "${row}"`,
          remedy: `use one of ${known.join(', ')}.`,
        });
  }
  checkAnswers(
    entries,
    { file, field: 'firstQuestions.answers' },
    data.firstQuestions?.answers ?? [],
    report,
  );
  check('evidence.plans', 'claim', evidence.plans);
  check('evidence.newerPlans', 'claim', evidence.newerPlans);
  check('toolLessons', 'lesson', ...Object.values(data.toolLessons));
  for (const path of Object.keys(data.aliases))
    if (!lastingPages().some((page) => page.path === path))
      report({
        file,
        field: `aliases.${path}`,
        problem: 'the site has no such page',
        remedy: `use one of ${lastingPages()
          .map((page) => page.path)
          .join(', ')}.`,
      });
}

/** Checks that each alias leads to one place only. */
function checkAliases({ concepts, entries }: RawCourse, report: Report): void {
  const owner = new Map<string, string>();
  for (const { id, data } of concepts) owner.set(data.term.toLowerCase(), `concept "${id}"`);
  const named = [
    ...concepts.map((concept) => ({ ...concept, name: `concept "${concept.id}"` })),
    ...entries.map((entry) => ({
      ...entry,
      name: `${ENTRY_KINDS[entry.kind].label.toLowerCase()} "${entry.id}"`,
    })),
  ];
  for (const { file, data, name } of named) {
    for (const alias of data.aliases) {
      const key = alias.toLowerCase();
      const other = owner.get(key);
      if (other !== undefined) {
        report({
          file,
          field: 'aliases',
          problem: `"${alias}" already leads to the ${other}`,
          remedy: 'keep the alias where a searcher would expect it, and remove it here.',
        });
      }
      owner.set(key, name);
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

/** Checks that the rows a lesson picks from a table exist. */
function checkComparisonRows(
  entry: RawEntry<unknown>,
  uses: readonly ComponentUse[],
  raw: RawCourse,
  report: Report,
): void {
  for (const { name, attributes, line } of uses) {
    const table = raw.comparisons.find(({ id }) => id === attributes['id']);
    if (name !== 'Comparison' || table === undefined) continue;
    const known = table.data.rows.map(({ id }) => id);
    for (const row of rowIds(attributes['rows']) ?? []) {
      if (known.includes(row)) continue;
      const near = nearest(row, known);
      report({
        file: entry.file,
        line: lineInFile(entry, line),
        field: `<Comparison id="${table.id}" rows>`,
        problem: `the table has no row "${row}"`,
        remedy: `${near === undefined ? '' : `did you mean "${near}"? `}Name rows of ${table.file}, or leave \`rows\` out to show the whole table.`,
      });
    }
  }
}
