import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { copyProject } from '../support/project-copy.ts';

/** A mistake that an author makes in a file, and what the build says of it: line, field, problem, remedy. */
type Mistake = [name: string, file: string, change: (text: string) => string, said: RegExp];

const ENV = {
  ...process.env,
  NO_COLOR: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  SITE_URL: 'https://blueprint.example',
};
const ASTRO = 'node_modules/astro/bin/astro.mjs';

/** A copy of the project with mistakes. */
function copyWith(mistakes: readonly Mistake[]): string {
  const folder = copyProject();
  for (const [name, path, change] of mistakes) {
    const file = join(folder, 'src/content', path);
    const text = readFileSync(file, 'utf8');
    const changed = change(text);
    expect(changed, `"${name}" changed nothing`).not.toBe(text);
    writeFileSync(file, changed);
  }
  return folder;
}

const MISTAKES: Mistake[] = [
  [
    'an answer without feedback',
    'questions/why-both.yaml',
    (text) => text.replace(/\n +feedback: .*/, ''),
    /why-both\.yaml:\d+\n +questions\.0\.options\.0\.feedback: is missing\n +Remedy: write feedback that teaches/,
  ],
  [
    'a row that lacks a side',
    'comparisons/in-practice.yaml',
    (text) => text.replace(/\n +managing: .*/, ''),
    /in-practice\.yaml:\d+\n +rows\.0\.cells\.managing: is missing.*lacks the side "managing"/,
  ],
  [
    'a fact without its date',
    'claims/ms-02.yaml',
    (text) => text.replace(/asOf: .*\n/, ''),
    /ms-02\.yaml:1\n +asOf: is missing\n +Remedy: write the date that the fact holds for/,
  ],
  [
    'a date that no calendar has',
    'lessons/momentum.mdx',
    (text) => text.replace(/published: .*/, 'published: 2026-02-30'),
    /momentum\.mdx:\d+\n +published: is not a date/,
  ],
  [
    'a colon in a title without quotation marks',
    'lessons/why-both.mdx',
    (text) => text.replace(/title: .*/, 'title: Both: why'),
    /why-both\.mdx:2\n +title: has a colon.*\n +Remedy: write "Both: why"/,
  ],
  [
    'a tab',
    'editions.yaml',
    (text) => text.replace(/\n +date/, '\n\tdate'),
    /editions\.yaml:\d+\n +date: begins with a tab/,
  ],
  [
    'a field of another name',
    'concepts/momentum.mdx',
    (text) => text.replace('aliases:', 'alliases:'),
    /momentum\.mdx:\d+\n +alliases: is no field here\n +Remedy: did you mean "aliases"/,
  ],
  [
    'a concept that does not exist',
    'lessons/what-leadership-is.mdx',
    (text) => text.replace('concepts: [', 'concepts: [managment, '),
    /what-leadership-is\.mdx:\d+\n +concepts\.0: there is no concept "managment"\n +Remedy: did you mean "management"/,
  ],
  [
    'the same question id in two lessons',
    'questions/how-they-differ.yaml',
    (text) => text.replace(/id: q-\S+/, 'id: q-manager-asks'),
    /questions\/.*\.yaml:\d+\n.*q-manager-asks.*\n +Remedy: give one of the two another id/,
  ],
  [
    'a tag that does not end',
    'concepts/drift.mdx',
    (text) => `${text}\nMore <Claim of it.\n`,
    /concepts\/drift\.mdx:\d+\n +<Claim/,
  ],
  [
    'a link to a page that is not there',
    'lessons/invest-in-your-growth.mdx',
    (text) => text.replace('\n## ', '\nSee [the last](/lessons/momentun/).\n\n## '),
    /invest-in-your-growth\.mdx:\d+\n +link to \/lessons\/momentun\/: the site has no page.*\n +Remedy: did you mean "\/lessons\/momentum\/"/,
  ],
  [
    'a link to a heading that is not there',
    'concepts/chaos.mdx',
    (text) => `${text}\nSee [it](/lessons/why-both/#side-by-sid).\n`,
    /concepts\/chaos\.mdx:\d+\n +link to .*no heading or entry "#side-by-sid"\n +Remedy: did you mean "\/lessons\/why-both\/#side-by-side"/,
  ],
  [
    'a step without its action',
    'lessons/see-where-your-time-goes.mdx',
    (text) => text.replace(/ then="[^"]*"/, ''),
    /see-where-your-time-goes\.mdx:\d+\n +<ThisWeek then>: is missing/,
  ],
  [
    'an example without its title',
    'lessons/ask-better-questions.mdx',
    (text) => text.replace(/<Example title="[^"]*"/, '<Example'),
    /ask-better-questions\.mdx:\d+\n +<Example title>: is missing/,
  ],
  [
    'an image without words',
    'concepts/stagnation.mdx',
    (text) => `${text}\n![](/favicon.svg)\n`,
    /stagnation\.mdx:\d+\n +!\[\].*: the image has no text alternative/,
  ],
  [
    'an unknown component',
    'answers/bad-boss.mdx',
    (text) => `${text}\n<Warning>Careful.</Warning>\n`,
    /bad-boss\.mdx:\d+\n +<Warning>: is no component of this text\n +Remedy: use one of Claim, Term/,
  ],
  [
    'a number sign that cuts a text off',
    'talks/missed-promise.yaml',
    (text) => text.replace(/title: .*/, 'title: Promise #1'),
    /missed-promise\.yaml:1\n +title: has a number sign.*\n +Remedy: write "Promise #1"/,
  ],
  [
    'a fact of the course that is missing',
    'course.yaml',
    (text) => text.replace(/^promise: .*/m, ''),
    /course\.yaml:1\n +promise: is missing/,
  ],
  [
    'a choice that leads to no scene',
    'cases/after-the-accident.yaml',
    (text) => text.replace('to: stopped', 'to: stoped'),
    /accident\.yaml:\d+\n +scenes\.0\.choices\.0\.to: there is no scene.*\n +Remedy: did you mean "stopped"/,
  ],
  [
    'a link in a scene',
    'cases/family-firm.yaml',
    (text) => text.replace(/(documents:[^]*?text: \|\n +)/, '$1[A link](/concepts/chaos/). '),
    /family-firm\.yaml:\d+\n +documents\.0\.text: has a link/,
  ],
  [
    'a section of another name in a guide',
    'lessons/what-leadership-is.guide.yaml',
    (text) => text.replace('sections: [', 'sections: [where-to-begn, '),
    /guide\.yaml:\d+\n +blocks\.[\w-]+\.sections: the lesson has no section.*\n +Remedy: did you mean "where-to-begin"/,
  ],
  [
    'somebody who is not in the talk',
    'talks/first-one-to-one.yaml',
    (text) => text.replace('who: lead', 'who: laed'),
    /one-to-one\.yaml:\d+\n +(?:wrong|right)\.\d\.who: "laed".*\n +Remedy: did you mean "lead"/,
  ],
  [
    'a side of another name in a tool',
    'tools/balance.yaml',
    (text) => text.replace('side: leading', 'side: leadin'),
    /balance\.yaml:\d+\n +statements\.0\.side: is neither.*\n +Remedy: did you mean "leading"/,
  ],
  [
    'two rows of one id',
    'comparisons/leading-managing-both.yaml',
    (text) => text.replace(/(- id: \S+\n[^]*?)- id: \S+\n([^]*)- id: (\S+)\n/, '$1- id: $3\n$2- id: $3\n'),
    /managing-both\.yaml:\d+\n +\w+\.\d+: has the id "[\w-]+", which is in this file already/,
  ],
  [
    'a comma that JSON lacks',
    'sources/becker-leadership-vs-management.json',
    (text) => text.replace(',\n', '\n'),
    /management\.json:3\n +the line: lacks a comma/,
  ],
  [
    'a text in place of a list',
    'claims/ms-04.yaml',
    (text) => text.replace(/sources:\n +- (.*)/, 'sources: $1'),
    /ms-04\.yaml:\d+\n +sources: is not a list/,
  ],
  [
    'a way to no page',
    'roles/new-manager.yaml',
    (text) => text.replace(/to: answers\/[\w-]+/, 'to: answers/nothing'),
    /new-manager\.yaml:\d+\n +way\.\d: the site has no page \/answers\/nothing\//,
  ],
  [
    'a link without words',
    'concepts/trust.mdx',
    (text) => `${text}\n[](/concepts/chaos/)\n`,
    /trust\.mdx:\d+\n +\[\]\(\/concepts\/chaos\/\): is a link without words/,
  ],
  [
    'a link to the site by its whole address',
    'concepts/vision.mdx',
    (text) => `${text}\nSee [it](https://blueprint.example/concepts/chaos/).\n`,
    /vision\.mdx:\d+\n +link to .*: is a whole address of this site.*\n +Remedy: write \/concepts\/chaos\//,
  ],
  [
    'a block of code',
    'concepts/planning.mdx',
    (text) => `${text}\n\`\`\`\ncode\n\`\`\`\n`,
    /planning\.mdx:\d+\n +block of code: has no place in a text/,
  ],
  [
    'a component without its end',
    'lessons/architect-and-contractor.mdx',
    (text) => text.replace(/(<Figure id="[\w-]+") \/>/, '$1>'),
    /contractor\.mdx:\d+\n +<Figure>: .*\n +Remedy: end the tag itself/,
  ],
  [
    'code in braces',
    'lessons/what-management-is.mdx',
    (text) => text.replace('\n## ', '\nA {document} of theirs.\n\n## '),
    /lessons\/what-management-is\.mdx:\d+\n +\{document\}: is code/,
  ],
];

