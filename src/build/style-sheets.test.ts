import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuiltSite } from '../exports/exporter.ts';
import { joinSheets, rulesFor } from './style-sheets.ts';

test('a page has one sheet with the rules of all in their order, and after it the one for paper', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  mkdirSync(join(folder, '_astro'));
  for (const name of ['a', 'b', 'paper']) writeFileSync(join(folder, `_astro/${name}.css`), `.${name}{}`);
  const link = (name: string, more = ''): string =>
    `<link rel="stylesheet" href="/course/_astro/${name}.css"${more}>`;
  const html = `<head>${link('paper', ' media="print"')}<title>x</title>${link('a')}${link('b')}</head>`;
  writeFileSync(join(folder, 'index.html'), html);
  joinSheets({ folder, base: '/course/' } as BuiltSite, { info: () => undefined, warn: () => undefined });
  const [joined = ''] = readdirSync(join(folder, '_astro')).filter((name) => name.startsWith('page.'));
  expect(readFileSync(join(folder, '_astro', joined), 'utf8')).toBe('.a{}.b{}');
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe(
    `<head><title>x</title>${link(joined.replace('.css', ''))}${link('paper', ' media="print"')}</head>`,
  );
  rmSync(folder, { recursive: true });
});

const START = `<html><script>d.theme=''</script><body><p class="here too" data-n="1">A start.`;

test.each([
  ['a rule of a class that it has', '.here{color:red}', '.here{color:red}'],
  ['a rule of a class that it lacks', '.gone{color:red}p{color:red}', 'p{color:red}'],
  ['a rule of an element that it lacks', 'table{color:red}body{color:red}', 'body{color:red}'],
  ['a rule with one selector of several', '.gone .here,.too{color:red}', '.gone .here,.too{color:red}'],
  [
    'classes that may be there or not',
    ':is(.gone,.here) p:not(.gone){color:red}',
    ':is(.gone,.here) p:not(.gone){color:red}',
  ],
  ['classes of which none is there', ':is(.gone,.off) p{color:red}', ''],
  [
    'attributes that the first script may add',
    '[data-theme=dark] p{color:red}',
    '[data-theme=dark] p{color:red}',
  ],
  ['attributes', '[data-n],[popover]{color:red}[data-kind]{color:red}', '[data-n],[popover]{color:red}'],
  ['what a pointer changes', 'p:hover{color:red}p:not(:hover){color:red}', 'p:not(:hover){color:red}'],
  ['values', 'p{--a:red;--b:blue;color:var(--a)}', 'p{--a:red;color:var(--a)}'],
  ['a group', '@media print{.gone{color:red}.here{color:red}}', '@media print{.here{color:red}}'],
  ['a group of which nothing is left', '@media print{.gone{color:red}}p{color:red}', 'p{color:red}'],
  ['comments', '/*! license */p{color:red}', 'p{color:red}'],
  ['what has no selector', '@keyframes x{to{color:red}}', '@keyframes x{to{color:red}}'],
])('keeps of the rules for a start: %s', (_, css, kept) => {
  expect(rulesFor(START, css)).toBe(kept);
});
