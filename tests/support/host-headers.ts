/** A rule of `_headers`: a path pattern and its headers. */
type Rule = readonly [pattern: RegExp, headers: readonly (readonly [name: string, value: string])[]];

/** Converts a path pattern: "*" matches anything, ":name" one segment. */
const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replace(/:\w+/g, '[^/]+')}$`,
  );

/** The rules of a `_headers` file. */
const rulesOf = (text: string): Rule[] =>
  text.split(/\n(?=\S)/).map((block) => {
    const [path = '', ...lines] = block.trimEnd().split('\n');
    return [
      patternOf(path),
      lines.map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
      }),
    ] as const;
  });

/** The headers that a host sends according to a `_headers` file: those of all matching rules, joined by commas. */
export function hostHeaders(text: string): (path: string) => Map<string, string> {
  const rules = rulesOf(text);
  return (path) => {
    const sent = new Map<string, string>();
    for (const [pattern, headers] of rules) {
      if (!pattern.test(path)) continue;
      for (const [name, value] of headers) {
        const before = sent.get(name);
        sent.set(name, before === undefined ? value : `${before}, ${value}`);
      }
    }
    return sent;
  };
}
