import { existsSync, readFileSync } from 'node:fs';
import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLError,
} from 'yaml';
import type { z } from 'zod';
import { didYouMean } from '../utils/nearest.ts';
import { smartQuotes } from '../utils/quotes.ts';
import type { Problem } from './author-error.ts';
import { referencesIn, type Reference } from './references.ts';

/** A file of the content: its data, and the Markdown below its front matter. */
interface ContentFile<Data> {
  data: Data;
  body: string;
  bodyStart: number;
  references: Reference[];
}

type Path = readonly PropertyKey[];
/** A problem of a file before its place is known. */
type Finding = Pick<Problem, 'problem' | 'remedy'>;

/** A copy of data with typographic quotation marks in every text; an address keeps its own. */
function typeset<Value>(value: Value): Value {
  if (typeof value === 'string') return (/^\w+:\/\//.test(value) ? value : smartQuotes(value)) as Value;
  if (Array.isArray(value)) return value.map(typeset) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typeset(inner)])) as Value;
}

/**
 * Reads a file of the content by its schema: YAML, JSON, or MDX with front matter.
 * Texts are typeset here, for every page and file; those of sources are left to the library that cites them.
 * @returns its content, or every problem of its data with line, field and remedy
 */
export function parseContent<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): ContentFile<z.output<Schema>> | Problem[] {
  const [front = text, body = ''] = file.endsWith('.mdx') ? splitFrontMatter(text) : [];
  const lines = new LineCounter();
  const document = parseDocument(front, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line: seen, col } = lines.linePos(error.pos[0]);
    const sources = front.split('\n');
    // The parser misses an open quotation mark only at the end; the mark is on the first line with an odd number of them.
    const opened = error.message.startsWith('Missing closing "')
      ? sources.findIndex((text) => text.split('"').length % 2 === 0)
      : -1;
    const line = opened < 0 ? seen : opened + 1;
    const source = sources[line - 1] ?? '';
    return [
      {
        file,
        line,
        field: /^(?:- |\s)*(\w[\w-]*):/.exec(source)?.[1] ?? 'the line',
        ...explainSyntax(error, source, col),
      },
    ];
  }
  const cut = cutTexts(document, lines);
  if (cut.length > 0) return cut.map((finding) => ({ file, ...finding }));
  const result = schema.safeParse(document.toJS() ?? {}, { error: inWords });
  if (result.success) {
    const bodyStart = text.slice(0, text.length - body.length).split('\n').length;
    const references = referencesIn(schema, result.data).map(({ of, id, path }) => ({
      of,
      id,
      field: fieldAt(path),
      line: lineOf(document, lines, path),
    }));
    const data = file.endsWith('.json') ? result.data : typeset(result.data);
    return { data, body, bodyStart, references };
  }
  if (file.endsWith('.mdx') && front === '')
    return [
      {
        file,
        line: 1,
        field: 'front matter',
        problem: 'is missing, or has no line "---" at its end',
        remedy: 'begin the file with a line "---", then the fields, then another line "---".',
      },
    ];
  return result.error.issues.flatMap(({ path, message, ...issue }) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
    return paths.map((place) => ({
      file,
      line: lineOf(document, lines, place),
      field: fieldAt(place),
      ...splitMessage(message),
    }));
  });
}

/** Texts that YAML ends at a number sign, because they are not in quotation marks: `title: Plan #1`, `explains: #part`. */
function cutTexts(document: Document, lines: LineCounter): Omit<Problem, 'file'>[] {
  const found: Omit<Problem, 'file'>[] = [];
  visit(document, {
    Scalar(_, { type, comment, source = '', range }, path) {
      if (type !== 'PLAIN' || comment === undefined || comment === null) return;
      const key = path.findLast(isPair)?.key;
      found.push({
        line: lines.linePos(range?.[0] ?? 0).line,
        field: isScalar(key) ? String(key.value) : 'the line',
        problem: 'has a number sign in a text without quotation marks, and YAML drops what follows it',
        remedy: `write "${`${source} #${comment}`.trim().replaceAll('"', "'")}"; a comment has a line of its own.`,
      });
    },
  });
  return found;
}

