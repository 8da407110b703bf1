// Makes the site's fonts and their style sheet from the families' own packages: `npm run fonts`.
// One weight of each face, the characters that the course uses, and fallbacks of the same width, so that
// the page does not move when the fonts arrive. Run it when the course needs another character: add that to src/assets/fonts/characters.txt.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createFontStack } from '@capsizecss/core';
import { fromBuffer } from '@capsizecss/unpack';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const FOLDER = new URL('../src/assets/fonts/', import.meta.url);
const CHARACTERS = readFileSync(new URL('characters.txt', FOLDER), 'utf8');

/** Measures of the fonts that are there before ours, from `@capsizecss/metrics` 4.3.0, which has 169 MB of others. */
const ARIAL = {
  familyName: 'Arial',
  fullName: 'Arial',
  postscriptName: 'ArialMT',
  category: 'sans-serif',
  capHeight: 1467,
  ascent: 1854,
  descent: -434,
  lineGap: 67,
  unitsPerEm: 2048,
  xHeight: 1062,
  xWidthAvg: 913,
};
const GEORGIA = {
  familyName: 'Georgia',
  fullName: 'Georgia',
  postscriptName: 'Georgia',
  category: 'serif',
  capHeight: 1419,
  ascent: 1878,
  descent: -449,
  lineGap: 0,
  unitsPerEm: 2048,
  xHeight: 986,
  xWidthAvg: 913,
};

const FACES = [
  {
    file: 'display.woff2',
    family: 'Blueprint Display',
    source: '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-standard-normal.woff2',
    axes: { wght: 630, opsz: 20, wdth: 95 },
    fallbacks: [ARIAL],
  },
  {
    file: 'text.woff2',
    family: 'Blueprint Text',
    source: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2',
    axes: { wght: 400, opsz: 14 },
    fallbacks: [GEORGIA],
  },
  {
    file: 'text-italic.woff2',
    family: 'Blueprint Text',
    style: 'italic',
    source: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-italic.woff2',
    axes: { wght: 400, opsz: 14 },
    fallbacks: [],
  },
];

const sheet = ['/* Written by `npm run fonts`. */'];
let total = 0;
for (const { file, family, style = 'normal', source, axes, fallbacks } of FACES) {
  const font = await subsetFont(readFileSync(require.resolve(source)), CHARACTERS, {
    targetFormat: 'woff2',
    variationAxes: axes,
  });
  writeFileSync(new URL(file, FOLDER), font);
  total += font.length;
  // "optional" never moves a page that is being read: late fonts wait for the next page.
  sheet.push(
    `@font-face {\n  font-family: '${family}';\n  font-style: ${style};\n  font-weight: 1 1000;\n  font-display: optional;\n  src: url('../assets/fonts/${file}') format('woff2');\n}`,
  );
  if (fallbacks.length > 0) {
    const { fontFamily, fontFaces } = createFontStack([
      { ...(await fromBuffer(font)), familyName: family },
      ...fallbacks,
    ]);
    console.log(`${family}: ${fontFamily}`);
    sheet.push(fontFaces);
  }
  console.log(`${file}: ${font.length} bytes`);
}
console.log(`${total} bytes in all`);
writeFileSync(new URL('../src/styles/fonts.css', import.meta.url), `${sheet.join('\n')}\n`);
