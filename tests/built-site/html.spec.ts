import { readFileSync } from 'node:fs';
import { expect, test } from '../support/any-course.ts';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { builtPages, documentOf } from '../support/site.ts';

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

test('what is read has one kind of quotation marks, and one full stop at its end', () => {
  const problems = builtPages().flatMap((page) => {
    const body = documentOf(page).querySelector('main');
    body
      ?.querySelectorAll('script, noscript, style, code, pre, textarea, svg')
      .forEach((part) => part.remove());
    const text = body?.textContent.replaceAll('&quot;', '"').replaceAll('&#39;', "'") ?? '';
    const found = /.{0,30}(?:["']|[^.]\.\.(?=\s)).{0,20}/.exec(text);
    return found === null ? [] : `${page.path}: ${found[0]}`;
  });
  expect(problems).toEqual([]);
});
