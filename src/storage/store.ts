import type { LessonRecord } from './slices.ts';

/** The data about a reader on this device. Entries that this version does not know are preserved. */
export interface Personal {
  /** Version of the format; currently 1. */
  version: number;
  lessons: Record<string, LessonRecord>;
  last?: string;
  /** The slices of the tools, by key; each tool declares its schema. */
  [slice: string]: unknown;
}

/** Key of the localStorage entry. */
export const STORE_KEY = 'bb:personal';
/** Key under which an unreadable entry is saved, so that nothing is lost. */
export const ASIDE_KEY = 'bb:personal-unread';
/** The data of a new reader. */
export const emptyPersonal = (): Personal => ({ version: 1, lessons: {} });
/** The id of a lesson or section. */
export const SLUG = /^[a-z0-9-]{1,80}$/;

/** Whether a value is a time as text. */
export const isTime = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** Whether a value is an object and not an array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a key could pollute a prototype. The store never contains one. */
export const isUnsafeKey = (key: string): boolean => ['__proto__', 'constructor', 'prototype'].includes(key);

/** Parses JSON without unsafe keys; undefined when invalid or nested too deeply for the browser. */
function readPlain(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (isUnsafeKey(key) ? undefined : value));
  } catch {
    return undefined;
  }
}

/** A lesson record, including fields of other versions; undefined when invalid. */
function lessonRecord(value: unknown): LessonRecord | undefined {
  if (!isRecord(value) || typeof value['title'] !== 'string') return undefined;
  const { title, at, finished, ...others } = value;
  return {
    ...others,
    title: title.slice(0, 200),
    ...(typeof at === 'string' && SLUG.test(at) ? { at } : {}),
    ...(isTime(finished) ? { finished } : {}),
  };
}

/** Whether the stored text was not written by any version of the site. */
export const isUnreadable = (text: string | null): boolean => text !== null && !isRecord(readPlain(text));

/** Parses the stored text; valid parts are preserved, whatever version wrote them. */
export function parsePersonal(text: string | null): Personal {
  const value = readPlain(text ?? 'null');
  if (!isRecord(value)) return emptyPersonal();
  const { version, lessons, last, ...others } = value;
  const personal: Personal = {
    ...others,
    version: Number.isSafeInteger(version) && Number(version) > 0 ? Number(version) : 1,
    lessons: {},
  };
  for (const [slug, record] of Object.entries(isRecord(lessons) ? lessons : {})) {
    const lesson = lessonRecord(record);
    if (SLUG.test(slug) && lesson !== undefined) personal.lessons[slug] = lesson;
  }
  if (typeof last === 'string' && Object.hasOwn(personal.lessons, last)) personal.last = last;
  return personal;
}

/** A slice as a record to change, for scripts too small for its schema; what is no record is set aside. */
export function shareOf(personal: Personal, key: string): Record<string, unknown> {
  const slice = personal[key];
  if (isRecord(slice)) return slice;
  if (slice !== undefined) personal[`${key}-unread`] = slice;
  const made = {};
  personal[key] = made;
  return made;
}