/** A field as authors read it: "rows.2.source". */
const fieldAt = (path: Path): string => path.map(String).join('.') || 'the file';

/** Reads a file of the content by its schema, or says what is wrong with it. */
export const readContent = <Schema extends z.ZodType>(file: string, schema: Schema) =>
  existsSync(file)
    ? parseContent(file, readFileSync(file, 'utf8'), schema)
    : [{ file, field: 'file name', problem: 'the file is missing', remedy: 'bring it back.' }];

/** Front matter with its marks, and the text below. */
function splitFrontMatter(text: string): [front: string, body: string] {
  const [front = ''] = /^\uFEFF?---\r?\n(?:[^]*?\n)?---[^\S\n]*(?:\n|$)/.exec(text) ?? [];
  return [front.replace(/---\s*$/, ''), text.slice(front.length)];
}

/** Schemas write the problem and its remedy as one message. */
function splitMessage(message: string): Finding {
  const [problem = '', remedy = 'correct the value; src/course/schemas has every field.'] =
    message.split(' Remedy: ');
  return { problem: problem.replace(/\.$/, ''), remedy };
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of fields',
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** Messages for what the schemas have no own message for: fields of a wrong kind, and fields that do not exist. */
const inWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type') {
    const kind = KINDS[issue.expected] ?? issue.expected;
    const form = issue.expected === 'array' ? ', such as [one, two]' : '';
    return `${issue.input === undefined ? 'is missing' : `is not ${kind}`}. Remedy: write ${kind}${form}.`;
  }
  if (issue.code === 'invalid_key') return 'is not an id. Remedy: write small letters, digits and hyphens.';
  if (issue.code !== 'unrecognized_keys') return undefined;
  const shape: unknown = issue.inst && 'shape' in issue.inst ? issue.inst.shape : {};
  const known = Object.keys(shape ?? {});
  return `is no field here. Remedy: ${didYouMean(issue.keys[0] ?? '', known, `use one of ${known.join(', ')}.`)}`;
};

/** The line of a field, or of the nearest that exists above it. */
function lineOf(document: Document, lines: LineCounter, path: Path): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!isScalar(pair?.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)];
      if (isMap(item) || isSeq(item) || isScalar(item)) offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return lines.linePos(offset).line;
}

/** Explains a syntax error to an author who does not know YAML. */
function explainSyntax({ code, message }: YAMLError, source: string, column: number): Finding {
  const at = source.slice(column - 1).trim();
  if (code === 'TAB_AS_INDENT')
    return { problem: 'begins with a tab', remedy: 'indent with spaces, two for each level.' };
  if (/^[“”„‘’]/.test(at))
    return {
      problem: 'has curly quotation marks, and a colon in a text needs straight ones',
      remedy: `write "${at.replace(/["“”„]/g, '')}".`,
    };
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:\s/.test(at))
    return {
      problem: 'has a colon in a text without quotation marks',
      remedy: `write "${at.replaceAll('"', "'")}".`,
    };
  if (code === 'MISSING_CHAR' && message.startsWith('Missing ,'))
    return {
      problem: 'lacks a comma before it',
      remedy: 'write one at the end of the entry before: JSON has one between all entries.',
    };
  if (code === 'DUPLICATE_KEY')
    return { problem: 'has a field that is there already', remedy: 'remove one of the two.' };
  if (code === 'BAD_SCALAR_START' || code === 'BAD_ALIAS' || /node end/.test(message))
    return {
      problem: 'has a mark that YAML takes for its own',
      remedy: 'put the whole text in "quotation marks", or in \'single ones\' where it has double.',
    };
  return {
    problem: `cannot be read: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    remedy:
      'look at this line and those before it: fields of one level begin in the same column, a list has "- ", and every quotation mark and bracket has its partner.',
  };
}