test('one build names every mistake of every file, with place and remedy', () => {
  const folder = copyWith(MISTAKES);
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [ASTRO, 'build'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...ENV, OUT_DIR: 'dist' },
    });
    expect(status).toBe(1);
    const said = stdout + stderr;
    for (const [name, , , pattern] of MISTAKES) expect.soft(said, name).toMatch(pattern);
    // The field of another name is also missed under its own. No mistake has others in its wake.
    expect(said).toContain(`The content has ${MISTAKES.length + 1} problems:`);
    expect(said, 'hints on code are of no use to an author').not.toMatch(/Hint|Browser APIs|docs\.astro/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the development server shows every mistake in the browser, and the page once they are corrected', async ({
  page,
}) => {
  const folder = copyWith(MISTAKES);
  const server = spawn(process.execPath, [ASTRO, 'dev', '--port', '0'], { cwd: folder, env: ENV });
  try {
    const address = await new Promise<string>((found) => {
      server.stdout.on('data', (said) => {
        const [url] = /http:\/\/localhost:\d+\//.exec(String(said)) ?? [];
        if (url !== undefined) found(url);
      });
    });
    await page.goto(`${address}lessons/momentum/`);
    const overlay = page.locator('vite-error-overlay');
    for (const [name, , , pattern] of MISTAKES)
      await expect.soft(overlay.locator('#message'), name).toHaveText(pattern);
    for (const [, path] of MISTAKES)
      writeFileSync(join(folder, 'src/content', path), readFileSync(join('src/content', path)));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    server.kill();
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
});
