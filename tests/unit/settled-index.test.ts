import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { settledIndex } from '../../src/after-pages/settled-index.ts';

const text = (word: string): string => String.fromCharCode(0x60 + word.length) + word;
const value = (word: string, pages: string): string => `\x82${text(word)}${pages}`;
const ROW = value('row', '\x82\x03\x19\x01\xa6');
const PAGE = value('page', '\x81\x18\xff');

/** An index as Pagefind writes it, with the values of its filter in some order. */
function index(values: string[], filter: string, meta: string) {
  const packed = (content: string) =>
    new Uint8Array(gzipSync(Buffer.from(`pagefind_dcd${content}`, 'latin1')));
  return [
    { path: `filter/en_${filter}.pf_filter`, content: packed(`\x82${text('kind')}\x82${values.join('')}`) },
    { path: `pagefind.en_${meta}.pf_meta`, content: packed(`\x82${text(`en_${filter}`)}\x80`) },
    { path: 'pagefind-entry.json', content: new TextEncoder().encode(`{"hash":"en_${meta}"}`) },
    { path: 'index/en_abcdef0.pf_index', content: packed('words') },
  ];
}

test('an index is the same in whatever order Pagefind wrote the values of its filter', () => {
  const one = settledIndex(index([ROW, PAGE], '1c31b7f', 'd0bd219d73'));
  expect(settledIndex(index([PAGE, ROW], '5c65c35', 'cb55c4b6d4'))).toEqual(one);

  const [filter, meta, entry] = one.map(({ path, content }) => ({
    path,
    text: Buffer.from(path.endsWith('.json') ? content : gunzipSync(content)).toString('latin1'),
  }));
  expect(filter?.text).toBe(`pagefind_dcd\x82${text('kind')}\x82${ROW}${PAGE}`);
  // What is named after its content is still found by its name.
  const name = /en_[0-9a-f]{7}/.exec(filter?.path ?? '')?.[0] ?? 'none';
  expect(meta?.text).toContain(text(name));
  expect(entry?.text).toBe(`{"hash":"${/en_[0-9a-f]{10}/.exec(meta?.path ?? '')?.[0]}"}`);
});
