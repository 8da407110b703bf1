/** Keys that could pollute prototypes. The store never contains one. */
const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a key could pollute a prototype. */
export const isUnsafeKey = (key: string): boolean => UNSAFE_KEYS.has(key);

/** Whether a value is an object and not an array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parses JSON without unsafe keys; undefined when invalid or nested too deeply for the browser. */
export function readPlain(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (isUnsafeKey(key) ? undefined : value));
  } catch {
    return undefined;
  }
}

/** The reason to reject a value: too deep, or an unsafe key. Iterative, so depth cannot overflow the stack. */
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
