import { readFileSync } from 'node:fs';
import { expect, test } from '../support/any-course.ts';
import { HtmlValidate, type ConfigData } from 'html-validate';
import { builtPages, documentOf, type BuiltPage } from '../support/site.ts';

/** Tells pages apart by their markup: of a thousand redirects with other words and addresses, one is left. */
function isUnlike(): (page: BuiltPage) => boolean {
  const seen = new Set<string>();
  return ({ path, html }) => {
    if (!path.startsWith('/go/')) return true;
    const markup = html.replace(/"[^"]*"/g, '""').replace(/>[^<>]*</g, '><');
    return seen.size !== seen.add(markup).size;
  };
}

test('every page is valid HTML', { tag: '@any-course' }, ({ dist }) => {
  test.setTimeout(180_000);
  const validator = new HtmlValidate(JSON.parse(readFileSync('.htmlvalidate.json', 'utf8')) as ConfigData);
  const problems: string[] = [];
  for (const page of builtPages(dist).filter(isUnlike())) {
    const { results } = validator.validateStringSync(page.html);
    for (const { message, ruleId, line } of results.flatMap(({ messages }) => messages))
      problems.push(`${page.path}:${line} ${ruleId}: ${message}`);
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
