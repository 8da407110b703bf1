import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { strToU8, unzipSync } from 'fflate';
import { parse } from 'node-html-parser';
import { MANIFEST_NAME, PACKAGE_FORMATS, type PackageFormat } from '../../src/exports/lms/package-choice.ts';
import { manifest } from '../../src/exports/lms/manifests.ts';
import { cmi5Faults, schemaFaults, scormFaults, type ScormVersion } from '../fixtures/lms/manifest-checks.ts';
import { unpack, unpacked, type Unpacked } from '../fixtures/lms/package.ts';
import { LearningSystem } from '../fixtures/lms/system.ts';
import { axeInSchemes } from '../support/axe.ts';

/** A package with a passing score, into which mistakes are planted. */
const PLANTED = {
  id: 'bb-test',
  // A title that is pasted may hold what no XML can.
  title: 'A & B\u0007',
  description: 'Both.',
  address: 'https://blueprint.example/lessons/',
  passing: 0.8,
};

interface Listed {
  path: string;
  of: string;
  kind: string;
}

const LARGEST = 300_000;
const listed = (JSON.parse(readFileSync('dist/downloads.json', 'utf8')) as { downloads: Listed[] }).downloads;
const foldersOf = (path: string): { name: string }[] =>
  readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const lessons = foldersOf('dist/lessons');
const cases = foldersOf('dist/cases').map(({ name }) => `/cases/${name}/`);
const packagesOf = (format: PackageFormat): Listed[] =>
  listed.filter(({ kind }) => kind === `package-${format}`);

