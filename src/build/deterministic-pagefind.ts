import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A file of a Pagefind index. */
export interface IndexFile {
  path: string;
  content: Uint8Array;
}

// The only file here that relies on private parts of a library: the files of a Pagefind index (1.5) have no public form, and
// Pagefind has no option for their order. It fails when Pagefind writes another form.

/** Begins every file that Pagefind compresses. */
const MAGIC = 'pagefind_dcd';
/** Kinds of item in CBOR (RFC 8949) that a filter's file is made of. */
const KIND = { number: 0, text: 3, array: 4 };

/** The error for an index of another form. */
const unknownForm = (what: string): Error =>
  new Error(
    `Pagefind writes its index in another form: ${what}. Remedy: install the version of package.json, or bring src/build/deterministic-pagefind.ts up to the new form.`,
  );

/** What an item's head says: its kind, its number (the length of a text or an array), and where its body begins. */
function headOf(bytes: Buffer, at: number): { kind: number; count: number; body: number } {
  const first = bytes.readUInt8(at);
  const [kind, low] = [first >> 5, first & 31];
  if (low < 24) return { kind, count: low, body: at + 1 };
  const size = 2 ** (low - 24);
  return { kind, count: bytes.readUIntBE(at + 1, size), body: at + 1 + size };
}

/** Where an item ends. */
function endOf(bytes: Buffer, at: number): number {
  const { kind, count, body } = headOf(bytes, at);
  if (kind === KIND.number) return body;
  if (kind === KIND.text) return body + count;
  if (kind !== KIND.array) throw unknownForm('a filter has another kind of value');
  let end = body;
  for (let item = 0; item < count; item += 1) end = endOf(bytes, end);
  return end;
}

/** A filter, `[name, [[value, pages], ...]]`, with its values in order. */
function ordered(filter: Buffer): Buffer {
  const values = headOf(filter, endOf(filter, headOf(filter, MAGIC.length).body));
  const items: Buffer[] = [];
  for (let at = values.body; items.length < values.count;) {
    const end = endOf(filter, at);
    items.push(filter.subarray(at, end));
    at = end;
  }
  return Buffer.concat([filter.subarray(0, values.body), ...items.sort((a, b) => a.compare(b))]);
}

/** As many hexadecimal digits of a content's hash as the name has that they replace. */
const digits = (content: Uint8Array, { length }: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, length);

/**
 * A Pagefind index in which the values of each filter are in order. Pagefind writes them in a random order, and names three
 * files after it, so two builds of the same pages would differ.
 */
export function deterministicIndex(files: readonly IndexFile[]): IndexFile[] {
  /** Parts of names, as Pagefind chose them and as they are now. */
  const renamed: [from: string, to: string][] = [];
  const rename = (text: string): string =>
    renamed.reduce((name, [from, to]) => name.replaceAll(from, to), text);
  const renew = (end: RegExp, change: (content: Buffer) => Buffer) => (file: IndexFile) => {
    const [, name = '', hash = ''] = end.exec(file.path) ?? [];
    if (hash === '') return file;
    const plain = gunzipSync(file.content);
    if (!plain.toString('latin1').startsWith(MAGIC)) throw unknownForm(`${file.path} begins otherwise`);
    const content = change(plain);
    renamed.push([name + hash, name + digits(content, hash)]);
    return { path: rename(file.path), content: new Uint8Array(gzipSync(content, { level: 9 })) };
  };
  for (const end of [/\.pf_filter$/, /\.pf_meta$/, /pagefind-entry\.json$/])
    if (!files.some(({ path }) => end.test(path))) throw unknownForm(`no file ends with ${end.source}`);
  return (
    files
      .map(renew(/(\w+_)([0-9a-f]+)\.pf_filter$/, ordered))
      // Names are as long as they were, so what says their length stays true.
      .map(
        renew(/(\w+_)([0-9a-f]+)\.pf_meta$/, (meta) =>
          Buffer.from(rename(meta.toString('latin1')), 'latin1'),
        ),
      )
      .map((file) =>
        file.path.endsWith('pagefind-entry.json')
          ? { ...file, content: new TextEncoder().encode(rename(new TextDecoder().decode(file.content))) }
          : file,
      )
  );
}
