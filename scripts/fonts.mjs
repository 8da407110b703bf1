// `npm run fonts`: makes the site's fonts and their style sheet from the packages of the font families: one weight of each
// face, the characters that the course uses, and fallbacks of the same width, so that pages do not shift when the fonts
// load. To add a character, add it to src/assets/fonts/characters.txt and run this again.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createFontStack } from '@capsizecss/core';
import { fromBuffer } from '@capsizecss/unpack';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const FOLDER = new URL('../src/assets/fonts/', import.meta.url);
const CHARACTERS = readFileSync(new URL('characters.txt', FOLDER), 'utf8');

/** Metrics of the fallback fonts, copied from `@capsizecss/metrics` 4.3.0, which is 169 MB large. */
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
  // With "optional" a late font never shifts the page: the browser uses it from the next page on.
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
