import { expect, test, type Page } from '@playwright/test';
import { PAGES } from '../accessibility/pages.ts';
import { TEST_ALL } from '../support/test-all.ts';
import { withoutScripts } from '../support/without-scripts.ts';
import { storedData } from '../support/stored.ts';
import { LEADING, MANAGING, term, title } from '../support/words.ts';

test('a stranger starts the course and walks from lesson to lesson @base @engines @smoke', async ({
  page,
}) => {
  await page.goto('./');
  await page.getByRole('link', { name: /Start lesson 1/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title('lessons/what-management-is'));
  await page.getByRole('navigation', { name: 'Lessons' }).getByRole('link').click();
  await expect(page).toHaveURL(/what-leadership-is\/$/);
});

test.describe('notes in the margin', () => {
  test('a definition and a receipt stand beside their lines, and none over the text', async ({ page }) => {
    for (const width of [1024, 1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('lessons/why-both/');
      const text = await page.locator('.lesson .prose > p').last().boundingBox();
      const notes = await page.locator('.margin').all();
      expect(notes.length).toBeGreaterThan(5);
      const boxes = await Promise.all(notes.map((note) => note.boundingBox()));
      const inWindow = boxes.flatMap((box) => box ?? []);
      for (const { x, width: wide } of inWindow) {
        expect(x, `${width}`).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
        expect(x + wide, `${width}`).toBeLessThanOrEqual(width);
      }
      inWindow
        .sort((one, other) => one.y - other.y)
        .reduce((above, below) => {
          expect(below.y, 'notes do not overlap').toBeGreaterThanOrEqual(above.y + above.height - 1);
          return below;
        });
    }
  });

  test('a line of text has 60 to 75 characters', async ({ page }) => {
    for (const width of [1024, 1280, 1440, 1920, 2560]) {
      await page.setViewportSize({ width, height: 1000 });
      await page.goto('lessons/what-management-is/');
      const lengths = await page.locator('.lesson .prose > p:not([class])').evaluateAll((paragraphs) =>
        paragraphs.flatMap((paragraph) => {
          const lines = new Map<number, number>();
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
            for (let at = 0; at < (node.textContent ?? '').length; at += 1) {
              const range = new Range();
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const top = Math.round(range.getBoundingClientRect().top / 8);
              lines.set(top, (lines.get(top) ?? 0) + 1);
            }
          return [...lines.values()].slice(0, -1);
        }),
      );
      const mean = lengths.reduce((sum, each) => sum + each, 0) / lengths.length;
      expect(mean, `${width} pixels`).toBeGreaterThanOrEqual(58);
      expect(mean, `${width} pixels`).toBeLessThanOrEqual(75);
    }
  });

  test('a receipt’s button leads to its note, and shows all of it @engines @smoke', async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('lessons/nadella-at-microsoft/');
    await page.getByRole('button', { name: 'Source of this statement (2)' }).click();
    const note = page.locator('.margin:focus');
    await expect(note).toContainText('As of');
    await expect(note.getByRole('link').first()).toHaveAttribute('href', /\/sources\/#/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Source of this statement (2)' })).toBeFocused();
  });
});

test.describe('notes without a margin', () => {
  test.use({ viewport: { width: 820, height: 900 } });

  const definition = (page: Page) => page.locator('.margin:popover-open');

  test('a definition can be pointed at, and Escape hides it wherever the focus is @engines', async ({
    page,
  }) => {
    await page.goto('lessons/why-both/');
    const term = page.locator('a.term').first();
    await term.hover();
    await expect(definition(page)).toBeVisible();
    // Slowly from the word onto the definition, and quickly by a way that leaves both.
    const [from, to] = [await term.boundingBox(), await definition(page).boundingBox()];
    await page.mouse.move((from?.x ?? 0) + 4, (to?.y ?? 0) + 10, { steps: 20 });
    await expect(definition(page)).toBeVisible();
    await term.hover();
    await page.mouse.move((from?.x ?? 0) + 4, (from?.y ?? 0) - 12);
    await page.mouse.move((from?.x ?? 0) + 4, (to?.y ?? 0) + 10);
    await expect(definition(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(definition(page)).toHaveCount(0);
  });

  test('a definition follows its word when the page scrolls', async ({ page }) => {
    await page.goto('lessons/why-both/');
    const term = page.locator('a.term').first();
    await term.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.evaluate(() => {
      scrollBy(0, 60);
    });
    const gap = async (): Promise<number> => {
      const [word, note] = [await term.boundingBox(), await definition(page).boundingBox()];
      return (note?.y ?? 0) - (word?.y ?? 0) - (word?.height ?? 0);
    };
    await expect.poll(gap).toBeLessThan(3);
    expect(await gap()).toBeGreaterThan(-3);
  });

  test('a receipt opens in place, below its paragraph, and covers no text @all-engines @smoke', async ({
    page,
  }) => {
    await page.goto('lessons/nadella-at-microsoft/');
    const receipt = page.getByRole('button', { name: 'Source of this statement (2)' });
    await receipt.click();
    const note = page.locator('.margin.open');
    await expect(note).toContainText('As of');
    await expect(receipt).toHaveAttribute('aria-expanded', 'true');
    const [paragraph, place, next] = [
      await page.locator('p', { has: receipt }).boundingBox(),
      await note.boundingBox(),
      await page.locator('.margin.open ~ p').first().boundingBox(),
    ];
    expect(place?.y).toBeGreaterThanOrEqual((paragraph?.y ?? 0) + (paragraph?.height ?? 0));
    expect(next?.y).toBeGreaterThanOrEqual((place?.y ?? 0) + (place?.height ?? 0));
    await receipt.click();
    await expect(note).toHaveCount(0);
  });
});

test('home has a thing to try that answers at once and needs no script @base @engines', async ({ page }) => {
  await withoutScripts(page);
  await page.goto('./');
  const statements = page.locator('.first-task').getByRole('listitem');
  const answers = statements.first().locator('summary');
  await expect(statements).toHaveCount(1);
  await answers.filter({ hasText: 'Leading' }).click();
  await expect(statements.first().getByText('No, managing.')).toBeVisible();
  await answers.filter({ hasText: 'Managing' }).click();
  await expect(statements.first().getByText('Yes, managing.')).toBeVisible();
  await expect(statements.first().getByText('No, managing.')).toBeHidden();
  await expect(statements).toHaveCount(2);
});

test('a sentence has no definition, receipt or sign of a link within it', async ({ page }) => {
  await withoutScripts(page);
  await page.goto('lessons/why-both/');
  const inside = page.locator('p, li, h1, h2, h3').locator('.margin, .anchor');
  const inItems = page.locator('li > .margin');
  await expect(inside).toHaveCount(await inItems.count());
  for (const heading of await page.getByRole('heading').all())
    expect(await heading.textContent()).not.toContain('#');
});

test('the contents mark the section that was followed, at every height, and are before the text', async ({
  page,
}) => {
  for (const height of TEST_ALL ? [800, 1080, 1440] : [800, 1440]) {
    await page.setViewportSize({ width: 1920, height });
    await page.goto('lessons/how-they-differ/');
    const links = page.getByRole('navigation', { name: 'In this lesson' }).getByRole('link');
    for (const link of await links.all()) {
      await link.click();
      await expect(link, await link.innerText()).toHaveAttribute('aria-current', 'true');
      await expect
        .poll(async () => {
          const stored = await page.evaluate(
            () =>
              JSON.parse(localStorage.getItem('bb:personal') ?? '{}') as {
                lessons?: Record<string, { at: string }>;
              },
          );
          return `#${stored.lessons?.['how-they-differ']?.at}`;
        })
        .toBe(await link.getAttribute('href'));
    }
    const [contents, title] = [page.locator('lesson-toc'), page.getByRole('heading', { level: 1 })];
    expect(
      await contents.evaluate(
        (toc, heading) => toc.compareDocumentPosition(heading as Node),
        await title.elementHandle(),
      ),
    ).toBe(4);
  }
});

test('on a phone the contents and what is behind the lesson are folded, and a link opens them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('lessons/why-both/');
  await expect(page.locator('lesson-toc').getByText('Check yourself')).toBeHidden();
  await page.getByText('In this lesson', { exact: true }).click();
  await page
    .getByRole('navigation', { name: 'In this lesson' })
    .getByRole('link', { name: 'Teach this' })
    .click();
  await expect(page.getByText('Lasting link:')).toBeHidden();
  await page.getByText('Lasting links, citation, downloads, guide').click();
  await expect(page.getByText('Lasting link:')).toBeVisible();
});

test('the way on comes right after the step of the week', async ({ page }) => {
  await page.goto('lessons/why-both/');
  const order = await page
    .locator('#this-week, lesson-progress button, .pager [rel=next], #evidence, #sources, #teach-this')
    .evaluateAll((parts) => parts.map((part) => part.id || part.getAttribute('rel') || part.tagName));
  expect(order).toEqual(['this-week', 'BUTTON', 'next', 'evidence', 'sources', 'teach-this']);
});

test('the page remembers a finished lesson and offers to resume, and forgets on request @engines @smoke', async ({
  page,
}) => {
  await page.goto('lessons/why-both/');
  await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await page.goto('lessons/');
  await expect(page.locator('[data-lesson=why-both]')).toContainText('Finished');
  // A finished lesson is not read again: one goes on with the next.
  await expect(page.getByRole('link', { name: /^Go on with lesson/ })).toHaveAttribute(
    'href',
    /how-they-differ/,
  );
  const checks = { 'q-the-trap': { at: '2026-11-24T09:30:00.000Z', right: 1, of: 1 } };
  await page.evaluate((share) => {
    const stored = JSON.parse(localStorage.getItem('bb:personal') ?? '{}') as object;
    localStorage.setItem('bb:personal', JSON.stringify({ ...stored, checks: share }));
  }, checks);
  await page.getByRole('button', { name: 'Forget my progress' }).click();
  await expect(page.locator('[data-lesson=why-both]')).not.toContainText('Finished');
  // What else is kept stays, and the page says where it can be erased.
  await expect(page.getByRole('link', { name: 'Erase the rest, too' })).toHaveAttribute(
    'href',
    /\/progress\/#your-data$/,
  );
  expect(await storedData(page)).toEqual({
    version: 1,
    lessons: {},
    checks,
  });
  await page.reload();
  await expect(page.getByRole('link', { name: /^(Resume|Go on with lesson)/ })).toHaveCount(0);
});

test('forgotten progress can be brought back, and its button stands apart from the way on', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('lessons/why-both/');
  await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await page.goto('lessons/');
  const [on, forget] = [
    page.getByRole('link', { name: /^Go on with lesson/ }),
    page.getByRole('button', { name: 'Forget my progress' }),
  ];
  expect(((await forget.boundingBox())?.y ?? 0) - ((await on.boundingBox())?.y ?? 0)).toBeGreaterThan(844);
  await forget.click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('[data-lesson=why-both]')).toContainText('Finished');
  await page.reload();
  await expect(page.locator('[data-lesson=why-both]')).toContainText('Finished');
});

test('a reader who has begun is led on from home, not to lesson 1', async ({ page }) => {
  await page.goto('lessons/why-both/');
  await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await page.goto('./');
  await expect(page.getByRole('link', { name: /Start lesson 1/ })).toBeHidden();
  await page.getByRole('link', { name: 'Go on with the course' }).click();
  await expect(page).toHaveURL(/how-they-differ\/$/);
});

test('a theme chosen in another tab is that of this one', async ({ page, context }) => {
  await page.goto('about/');
  const other = await context.newPage();
  await other.goto('about/');
  await other.getByRole('button', { name: 'Theme: system' }).click();
  await expect(page.getByRole('button', { name: 'Theme: light' })).toBeVisible();
});

test('a page that comes back from the cache takes the theme that was chosen since', async ({ page }) => {
  await page.goto('about/');
  await page.evaluate(() => {
    localStorage.setItem('bb:theme', 'dark');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
});

test('feedback says by letter what was chosen and what belongs', async ({ page }) => {
  await page.goto('lessons/what-management-is/');
  const question = page.locator('check-question[data-kind=multiple]').first();
  const answers = question.locator('.answers > li');
  const verdicts = await answers.evaluateAll((items: HTMLElement[]) =>
    items.map((item) => item.dataset['verdict']),
  );
  const options = question.locator('.options input');
  const [right, wrong] = [verdicts.indexOf('right'), verdicts.indexOf('wrong')];
  await options.nth(right).check();
  await options.nth(wrong).check();
  await question.getByRole('button', { name: 'Check' }).click();
  const belong = verdicts.filter((verdict) => verdict === 'right').length;
  await expect(question.getByRole('status')).toHaveText(
    `You found 1 of ${belong}, and chose 1 that does not belong. The feedback says why.`,
  );
  const letter = (index: number): string => 'ABCDEFGH'.charAt(index);
  await expect(answers.nth(right)).toContainText(`${letter(right)}. You chose it. It belongs.`);
  await expect(answers.nth(wrong)).toContainText(`${letter(wrong)}. You chose it. It does not belong.`);
  await expect(question.locator('[data-chosen]')).toHaveCount(2);
});

test('storage that cannot be read loses nothing of the page', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  for (const stored of [
    '{"version":1,"lessons":{"why-both":',
    '[]',
    '"x"',
    '{"version":0,"done":["a"]}',
    '{"lessons":{"__proto__":{"title":1}},"last":5}',
  ]) {
    await page.goto('about/');
    await page.evaluate((value) => {
      localStorage.clear();
      localStorage.setItem('bb:personal', value);
    }, stored);
    await page.goto('lessons/why-both/');
    await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
    await page.goto('lessons/');
    await expect(page.locator('[data-lesson=why-both]'), stored).toContainText('Finished');
  }
  expect(errors).toEqual([]);
});

test('blocked and full storage get a message, and the lesson works', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    Storage.prototype.getItem = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
  });
  await page.goto('lessons/why-both/');
  await page.getByRole('button', { name: 'Mark this lesson as finished' }).click();
  await expect(page.getByText('This browser does not let us remember that.')).toBeVisible();
});

