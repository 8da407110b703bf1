/** What this device remembers of a reader, in its present form. */
export interface Personal {
  version: 1;
  /** By lesson: the fragment last read, and when it was finished (ISO date). */
  lessons: Record<string, LessonRecord>;
  /** The lesson to resume, if one was begun. */
  last?: string;
}

export interface LessonRecord {
  title: string;
  /** Fragment of the section last read. */
  at?: string;
  finished?: string;
}

/** Key of the one entry in storage. */
export const STORE_KEY = 'bb:personal';

/**
 * Runs before a list of lessons is painted: marks the page of somebody who has begun (`data-begun`), so that the place
 * of the offer to resume is kept. Storage may be blocked.
 */
export const BEGUN_SCRIPT = `try{if((localStorage.getItem('${STORE_KEY}')||'').includes('"last"'))document.documentElement.dataset.begun=''}catch(e){}`;

export const emptyPersonal = (): Personal => ({ version: 1, lessons: {} });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SLUG = /^[a-z0-9-]{1,80}$/;

function lessonRecord(value: unknown): LessonRecord | undefined {
  if (!isRecord(value) || typeof value['title'] !== 'string') return undefined;
  const { title, at, finished } = value;
  return {
    title: title.slice(0, 200),
    ...(typeof at === 'string' && SLUG.test(at) ? { at } : {}),
    ...(typeof finished === 'string' && !Number.isNaN(Date.parse(finished)) ? { finished } : {}),
  };
}

/**
 * Reads what was stored. Corrupt or foreign data gives an empty store; parts that are sound are kept, whatever
 * version wrote them.
 */
export function parsePersonal(text: string | null): Personal {
  const personal = emptyPersonal();
  let value: unknown;
  try {
    value = JSON.parse(text ?? 'null');
  } catch {
    return personal;
  }
  if (!isRecord(value)) return personal;
  if (isRecord(value['lessons'])) {
    for (const [slug, record] of Object.entries(value['lessons'])) {
      const lesson = lessonRecord(record);
      if (SLUG.test(slug) && lesson !== undefined) personal.lessons[slug] = lesson;
    }
  }
  const { last } = value;
  if (typeof last === 'string' && Object.hasOwn(personal.lessons, last)) personal.last = last;
  return personal;
}
