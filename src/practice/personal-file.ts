import * as z from 'zod/mini';
import { checksSlice, lessonsSlice, slug, stepsSlice } from '../storage/slices.ts';
import { isRecord, isUnsafeKey, parsePersonal, type Personal } from '../storage/store.ts';
import { moment, type StorageSlice } from '../storage/slice.ts';
import { localDay } from '../utils/days.ts';

/** Every slice that this version of the site knows. A feature exports its own from its `slice.ts`. */
const SLICES: readonly StorageSlice<unknown>[] = [
  lessonsSlice,
  checksSlice,
  stepsSlice,
  ...Object.values(
    import.meta.glob<StorageSlice<unknown>>(['./*/slice.ts', '../collections/*/slice.ts'], {
      eager: true,
      import: 'slice',
    }),
  ),
];

/** Identifies an exported file of personal data. */
export const FILE_KIND = 'blueprint-and-build-personal';
/** The newest version of the file format that this site reads. */
const FILE_VERSION = 1;
/** Larger files are refused before they are read. */
export const MAX_BYTES = 2 * 1024 * 1024;
const MAX_DEPTH = 12;

/** The slices of a file: known ones by their schema, others as plain JSON. */
const dataSchema = z.looseObject({
  last: z.optional(slug),
  ...Object.fromEntries(SLICES.map(({ key, schema }) => [key, z.optional(schema)])),
});

/** The schema of the file, published as /personal.schema.json. */
export const fileSchema = z.object({
  kind: z.literal(FILE_KIND),
  version: z.literal(FILE_VERSION),
  exported: moment,
  data: dataSchema,
});

interface ExportedFile {
  name: string;
  type: string;
  text: string;
}

/** The imported store, or the reason for refusing the file. */
export type Imported = { personal: Personal } | { refused: string };

function asideKey(personal: Readonly<Record<string, unknown>>, key: string): string {
  let name = `${key}-unread`;
  for (let number = 2; Object.hasOwn(personal, name); number += 1) name = `${key}-unread-${number}`;
  return name;
}

/** The store with every unreadable slice moved to "<key>-unread". */
function soundPersonal(personal: Personal): Personal {
  const sound: Personal = { ...personal };
  for (const { key, schema } of SLICES) {
    if (sound[key] === undefined || schema.safeParse(sound[key]).success) continue;
    sound[asideKey(sound, key)] = sound[key];
    delete sound[key];
  }
  return sound;
}

/** Exports the personal store as a file named after the day. */
export function exportFile(personal: Personal, now: Date): ExportedFile {
  const { version, ...data } = soundPersonal(personal);
  const exported = now.toISOString();
  return {
    name: `blueprint-and-build-${localDay(now)}.json`,
    type: 'application/json',
    text: JSON.stringify({ kind: FILE_KIND, version, exported, data }),
  };
}

/** Exports what could not be read, as it is. */
export const asideFile = (text: string, now: Date): ExportedFile => ({
  name: `blueprint-and-build-unread-${localDay(now)}.txt`,
  type: 'text/plain',
  text,
});

/** The reason for refusing a file of this size, if any. */
export const refusedSize = (bytes: number): string | undefined =>
  bytes > MAX_BYTES
    ? 'This file is larger than 2 MB. A file of your data is smaller, so this one was not opened.'
    : undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The reason to reject a value: too deep, or an unsafe key. Iterative, so depth cannot overflow the stack. */
function faultOf(value: unknown, maxDepth: number): 'depth' | 'key' | undefined {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const objects = level.filter((item): item is object => typeof item === 'object' && item !== null);
    if (objects.length > 0 && depth >= maxDepth) return 'depth';
    if (objects.some((item) => Object.keys(item).some(isUnsafeKey))) return 'key';
    level = objects.flatMap((item) => Object.values(item) as unknown[]);
  }
  return undefined;
}

/** Reads a file completely or refuses it; changes nothing in storage. */
export function importFile(text: string): Imported {
  const value = parsed(text);
  if (value === undefined)
    return { refused: 'This file is not JSON, or a part of it is missing. Was it cut off or changed?' };
  const fault = faultOf(value, MAX_DEPTH);
  if (fault === 'depth') return { refused: `This file is nested deeper than ${MAX_DEPTH} levels.` };
  if (fault === 'key')
    return { refused: 'This file has a name in it that could harm the page (such as “__proto__”).' };
  if (!isRecord(value) || value['kind'] !== FILE_KIND || !Number.isSafeInteger(value['version']))
    return { refused: 'This file does not come from this site’s export.' };
  if (Number(value['version']) > FILE_VERSION)
    return { refused: 'This file comes from a newer version of the site. Reload the page, then try again.' };
  const result = fileSchema.safeParse(value);
  if (!result.success) {
    const [first, second] = result.error.issues[0]?.path ?? [];
    const name = String(first === 'data' ? (second ?? first) : first);
    return { refused: `The part “${name}” of this file is not in the form that this site writes.` };
  }
  return { personal: parsePersonal(JSON.stringify({ ...(value['data'] as object), version: FILE_VERSION })) };
}

/** Merges imported data into the store, by the rule of each slice. No present data is lost. */
export function mergePersonal(present: Personal, added: Personal): Personal {
  const merged = soundPersonal(present);
  for (const { key, schema, empty, merge } of SLICES) {
    if (added[key] === undefined) continue;
    const here = merged[key] === undefined ? empty() : schema.parse(merged[key]);
    merged[key] = merge(here, schema.parse(added[key]));
  }
  const known = new Set(['version', 'last', ...SLICES.map(({ key }) => key)]);
  for (const [key, slice] of Object.entries(added)) {
    if (known.has(key) || isUnsafeKey(key) || Object.hasOwn(merged, key)) continue;
    merged[key] = slice;
  }
  if (merged.last === undefined && added.last !== undefined) merged.last = added.last;
  return merged;
}
