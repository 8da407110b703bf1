/**
 * Reads something of the content once in a build, however many pages ask for it; in development, where content
 * changes, anew each time.
 */
export function oncePerBuild<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    if (import.meta.env.DEV) return load();
    loaded ??= load();
    return loaded;
  };
}
