import type { Span } from './weeks.ts';
import { countOf } from '../../utils/count-of.ts';
import { listed } from '../../utils/number-words.ts';

/** The categories of hours, each with its letter in the log of the lesson. */
export const LETTERS = { running: 'R', shaping: 'F', growing: 'P', other: 'E' } as const;
export type CategoryId = keyof typeof LETTERS;
export const CATEGORIES = Object.keys(LETTERS) as CategoryId[];

/** The label of each category. */
export type Labels = Readonly<Record<CategoryId, string>>;
/** Hours of one week by category. */
export type Hours = Record<CategoryId, number>;

/** Makes a record with a value for each category. */
export const byCategory = <Value>(value: (id: CategoryId) => Value) =>
  Object.fromEntries(CATEGORIES.map((id) => [id, value(id)])) as Record<CategoryId, Value>;

/** Whether a text is the id of a category. */
export const isCategory = (id: string): id is CategoryId => Object.hasOwn(LETTERS, id);
const HOUR = 3_600_000;
/** Number of hours in a week. */
export const MOST_HOURS = 168;

/** The hours of each event in a week. Events that overlap share their common time equally. */
export function shares(events: readonly Span[], week: Span): number[] {
  const cut = events.map(({ start, end }) => ({
    start: Math.max(start, week.start),
    end: Math.min(end, week.end),
  }));
  const edges = cut
    .filter(({ start, end }) => start < end)
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at);
  // Cumulative share of a single event by each edge, from the first one. The share of an event is a difference of two.
  const gained = new Map<number, number>();
  let running = 0;
  let total = 0;
  let last = edges[0]?.at ?? 0;
  for (const { at, step } of edges) {
    if (running > 0) total += (at - last) / running;
    gained.set(at, total);
    running += step;
    last = at;
  }
  return cut.map(({ start, end }) =>
    start < end ? Math.max(0, (gained.get(end) ?? 0) - (gained.get(start) ?? 0)) / HOUR : 0,
  );
}

/** The number of events that overlap another one in the week. */
export function overlapping(events: readonly Span[]): number {
  const sorted = events.map((event, index) => ({ ...event, index })).sort((a, b) => a.start - b.start);
  const found = new Set<number>();
  let reaching = sorted[0];
  for (const event of sorted.slice(1)) {
    if (reaching !== undefined && event.start < reaching.end && event.start < event.end) {
      found.add(event.index);
      found.add(reaching.index);
    }
    if (reaching === undefined || event.end > reaching.end) reaching = event;
  }
  return found.size;
}

/** Sums hours by category, without unsorted events. */
export function sumHours(items: readonly { hours: number; category: CategoryId | undefined }[]): Hours {
  const sums = byCategory(() => 0);
  for (const { hours, category } of items) if (category !== undefined) sums[category] += hours;
  return sums;
}

export const totalHours = (hours: Hours): number => CATEGORIES.reduce((sum, id) => sum + hours[id], 0);

/** Rounds hours to halves. What is missing from the sum goes to those that lost most. */
export function inHalves(hours: Hours): Hours {
  const halves = byCategory((id) => Math.floor(hours[id] * 2 + 1e-6));
  const lost = (id: CategoryId): number => hours[id] * 2 - halves[id];
  const missing = Math.round(totalHours(hours) * 2) - totalHours(halves);
  for (const id of [...CATEGORIES].sort((a, b) => lost(b) - lost(a)).slice(0, Math.max(0, missing)))
    halves[id] += 1;
  return byCategory((id) => halves[id] / 2);
}

/** Formats hours with at most two decimals: "1 hour", "2.5 hours". */
export const hoursInWords = (hours: number): string => countOf(Math.round(hours * 100) / 100, 'hour');

/** One sentence on the kind of work that got least. What is no work of the team is left out. */
export function leastSentence(hours: Hours, labels: Labels): string {
  const kinds = CATEGORIES.filter((id) => id !== 'other');
  const least = Math.min(...kinds.map((id) => hours[id]));
  const names = kinds.filter((id) => hours[id] === least).map((id) => `“${labels[id]}”`);
  return `The fewest hours went to ${listed(names)}: ${hoursInWords(least)}${names.length > 1 ? ' each' : ''}. Did you choose that, or did it happen?`;
}

/** A rule that sorts events whose title contains one of its words or phrases. */
export interface Rule {
  category: CategoryId;
  words: readonly string[];
}

/** Normalizes case, apostrophes, hyphens and spaces of a title or phrase for comparison. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);

/** Whether a title contains a phrase as whole words; both normalized by `plainWords`. */
export function hasPhrase(title: string, phrase: string): boolean {
  if (phrase === '') return false;
  for (let at = title.indexOf(phrase); at !== -1; at = title.indexOf(phrase, at + 1)) {
    // A phrase may begin or end with punctuation, next to which any character is allowed.
    const opens =
      !isWordCharacter(phrase.at(0)) || !isWordCharacter([...title.slice(Math.max(0, at - 2), at)].at(-1));
    const end = at + phrase.length;
    const closes = !isWordCharacter(phrase.at(-1)) || !isWordCharacter([...title.slice(end, end + 2)][0]);
    if (opens && closes) return true;
  }
  return false;
}

/** Returns a function that sorts titles. The first rule that matches wins; other titles are "other". */
export function sorter(rules: readonly Rule[]): (title: string) => CategoryId {
  const plain = rules.map(({ category, words }) => ({ category, phrases: words.map(plainWords) }));
  return (title) => {
    const words = plainWords(title);
    return (
      plain.find(({ phrases }) => phrases.some((phrase) => hasPhrase(words, phrase)))?.category ?? 'other'
    );
  };
}
