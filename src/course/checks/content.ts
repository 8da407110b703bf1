import { entryMistakes } from '../../collections/build.ts';
import { ENTRY_KINDS, KIND_IDS, type KindId } from '../../collections/kinds.ts';
import { contentOf } from '../../collections/registry.ts';
import { settings } from '../../build/settings.ts';
import type { Problem, Report } from '../author-error.ts';
import type { CourseTexts } from '../course-texts.ts';
import type { Reference, Target } from '../references.ts';
import { lineInFile, type RawCourse, type RawEntry } from '../types.ts';
import { LESSON_COMPONENTS, rowIds } from '../lesson-components.ts';
import { showsPieces, type LessonOutline, type ProseParts } from '../lesson-outline.ts';
import type { ComponentUse, Mistake } from '../lesson-tree.ts';
import { nearest } from '../../utils/nearest.ts';
import { lessonMistakes, pageMistakes, proseMistakes } from './prose.ts';
import { checkQuestions } from './questions.ts';
import { lastingPages, LESSON_PARTS, pageOfText } from '../../routes.ts';
import type { GuideData } from '../schemas/guide.ts';

const ENDINGS: Partial<Record<Target, string>> = { concept: 'mdx', lesson: 'mdx', source: 'json' };

/** The file in which a part of the content is to be found or added; "*" is its id. */
function placeOf(of: Target): string {
  if (of === 'objective') return '"*" to the objectives of the lesson';
  const kind = KIND_IDS.find((id) => id === of);
  const ending = kind === undefined ? (ENDINGS[of] ?? 'yaml') : contentOf(kind).extension;
  return `${settings.content}/${of}s/*.${ending}`;
}

const ids = (entries: readonly { id: string }[]): Set<string> => new Set(entries.map((entry) => entry.id));

/** Every file of the course. */
const entriesOf = (raw: RawCourse): RawEntry<unknown>[] => [
  raw.about,
  ...raw.lessons,
  ...raw.concepts,
  ...raw.comparisons,
  ...raw.questions,
  ...raw.claims,
  ...raw.figures,
  ...raw.guides,
  ...raw.entries,
  ...raw.pages,
  ...Object.values(raw.tools),
];

/** The ids that fields may name. */
function knownIds(raw: RawCourse): Record<Target, ReadonlySet<string>> {
  const ofKind = (kind: KindId): [KindId, Set<string>] => [
    kind,
    ids(raw.entries.filter((entry) => entry.kind === kind)),
  ];
  return {
    concept: ids(raw.concepts),
    source: ids(raw.sources),
    claim: ids(raw.claims),
    comparison: ids(raw.comparisons),
    figure: ids(raw.figures),
    lesson: ids(raw.lessons),
    objective: new Set(
      raw.lessons.flatMap(({ id, data }) => data.objectives.map((objective) => `${id}#${objective.id}`)),
    ),
    ...(Object.fromEntries(KIND_IDS.map(ofKind)) as Record<KindId, Set<string>>),
  };
}

/**
 * Everything that one file's schema cannot see: references between files, ids that must be unique on a page
 * or on the site, and the parts that a lesson must have. An empty list means that the content is sound.
 */
export function checkContent(
  raw: RawCourse,
  { lessons: outlines, concepts, entries, pages }: CourseTexts,
): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const known = knownIds(raw);
  const checkId = (file: string, { of, id, field, line }: Reference): void => {
    if (known[of].has(id)) return;
    const near = nearest(id, known[of]);
    report({
      file,
      line,
      field,
      problem: `there is no ${of} "${id}"`,
      remedy: `${near === undefined ? '' : `did you mean "${near}"? Otherwise `}add ${placeOf(of).replace('*', id)} or correct the id.`,
    });
  };
  for (const { file, references = [] } of entriesOf(raw))
    for (const reference of references) checkId(file, reference);

  checkAbout(raw, report);
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
          checkId(entry.file, { of: names, id, field: `<${name} ${key}>`, line: lineInFile(entry, line) });
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
    checkTimeline(entry, entries.get(entry)?.components ?? [], report);
    checkText(entry, entries.get(entry), (prose) => entryMistakes(entry.kind, prose));
  }
  for (const entry of raw.concepts) {
    checkText(entry, concepts.get(entry.id), proseMistakes);
    const { related, contrast } = entry.data;
    if ([...related, contrast].includes(entry.id))
      report({
        file: entry.file,
        field: contrast === entry.id ? 'contrast' : 'related',
        problem: 'names the concept itself',
        remedy: 'name another one.',
      });
  }
  checkAliases(raw, report);
  for (const entry of raw.lessons) {
    const outline = outlines.get(entry.id);
    if (outline === undefined) continue;
    reportAll(entry, lessonMistakes(outline));
    checkUses(entry, outline.parts.components);
    checkComparisonRows(entry, outline.parts.components, raw, report);
    checkTimeline(entry, outline.parts.components, report);
  }
  for (const { id, file, data } of raw.guides) {
    checkId(file, { of: 'lesson', id, field: 'file name', line: 1 });
    checkGuideSections(file, data, outlines.get(id), report);
  }
  checkUnique(raw.lessons, 'number', (entry) => String(entry.data.number), report);
  checkQuestions(raw, outlines, report);
  return problems;
}

/** Checks the rows that course.yaml names. */
function checkAbout({ about: { file, data }, comparisons }: RawCourse, report: Report): void {
  for (const { id, rows = [] } of data.specimens.comparisons) {
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

/** Checks that a timeline has events. */
function checkTimeline(
  entry: RawEntry<{ timeline?: readonly unknown[] }>,
  uses: readonly ComponentUse[],
  report: Report,
): void {
  const use = uses.find(({ name }) => name === 'Timeline');
  if (use === undefined || (entry.data.timeline ?? []).length > 0) return;
  report({
    file: entry.file,
    line: lineInFile(entry, use.line),
    field: '<Timeline>',
    problem: 'has no events to show',
    remedy: 'write them into `timeline` of the front matter, or remove the tag.',
  });
}

/** Checks that a guide shows each section once, and has points for those that show nothing else. */
function checkGuideSections(
  file: string,
  { blocks, slides }: GuideData,
  outline: LessonOutline | undefined,
  report: Report,
): void {
  // A text that cannot be read has no headings, and its mistake is told already.
  if (outline === undefined || outline.headings.length === 0) return;
  const known = outline.headings.map(({ id }) => id);
  const seen = new Set<string>();
  for (const block of blocks)
    for (const section of block.sections ?? []) {
      const field = `blocks.${block.id}.sections`;
      if (!known.includes(section))
        report({
          file,
          field,
          problem: `the lesson has no section "${section}"`,
          remedy: `name one of ${known.join(', ')}.`,
        });
      if (seen.has(section))
        report({
          file,
          field,
          problem: `another block shows the section "${section}" already`,
          remedy: 'leave it to one of the two.',
        });
      seen.add(section);
    }
  const evidence = LESSON_PARTS.evidence.id;
  for (const section of Object.keys(slides))
    if (![...known, evidence].includes(section))
      report({
        file,
        field: `slides.${section}`,
        problem: `the lesson has no section "${section}"`,
        remedy: `name one of ${[...known, evidence].join(', ')}.`,
      });
  const bare = outline.sections.flatMap((section) => (showsPieces(section) ? [] : (section.id ?? [])));
  for (const section of [...bare, evidence])
    if (slides[section] === undefined)
      report({
        file,
        field: 'slides',
        problem: `there are no points for "${section}"`,
        remedy: 'write two to six points in words of their own.',
      });
}
