/** Keys that could change what every object has, where a program is careless. The store never holds one. */
const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a key must not be taken in. */
export const isUnsafeKey = (key: string): boolean => UNSAFE_KEYS.has(key);

/** Whether a value is an object with keys, and not a list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads JSON and leaves out unsafe keys; undefined where it is none, or nested deeper than the browser goes. */
export function readPlain(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (isUnsafeKey(key) ? undefined : value));
  } catch {
    return undefined;
  }
}

/** What keeps a value from being taken in: nested too deep, or an unsafe key. Walks without recursion. */
export function faultOf(value: unknown, maxDepth: number): 'depth' | 'key' | undefined {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    const objects = level.filter((item): item is object => typeof item === 'object' && item !== null);
    if (objects.length > 0 && depth >= maxDepth) return 'depth';
    if (objects.some((item) => Object.keys(item).some(isUnsafeKey))) return 'key';
    level = objects.flatMap((item) => Object.values(item) as unknown[]);
  }
  return undefined;
}
