import { z } from 'zod';
import type { KindId } from '../collections/kinds.ts';
import { id } from './schemas/common.ts';

/** What a field of the content can name by its id. An objective is written as `<lesson>#<objective>`. */
export type Target =
  'claim' | 'comparison' | 'concept' | 'figure' | 'lesson' | 'objective' | 'source' | KindId;

interface FoundReference {
  of: Target;
  id: string;
  path: readonly PropertyKey[];
}

/** An id in a field of a file. */
export interface Reference extends Omit<FoundReference, 'path'> {
  /** The field, as in "rows.2.source". */
  field: string;
  line: number;
}

/** The schemas of fields that hold an id, with what it names. */
const TARGETS = z.registry<{ of: Target }>();

/**
 * A field that names another part of the content by its id; the build checks that the part exists.
 * @param schema the form of the id, if it is not that of a file name
 */
export const ref = (
  of: Target,
  schema: z.ZodString = id(`the id of ${/^[aeiou]/.test(of) ? 'an' : 'a'} ${of}`),
) => schema.register(TARGETS, { of });

/** The schema that a wrapping one is for: that of an optional field, or of one with a default. */
function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
    ? unwrapped(schema.unwrap())
    : schema;
}

/** The references in the data of a file, as its schema returned it. */
export function referencesIn(
  wrapped: unknown,
  data: unknown,
  path: readonly PropertyKey[] = [],
): FoundReference[] {
  const schema = unwrapped(wrapped);
  if (typeof data === 'string' && schema instanceof z.ZodString) {
    const target = TARGETS.get(schema);
    return target === undefined ? [] : [{ of: target.of, id: data, path }];
  }
  if (typeof data !== 'object' || data === null) return [];
  if (schema instanceof z.ZodArray)
    return Object.values(data).flatMap((item, index) => referencesIn(schema.element, item, [...path, index]));
  if (schema instanceof z.ZodUnion) {
    const option = schema.options.find((each) => z.safeParse(each, data).success);
    return referencesIn(option, data, path);
  }
  const fieldOf = (key: string): unknown =>
    schema instanceof z.ZodObject
      ? schema.shape[key]
      : schema instanceof z.ZodRecord
        ? schema.valueType
        : undefined;
  return Object.entries(data).flatMap(([key, value]) => referencesIn(fieldOf(key), value, [...path, key]));
}