/** Resources that a page or a sheet loads. */
const loaded = ({ files, text }: Unpacked): string[] => [
  ...parse(text('index.html'))
    .querySelectorAll('[src], link[href]')
    .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
    .filter((address) => !address.startsWith('data:')),
  ...[...files.keys()]
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => [...text(name).matchAll(/url\(([^)#]+)\)/g)].map(([, address = '']) => address)),
];

for (const format of PACKAGE_FORMATS) {
  test(`${format}: a package of each lesson and case and one of the course, each small and whole`, () => {
    const packages = packagesOf(format);
    expect(packages.map(({ of }) => of).sort()).toEqual(
      ['/lessons/', ...lessons.map(({ name }) => `/lessons/${name}/`), ...cases].sort(),
    );
    for (const { path, of } of packages) {
      if (of !== '/lessons/') expect(statSync(`dist${path}`).size, path).toBeLessThan(LARGEST);
      const content = unpack(path);
      expect([...content.files.keys()], path).toContain(MANIFEST_NAME[format]);
      for (const address of loaded(content)) expect([...content.files.keys()], path).toContain(address);
      expect([...content.files.keys()].filter((name) => /pagefind|quick|search/.test(name))).toEqual([]);
      // What a browser does not know, a style sheet's compiler left there.
      for (const name of content.files.keys())
        if (name.endsWith('.css'))
          expect(content.text(name), name).not.toMatch(/--spacing\(|@reference|@apply/);
    }
  });

  test(`${format}: every link inside leads to something, every other one out to the site in a new window`, () => {
    const faults: string[] = [];
    for (const { path } of packagesOf(format)) {
      const page = parse(unpack(path).text('index.html'));
      const ids = new Set<string>();
      for (const { id } of page.querySelectorAll('[id]')) {
        if (ids.has(id)) faults.push(`${path}: two elements have the id ${id}`);
        ids.add(id);
      }
      for (const link of page.querySelectorAll('a[href]')) {
        const href = link.getAttribute('href') ?? '';
        const isGood = href.startsWith('#')
          ? ids.has(href.slice(1))
          : href.startsWith('https://') && link.getAttribute('target') === '_blank';
        if (!isGood) faults.push(`${path}: ${href}`);
      }
      for (const reference of ['aria-labelledby', 'aria-describedby', 'popovertarget'])
        for (const element of page.querySelectorAll(`[${reference}]`))
          for (const id of (element.getAttribute(reference) ?? '').split(' '))
            if (!ids.has(id)) faults.push(`${path}: ${reference} ${id}`);
    }
    expect(faults).toEqual([]);
  });
}

for (const version of ['scorm-1.2', 'scorm-2004'] satisfies ScormVersion[]) {
  test(`${version}: every manifest is valid, and names just what is there`, () => {
    for (const { path } of packagesOf(version)) {
      const content = unpack(path);
      expect(schemaFaults(version, content.text('imsmanifest.xml')), path).toBe('');
      expect(scormFaults(version, content), path).toEqual([]);
    }
  });

  test(`${version}: a manifest with a passing score is valid, and the checks find what is planted`, () => {
    const right = manifest(version, PLANTED, ['index.html', 'a b.css']);
    expect(schemaFaults(version, right)).toBe('');
    const withFiles = (xml: string): Unpacked => {
      const files = { 'imsmanifest.xml': strToU8(xml), 'index.html': strToU8(''), 'a b.css': strToU8('') };
      return { files: new Map(Object.entries(files)), text: () => xml };
    };
    expect(scormFaults(version, withFiles(right))).toEqual([]);
    expect(schemaFaults(version, right.replace('identifier="bb-test"', 'identifier="1 bad"'))).not.toBe('');
    expect(schemaFaults(version, right.replace(/<organizations[^]*<\/organizations>/, ''))).not.toBe('');
    const plant = (from: string | RegExp, to: string): string =>
      scormFaults(version, withFiles(right.replace(from, to))).join();
    expect(plant(/ adlcp:scorm[tT]ype="sco"/, '')).toContain('adlcp:scorm');
    expect(plant(/<metadata>[^]*<\/metadata>/, '')).toContain('schemaversion');
    expect(plant('identifierref="bb-test-sco"', 'identifierref="gone"')).toContain('gone');
    expect(plant('<file href="a%20b.css"/>', '')).toContain('there and not listed: a b.css');
    expect(plant('href="a%20b.css"', 'href="c.css"')).toContain('listed and not there: c.css');
    expect(plant('default="bb-test-org"', 'default="other"')).toContain('default organization');
  });
}

test('cmi5: every course structure is valid and follows the rules, and the checks find what is planted', () => {
  for (const { path } of packagesOf('cmi5')) {
    const content = unpack(path);
    expect(schemaFaults('cmi5', content.text('cmi5.xml')), path).toBe('');
    expect(cmi5Faults(content), path).toEqual([]);
  }
  const right = manifest('cmi5', PLANTED, []);
  const faultsOf = (xml: string): string =>
    cmi5Faults({
      files: new Map([
        ['cmi5.xml', strToU8(xml)],
        ['index.html', strToU8('')],
      ]),
      text: () => xml,
    }).join();
  expect(faultsOf(right)).toBe('');
  expect(right).toContain('moveOn="CompletedAndPassed" masteryScore="0.8"');
  expect(schemaFaults('cmi5', right)).toBe('');
  for (const [from, to] of [
    [/<description>[^]*?<\/description>/, ''],
    [/<url>[^]*?<\/url>/, ''],
    ['masteryScore="0.8"', 'masteryScore="80"'],
    ['launchMethod="AnyWindow"', 'launchMethod="Any"'],
    ['moveOn="CompletedAndPassed"', 'moveOn="Read"'],
  ] as const)
    expect(schemaFaults('cmi5', right.replace(from, to)), String(from)).not.toBe('');
  expect(faultsOf(right.replace('index.html', 'start.html'))).toContain('url and not there');
  expect(faultsOf(right.replace('#course', ''))).toContain('id used twice');
  expect(faultsOf(right.replace(' moveOn="CompletedAndPassed"', ''))).toContain('moveOn');
});

test('zips are dated by their content, not by the build', () => {
  const zip = readFileSync('dist/lessons/momentum/momentum-scorm-1.2.zip');
  const updated = /"dateModified":"(\d+)-(\d+)-(\d+)"/.exec(
    readFileSync('dist/lessons/momentum/index.html', 'utf8'),
  );
  const [year = 0, month = 0, day = 0] = (updated ?? []).slice(1).map(Number);
  // The date of the first entry (PKWARE's APPNOTE, 4.4.6): day, month and years since 1980.
  expect(zip.readUInt16LE(12)).toBe(day | (month << 5) | ((year - 1980) << 9));
  expect(Object.keys(unzipSync(zip))).toEqual(
    [...unpacked(zip).files.keys()].sort((a, b) => (a < b ? -1 : 1)),
  );
});

// The contents, and a lesson with a table of events.
for (const place of ['', '#nadella-at-microsoft']) {
  test(`axe finds nothing in a package at "${place}"`, async ({ page }) => {
    test.setTimeout(90_000);
    const system = await LearningSystem.start('/lessons/leading-and-managing-scorm-1.2.zip');
    try {
      await page.goto(`${system.content}${place}`);
      expect(await axeInSchemes(page)).toEqual([]);
    } finally {
      await system.stop();
    }
  });
}

test('without scripts every lesson of a package can be read', async ({ browser }) => {
  const system = await LearningSystem.start('/lessons/leading-and-managing-scorm-1.2.zip');
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(system.content);
    for (const lesson of await page.locator('.package-lesson h1').all()) await expect(lesson).toBeVisible();
    await expect(page.locator('.package-lesson h1')).toHaveCount(lessons.length);
  } finally {
    await context.close();
    await system.stop();
  }
});
