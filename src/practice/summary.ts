import { dueOf, isDue } from './review/schedule.ts';
import { slice as reviewSlice } from './review/slice.ts';
import { type PracticeTool, TOOLS, type ToolStorage } from './tools.ts';
import { isRecord, isTime, type Personal } from '../storage/store.ts';
import { countOf } from '../utils/count-of.ts';

/** The count of one kind of stored item, with its label. */
interface SummaryItem {
  key: string;
  one: string;
  many: string;
  count: number;
}

/** The items of a slice that is a list or a record by id. */
function itemsOf(slice: unknown): Record<string, unknown>[] {
  if (Array.isArray(slice)) return (slice as unknown[]).filter(isRecord);
  return isRecord(slice) ? Object.values(slice).filter(isRecord) : [];
}

const dated = (slice: unknown): number => itemsOf(slice).filter(({ at }) => isTime(at)).length;
/** Storage entries of the practice tools; only valid items are counted. */
const STORAGES: readonly ToolStorage[] = Object.values<PracticeTool>(TOOLS).flatMap(
  ({ storage }) => storage ?? [],
);

const entriesOf = (personal: Personal, { key, field }: ToolStorage): number => {
  const slice = personal[key];
  if (field === undefined) return dated(slice);
  return isRecord(slice) ? dated(slice[field]) : 0;
};

/** The number of uses of a practice tool, by its storage key. */
export function usesOf(personal: Personal, key: string): number {
  const storage = STORAGES.find((each) => each.key === key);
  return storage === undefined ? 0 : entriesOf(personal, storage);
}

/** The number of questions with a valid answer, and of their parts that were right at the last try. */
export function answersOf(personal: Personal): { checks: number; right: number; of: number } {
  const sums = { checks: 0, right: 0, of: 0 };
  for (const { right, of, at } of itemsOf(personal['checks'])) {
    if (typeof right !== 'number' || typeof of !== 'number' || !isTime(at)) continue;
    if (right < 0 || right > of || of === 0) continue;
    sums.checks += 1;
    sums.right += right;
    sums.of += of;
  }
  return sums;
}

/** The number of questions due for review. */
export function dueCount(personal: Personal, now: Date): number {
  const review = reviewSlice.schema.safeParse(personal['review']);
  return review.success
    ? Object.values(review.data).filter((record) => isDue(dueOf(record, now), now)).length
    : 0;
}

const KNOWN: ReadonlySet<string> = new Set(
  ['version', 'last', 'lessons', 'checks', 'review', 'steps', 'cases'].concat(STORAGES.map(({ key }) => key)),
);

/** Counts everything in the store, including zeros. */
export function summarize(personal: Personal): SummaryItem[] {
  const lessons = Object.values(personal.lessons);
  const finished = lessons.filter((lesson) => lesson.finished !== undefined).length;
  const unknown = Object.keys(personal).filter((key) => !KNOWN.has(key)).length;
  const counts: [key: string, count: number, one: string, many?: string][] = [
    ['lessons', finished, 'finished lesson'],
    ['lessons', lessons.length - finished, 'lesson begun', 'lessons begun'],
    ['checks', answersOf(personal).checks, 'answered question'],
    ...STORAGES.map((storage): [string, number, string] => [
      storage.key,
      entriesOf(personal, storage),
      storage.one,
    ]),
    ['steps', dated(personal['steps']), 'report on a step', 'reports on steps'],
    ['review', itemsOf(personal['review']).length, 'question in review', 'questions in review'],
    ['', unknown, 'part that this version does not know', 'parts that this version does not know'],
  ];
  return counts.map(([key, count, one, many = `${one}s`]) => ({ key, count, one, many }));
}

/** Formats a summary: "3 finished lessons, 20 answered questions"; empty for an empty store. */
export const formatSummary = (list: readonly SummaryItem[]): string =>
  list
    .filter(({ count }) => count > 0)
    .map(({ one, many, count }) => countOf(count, one, many))
    .join(', ');

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Describes the result of an import in a sentence or two. */
export function importReport(before: Personal, after: Personal, file: Personal): string {
  const counts = summarize(before);
  const grown = summarize(after).map((item, index) => ({
    ...item,
    count: item.count - (counts[index]?.count ?? 0),
  }));
  const words = formatSummary(grown);
  // A changed slice without new items means that later items replaced earlier ones.
  const renewed = Object.keys(before).some(
    (key) =>
      key !== 'last' &&
      !same(before[key], after[key]) &&
      !grown.some((item) => item.key === key && item.count > 0),
  );
  const left = Object.keys(file).filter((key) => !KNOWN.has(key) && !same(file[key], after[key]));
  return [
    ...(words === '' ? [] : [`Added: ${words}.`]),
    ...(renewed ? ['Some of what was here was brought up to date.'] : []),
    ...(words === '' && !renewed && left.length === 0 ? ['All of it was here already.'] : []),
    ...(left.length === 0 ? [] : [`Left as it was here: ${left.join(', ').slice(0, 200)}.`]),
  ].join(' ');
}

/** The text of `/progress/` for a number of finished and started lessons. */
export const lessonsWords = (finished: number, all: number, begun: number): string =>
  `${finished} of ${all} lessons finished, ${begun} begun.`;

/** @param right answers that were right at the last try, of `of` */
export const checksWords = (checks: number, right: number, of: number): string =>
  checks === 0
    ? 'None answered on this device yet.'
    : `${countOf(checks, 'question')} answered: ${right} of ${of} answers right when you last tried.`;

export const usesWords = (uses: number): string =>
  uses === 0 ? 'not used yet' : uses === 1 ? 'used once' : `used ${uses} times`;

export const dueWords = (due: number): string =>
  due === 0 ? 'Nothing is due now.' : `${countOf(due, 'question')} due now.`;

export const stepsWords = (reports: number): string =>
  reports === 0 ? 'Nothing is kept on this device yet.' : `You kept ${countOf(reports, 'report')}:`;

export const NOT_BEGUN = 'not begun';