test('the theme can be switched and survives a reload @engines', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('about/');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Theme: system' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  expect(await background()).not.toBe(light);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
  expect(await background()).not.toBe(light);
});

test('a question is answered by keyboard and its feedback shown @engines @smoke', async ({ page }) => {
  await page.goto('lessons/why-both/');
  const question = page.locator('check-question[data-kind=single]').first();
  await expect(question.locator('details')).toBeHidden();
  await question.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(question.getByRole('status')).toHaveText('Choose an answer first.');
  await question.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toContainText(/Right|Not quite/);
  await expect(question.locator('.answers li').first()).toBeVisible();
});

test('a fragment that does not exist leaves the lesson readable', async ({ page }) => {
  await page.goto('lessons/why-both/#no-such-place');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('without JavaScript a lesson, its answers and its table are all there @base @all-engines', async ({
  page,
}) => {
  await withoutScripts(page);
  await page.goto('lessons/why-both/');
  await expect(page.getByRole('table').first()).toBeVisible();
  const details = page.locator('check-question details').first();
  await details.locator('summary').click();
  await expect(details.locator('.answers li').first()).toBeVisible();
  await page.locator('a.term').first().click();
  await expect(page).toHaveURL(/\/concepts\//);
});

for (const scripts of ['with scripts', 'without scripts'])
  test(`every kind of page fits 320 pixels in a wider face, with all open, ${scripts} @engines`, async ({
    page,
    browserName,
  }) => {
    // Every page in one engine with scripts; every third in the others and without, but all with `npm run test:all`.
    const step = TEST_ALL || (scripts === 'with scripts' && browserName === 'chromium') ? 1 : 3;
    if (scripts === 'without scripts') await withoutScripts(page);
    // What is read until the fonts have come, and where they never come.
    await page.route('**/*.woff2', (route) => route.abort());
    await page.setViewportSize({ width: 320, height: 640 });
    for (const [index, [name, path]] of Object.entries(PAGES).entries()) {
      if (index % step !== 0) continue;
      await page.goto(path === '' ? './' : path);
      const found = await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        const texts = [...document.querySelectorAll<SVGTextElement>('main svg text')];
        const fields = document.querySelectorAll(
          'input:not([type=radio], [type=checkbox], [type=range]), textarea, select',
        );
        return {
          width: document.documentElement.scrollWidth,
          // A phone zooms in on a field with smaller letters.
          fields: [...fields].map((field) => parseFloat(getComputedStyle(field).fontSize)),
          letters: texts.flatMap((text) => {
            const scale = text.getScreenCTM();
            return scale === null
              ? []
              : parseFloat(getComputedStyle(text).fontSize) * Math.hypot(scale.a, scale.b);
          }),
        };
      });
      expect.soft(found.width, name).toBeLessThanOrEqual(320);
      expect.soft(Math.min(...found.fields, 16), `letters of fields: ${name}`).toBe(16);
      expect.soft(Math.min(...found.letters, 16), `letters of drawings: ${name}`).toBeGreaterThanOrEqual(11);
    }
  });

test.describe('a figure', () => {
  test('names the counterpart of a part on focus and on hover @base @engines', async ({ page }) => {
    await page.goto('lessons/architect-and-contractor/');
    const figure = page.locator('#figure-house');
    const foundation = figure.locator('a[href$="#foundation"]');
    await expect(foundation.locator('.told')).toBeHidden();
    await foundation.focus();
    await expect(foundation.locator('.told')).toBeVisible();
    await figure.locator('a[href$="#handover"]').locator('circle').hover();
    await expect(figure.locator('a[href$="#handover"]').locator('.told')).toBeVisible();
    await expect(foundation.locator('.told')).toBeHidden();
    await foundation.press('Enter');
    await expect(page).toHaveURL(/\/compare\/architect-and-contractor\/#foundation$/);
  });

  test('is described in words, with its data as a table', async ({ page }) => {
    await page.goto('lessons/nadella-at-microsoft/');
    const figure = page.locator('#figure-microsoft');
    await figure.getByText('Described in words, and its data').click();
    await expect(figure.locator('details p').first()).toBeVisible();
    await expect(figure.getByRole('row', { name: '2024 245.1 88.1' })).toBeVisible();
  });

  test('leads from each mark of the chart to its entry in the timeline', async ({ page }) => {
    await page.goto('lessons/nadella-at-microsoft/');
    const marks = page.locator('#figure-microsoft svg a');
    const entries = page.locator('.timeline > li');
    await expect(marks).toHaveCount(await entries.count());
    await marks.nth(3).click();
    await expect(page.locator('.timeline > li:target')).toHaveCount(1);
  });
});

test('a row of a table is one card on a phone, with its sides beside each other', async ({ page }) => {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto('compare/in-practice/');
    const rows = await page.locator('comparison-table tbody tr').evaluateAll((all) =>
      all.map((row) => ({
        height: row.getBoundingClientRect().height,
        tops: [...row.querySelectorAll('td[data-side]')].map((side) => side.getBoundingClientRect().top),
      })),
    );
    expect(rows.length).toBeGreaterThan(5);
    for (const { height, tops } of rows) {
      expect(new Set(tops).size).toBe(1);
      expect(height).toBeLessThan(844);
    }
  }
});

test('a concept has its neighbors beside its text on a wide screen, and below it on a phone', async ({
  page,
}) => {
  const [text, neighbors] = [page.locator('#definition'), page.locator('.neighbors')];
  await page.goto('concepts/trust/');
  expect((await neighbors.boundingBox())?.x).toBeGreaterThan(
    ((await text.boundingBox())?.x ?? 0) + ((await text.boundingBox())?.width ?? 0),
  );
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await neighbors.boundingBox())?.y).toBeGreaterThan((await text.boundingBox())?.y ?? 0);
});

