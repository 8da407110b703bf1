import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow } from './steps.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(folder, 'lessons'));
  writeFileSync(join(folder, 'lessons/index.html'), 'page');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the files of a folder are named from it, with slashes', () => {
  expect(filesBelow(folder)).toEqual(['lessons/index.html']);
});

test('a symbolic link, which a server would follow out of the site, is refused', () => {
  mkdirSync(join(folder, 'site'));
  symlinkSync(join(folder, 'lessons'), join(folder, 'site/elsewhere'), 'junction');
  expect(() => filesBelow(join(folder, 'site'))).toThrow(/site.elsewhere is a symbolic link/);
});
