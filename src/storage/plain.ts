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
