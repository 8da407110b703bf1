#!/usr/bin/env node
// Writes an example of a kind of content as a file to change: npm run new answer stop-micromanaging
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [kind = '', slug = ''] = process.argv.slice(2);
const content = process.env['CONTENT_DIR'] || 'src/content';
const sections = readFileSync(new URL('../docs/examples.md', import.meta.url), 'utf8')
  .split(/^## (?=\w+$)/m)
  .slice(1);
const examples = new Map(
  sections.map((section) => [
    section.slice(0, section.indexOf('\n')),
    [...section.matchAll(/^`(\S+)`.*\n\n```\w+\n([^]*?\n)```$/gm)].map(([, path, text]) => ({ path, text })),
  ]),
);

/** @param {string} problem */
function refuse(problem) {
  console.error(problem);
  process.exit(1);
}

const found = examples.get(kind);
if (found === undefined || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
  refuse(
    `${found === undefined ? `"${kind}" is no kind of content.` : `"${slug}" is no slug.`}\nUsage: npm run new <kind> <slug>\n  kind: ${[...examples.keys()].join(', ')}\n  slug: small letters, digits and hyphens; it becomes the address`,
  );
/** The number after those of the lessons. */
function nextNumber() {
  const folder = join(content, 'lessons');
  const lessons = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mdx')) : [];
  const numbers = lessons.map((name) =>
    Number(/^number: (\d+)/m.exec(readFileSync(join(folder, name), 'utf8'))?.[1] ?? 0),
  );
  return Math.max(0, ...numbers) + 1;
}

const today = new Date().toISOString().slice(0, 10);
const files = found.map(({ path, text }) => ({
  file: join(content, path.replace('<slug>', slug)),
  text: text
    .replace(/^number: 99$/m, () => `number: ${nextNumber()}`)
    .replace(/^(published|updated): .*$/gm, `$1: ${today}`),
}));
for (const { file } of files) if (existsSync(file)) refuse(`${file} is there already. Choose another slug.`);
for (const { file, text } of files) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(file);
}
if (kind === 'lesson')
  console.log(
    `It needs questions, and may have a guide: npm run new question ${slug}; npm run new guide ${slug}`,
  );
console.log('Change it; npm run dev and npm run build say what is missing. Then run npm run permalinks.');
