import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { copyProject } from '../support/project-copy.ts';

/** Builds a copy of the project with one file changed; returns what the build said. */
function buildWith(file: string, change: (text: string) => string): { failed: boolean; said: string } {
  const folder = copyProject();
  try {
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = change(text);
    expect(changed, 'the change changed nothing').not.toBe(text);
    writeFileSync(join(folder, file), changed);
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/astro/bin/astro.mjs', 'build'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          SITE_URL: 'https://blueprint.example',
          OUT_DIR: 'dist',
          NO_COLOR: '1',
          ASTRO_TELEMETRY_DISABLED: '1',
        },
      },
    );
    return { failed: status !== 0, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const mistakes: [name: string, file: string, change: (text: string) => string, said: RegExp[]][] = [
  [
    'a concept that does not exist',
    'src/content/lessons/why-both.mdx',
    (text) => text.replace('concepts: [', 'concepts: [managment, '),
    [/why-both\.mdx/, /concepts: there is no concept "managment"/, /did you mean "management"/],
  ],
  [
    'the same question id in two lessons',
    'src/content/questions/why-both.yaml',
    (text) => text.replace('id: q-spot-the-shortage', 'id: q-manager-asks'),
    [/questions\/.*\.yaml/, /q-manager-asks/, /give one of the two another id/],
  ],
  [
    'an answer without feedback',
    'src/content/questions/why-both.yaml',
    (text) => text.replace(/\n +feedback: .*/, ''),
    [/why-both/, /questions\.0\.options\.0\.feedback/, /Remedy: write feedback that teaches/],
  ],
  [
    'a row that lacks a side',
    'src/content/comparisons/in-practice.yaml',
    (text) => text.replace(/\n +managing: .*/, ''),
    [/in-practice/, /cells\.managing/, /lacks the side "managing"/],
  ],
  [
    'a fact without its date',
    'src/content/claims/ms-02.yaml',
    (text) => text.replace(/asOf: .*\n/, ''),
    [/ms-02/, /asOf/, /Remedy: write the date that the fact holds for/],
  ],
];

// One after another: the copies share the cache that Astro keeps in node_modules.
test.describe.configure({ mode: 'default' });

for (const [name, file, change, said] of mistakes) {
  test(`${name} fails the build with file, field and remedy`, () => {
    test.setTimeout(120_000);
    const result = buildWith(file, change);
    expect(result.failed).toBe(true);
    for (const part of said) expect(result.said).toMatch(part);
  });
}
