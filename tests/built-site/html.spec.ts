import { readFileSync } from 'node:fs';
import { expect, test } from '../support/any-course.ts';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { builtPages } from '../support/site.ts';

test('every page is valid HTML', { tag: '@any-course' }, async ({ dist }) => {
  test.setTimeout(180_000);
  const validator = new HtmlValidate(JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConfigData);
  const problems: string[] = [];
  for (const page of builtPages(dist)) {
    const report = await validator.validateString(page.html);
    for (const { messages } of report.results) {
      for (const { message, ruleId, line } of messages)
        problems.push(`${page.path}:${line} ${ruleId}: ${message}`);
    }
  }
  expect(problems).toEqual([]);
});
