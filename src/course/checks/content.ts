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
import { didYouMean } from '../../utils/nearest.ts';
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

function knownIds(raw: RawCourse): Record<Target, ReadonlySet<string>> {
  const ofKinds = KIND_IDS.map((kind) => [kind, ids(raw.entries.filter((entry) => entry.kind === kind))]);
  return {
    concept: ids(raw.concepts),
    source: ids(raw.sources),
    claim: ids(raw.claims),
    comparison: ids(raw.comparisons),
    figure: ids(raw.figures),
    lesson: ids(raw.lessons),
    objective: new Set(
      raw.lessons.flatMap(({ id, data }) => data.objectives.map((each) => `${id}#${each.id}`)),
    ),
    ...(Object.fromEntries(ofKinds) as Record<KindId, Set<string>>),
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
    report({
      file,
      line,
      field,
      problem: `there is no ${of} "${id}"`,
      remedy: didYouMean(id, known[of], `add ${placeOf(of).replace('*', id)} or correct the id.`),
    });
  };
  for (const { file, references = [] } of entriesOf(raw))
    for (const reference of references) checkId(file, reference);

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
    for (const { name, attributes, line } of outline.parts.components)
      if (name === 'Comparison') {
        const { id = '', rows } = attributes;
        const field = `<Comparison id="${id}" rows>`;
        const place = { file: entry.file, field, line: lineInFile(entry, line) };
        checkRows(raw, { id, rows: rowIds(rows) }, place, report);
      }
    checkTimeline(entry, outline.parts.components, report);
  }
  for (const { id, file, data } of raw.guides) {
    checkId(file, { of: 'lesson', id, field: 'file name', line: 1 });
    checkGuideSections(file, data, outlines.get(id), report);
    for (const table of data.tables) checkRows(raw, table, { file, field: `tables.${table.id}` }, report);
  }
  checkNumbers(raw, report);
  checkQuestions(raw, outlines, report);
  return problems;
}

/** Checks that each alias leads to one place only. */
function checkAliases({ concepts, entries }: RawCourse, report: Report): void {
  const owner = new Map<string, string>();
  for (const { id, data } of concepts) owner.set(data.term.toLowerCase(), `concept "${id}"`);
  for (const { file, data, id, ...entry } of [...concepts, ...entries]) {
    const label = 'kind' in entry ? ENTRY_KINDS[entry.kind].label.toLowerCase() : 'concept';
    for (const alias of data.aliases) {
      const other = owner.get(alias.toLowerCase());
      if (other !== undefined)
        report({
          file,
          field: 'aliases',
          problem: `"${alias}" already leads to the ${other}`,
          remedy: 'keep the alias where a searcher would expect it, and remove it here.',
        });
      owner.set(alias.toLowerCase(), `${label} "${id}"`);
    }
  }
}

/** Checks that no two lessons have the same number. */
const checkNumbers = ({ lessons }: RawCourse, report: Report): void =>
  lessons.forEach(({ file, data: { number } }, index) => {
    const other = lessons.slice(0, index).findLast(({ data }) => data.number === number);
    if (other !== undefined)
      report({
        file,
        field: 'number',
        problem: `"${number}" is taken by ${other.file}`,
        remedy: 'give one of the two another number.',
      });
  });

/** Checks that the rows that a lesson or its slides pick from a table exist. */
function checkRows(
  { comparisons }: RawCourse,
  { id, rows = [] }: { id: string; rows?: readonly string[] | undefined },
  place: Pick<Problem, 'file' | 'field' | 'line'>,
  report: Report,
): void {
  const table = comparisons.find((entry) => entry.id === id);
  const known = table?.data.rows.map((row) => row.id) ?? [];
  for (const row of rows)
    if (table !== undefined && !known.includes(row))
      report({
        ...place,
        problem: `the table has no row "${row}"`,
        remedy: didYouMean(row, known, `name rows of ${table.file}, or leave \`rows\` out.`),
      });
}

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
  const evidence = LESSON_PARTS.evidence.id;
  const headings = outline.headings.map(({ id }) => id);
  const checkSection = (field: string, section: string, known: readonly string[]): void => {
    if (known.includes(section)) return;
    const problem = `the lesson has no section "${section}"`;
    report({ file, field, problem, remedy: didYouMean(section, known, `name one of ${known.join(', ')}.`) });
  };
  const seen = new Set<string>();
  for (const { id, sections = [] } of blocks)
    for (const section of sections) {
      const field = `blocks.${id}.sections`;
      checkSection(field, section, headings);
      const problem = `another block shows the section "${section}" already`;
      if (seen.has(section)) report({ file, field, problem, remedy: 'leave it to one of the two.' });
      seen.add(section);
    }
  for (const section of Object.keys(slides))
    checkSection(`slides.${section}`, section, [...headings, evidence]);
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
