import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const FOLDER = 'src/content/lessons';
const lessons = readdirSync(FOLDER).filter((name) => name.endsWith('.mdx'));

for (const name of lessons)
  test(`${name} opens with a drawing of its own, described in words, in the colors of the page`, () => {
    const svg = readFileSync(`${FOLDER}/${name.replace('.mdx', '.svg')}`, 'utf8');
    expect(svg).toMatch(/role="img" aria-label="[^"]{20,}"/);
    expect([...svg.matchAll(/ class="([^"]*)"/g)].map(([, word]) => word)).toEqual(['drawn', 'built']);
    expect(svg).not.toMatch(/style|fill=|stroke=|#[0-9a-f]{3}|NaN/);
  });
