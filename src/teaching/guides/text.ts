import type { Course } from '../../course/types.ts';
import { permalinks } from '../../links.ts';
import { addressOf } from '../../course/permalinks.ts';

/** A part of a text: words, or an address of this site. */
export type TextPart = { words: string } | { address: string };

/** Text that looks like an address of the site: "/compare/in-practice/", "/lessons/momentum/#bottom-line". */
const ADDRESS = /(?<![\w/.])\/(?:[a-z0-9-]+\/)+(?:#[a-z0-9-]+)?/g;

/** Splits a text at known addresses of the site; unknown ones remain text. */
export function splitAtAddresses(text: string, known: ReadonlySet<string>): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    if (!known.has(address)) continue;
    if (index > from) parts.push({ words: text.slice(from, index) });
    parts.push({ address });
    from = index + address.length;
  }
  if (from < text.length) parts.push({ words: text.slice(from) });
  return parts;
}

const found = new WeakMap<Course, ReadonlySet<string>>();

/** Every address of the site, cached for each course. */
export function knownAddresses(course: Course): ReadonlySet<string> {
  const addresses = found.get(course) ?? new Set(permalinks(course).map(addressOf));
  found.set(course, addresses);
  return addresses;
}

/** An expected answer and the facilitator's note, which a guide has in parentheses at the end. */
export interface ExpectedAnswer {
  answer: string;
  remark: string | undefined;
}

export function expectedAnswer(text: string): ExpectedAnswer {
  const remark = /\(([^()]+)\)$/.exec(text);
  return { answer: text.slice(0, remark?.index).trimEnd(), remark: remark?.[1] };
}