test('a concept is on the map of the two sides, with its neighbors', async ({ page }) => {
  await page.goto('concepts/vision/');
  const map = page.getByRole('img', {
    name: new RegExp(`^${LEADING}: ${term('vision')}, .*${MANAGING}: .*${term('planning')}`),
  });
  const fieldOf = (term: string) => map.locator('div').filter({ hasText: term }).boundingBox();
  const [leading, managing] = [await fieldOf(term('vision')), await fieldOf(term('planning'))];
  // Leading grows upward, managing to the right.
  expect(leading?.y).toBeLessThan(managing?.y ?? 0);
  expect(leading?.x).toBeLessThan(managing?.x ?? 0);
});

test('every lesson opens with a drawing of its own: above its title, and in the margin where there is one', async ({
  page,
}) => {
  await page.goto('lessons/');
  const lessons = await page
    .locator('[data-lesson] h2 a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const seen = new Set<string | null>();
  // Three lessons, and all of them with `npm run test:all`.
  for (const lesson of TEST_ALL ? lessons : lessons.slice(0, 3)) {
    await page.goto(lesson);
    const drawing = page.locator('article').getByRole('img').first();
    const heading = page.getByRole('heading', { level: 1 });
    seen.add(await drawing.getAttribute('aria-label'));
    await page.setViewportSize({ width: 390, height: 844 });
    const [above, title] = [await drawing.boundingBox(), await heading.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(title?.y ?? 0);
    await page.setViewportSize({ width: 1440, height: 900 });
    const [beside, wide] = [await drawing.boundingBox(), await heading.boundingBox()];
    expect(beside?.x).toBeGreaterThan((wide?.x ?? 0) + 600);
    expect(beside?.y).toBeLessThan(300);
  }
  expect(seen.size).toBe(TEST_ALL ? lessons.length : 3);
});

test('a page is centered on every width of a screen', async ({ page }) => {
  for (const path of [
    'lessons/why-both/',
    'concepts/vision/',
    'answers/ai-and-managers/',
    'lines/',
    'cases/charity-grew-fast/',
    'tools/balance/',
    'review/',
    'about/',
    'sources/',
    'compare/in-practice/',
  ]) {
    await page.goto(path);
    for (const width of TEST_ALL ? [1280, 1440, 1920, 2560] : [1280, 2560]) {
      await page.setViewportSize({ width, height: 1000 });
      const [left, right] = await page.locator('main').evaluate((main) => {
        const boxes = [...main.querySelectorAll('p, h1, h2, li, td, th, legend, a')]
          .filter((each) => each.checkVisibility())
          .map((each) => each.getBoundingClientRect())
          .filter(({ width: wide, bottom }) => wide > 0 && bottom > 0);
        return [
          Math.min(...boxes.map((box) => box.left)),
          innerWidth - Math.max(...boxes.map((box) => box.right)),
        ];
      });
      expect(Math.abs((left ?? 0) - (right ?? 0)), `${path}, ${width} pixels`).toBeLessThan(width / 8);
    }
  }
});

test('every figure is whole on a phone', async ({ page }) => {
  await page.goto('figures/');
  const figures = await page
    .locator('main a[href*="/figures/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => (link as HTMLAnchorElement).pathname))]);
  expect(figures.length).toBeGreaterThan(8);
  for (const figure of figures) {
    await page.goto(figure);
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const box = await page.locator('.figure svg').boundingBox();
      expect(box?.x, figure).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0), figure).toBeLessThanOrEqual(width);
    }
  }
});

test('the week of the time audit fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('tools/time-audit/');
  const hours = page.locator('.hours-row input[type=number]');
  for (const [index, value] of ['31', '3', '4.5', '7'].entries()) await hours.nth(index).fill(value);
  await page.getByRole('button', { name: 'Show my week' }).click();
  const bar = page.locator('time-audit .week-bar');
  await expect(bar).toBeVisible();
  expect(await bar.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
});
