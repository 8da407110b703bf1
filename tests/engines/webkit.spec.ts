import { expect } from '@playwright/test';
import { KEYS, type WebDriver } from './webdriver.ts';
import { test } from './webkit.ts';
import { title } from '../support/words.ts';

const path = (webkit: WebDriver): Promise<string> =>
  webkit.evaluate(() => location.pathname + location.search + location.hash);
/** The number of visible elements. */
const shown = (webkit: WebDriver, selector: string): Promise<number> =>
  webkit.evaluate(
    (wanted) => [...document.querySelectorAll(wanted)].filter((element) => element.checkVisibility()).length,
    selector,
  );
const side = (group: string, value: string): string =>
  `.table-tools [aria-label="${group}"] button[value="${value}"]`;

test('a new reader starts the course and goes from lesson to lesson', async ({ webkit }) => {
  await webkit.goto('');
  await webkit.click('a[href$="/lessons/what-management-is/"]');
  await expect.poll(() => webkit.text('h1')).toBe(title('lessons/what-management-is'));
  expect(await webkit.roleAndName('main')).toEqual(['main', '']);
  expect(await webkit.roleAndName('.pager')).toEqual(['navigation', 'Lessons']);
  expect(await webkit.text('main')).toContain('Check yourself');
  // If a script had failed, its element would be undefined. Links to passages load once text is selected.
  expect(await shown(webkit, ':not(:defined, passage-link)')).toBe(0);
  await webkit.click('.pager [rel=next]');
  await expect.poll(() => path(webkit)).toMatch(/\/what-leadership-is\/$/);
});

test('search opens by keyboard, and its result opens with highlights', async ({ webkit }) => {
  await webkit.goto('lessons/why-both/');
  await webkit.type('/');
  await expect.poll(() => webkit.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await webkit.type('delegation');
  await expect.poll(() => webkit.text('dialog .answer')).toContain('Delegation');
  await expect.poll(() => webkit.text('dialog [role=status]')).toMatch(/results? for “delegation”\.$/);
  await webkit.type(KEYS.down + KEYS.enter);
  await expect.poll(() => path(webkit)).toMatch(/\/concepts\/delegation\/$/);
  await expect.poll(() => webkit.evaluate(() => CSS.highlights.get('search')?.size ?? 0)).toBeGreaterThan(0);
});

test('the full text finds a section at its own address', async ({ webkit }) => {
  await webkit.goto('search/?q=where+the+analogy+breaks+down');
  await expect
    .poll(() => webkit.text('.search-panel > [role=status]'))
    .toMatch(/^\d+ results for “[^”]+”\.$/);
  const found = await webkit.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('.search-results h3 a')].map(({ href }) => href),
  );
  expect(found[0]).toMatch(/\/lessons\/architect-and-contractor\/#where-it-breaks$/);
  expect(await webkit.text('.search-results')).toContain('In the text');
});

test('the tools of a table work: focus, filter, cover and recall', async ({ webkit }) => {
  await webkit.goto('compare/in-practice/');
  await webkit.click(side('Focus', 'leading'));
  await expect.poll(() => webkit.text('.table-tools [role=status]')).toBe('Leading stands out.');
  await webkit.click(side('Cover', 'managing'));
  await expect.poll(() => webkit.text('#time-horizon td[data-side=managing]')).not.toContain('quarter');
  await webkit.click('#time-horizon td[data-side=managing] button');
  expect(await webkit.text('#time-horizon td[data-side=managing]')).toContain('quarter');
  await webkit.click('.table-tools > [aria-expanded]:nth-of-type(2)');
  await webkit.click('.table-tools input[value=risk]');
  const left = await shown(webkit, 'tbody tr');
  expect(left).toBeGreaterThan(0);
  expect(await webkit.text('.table-tools [role=status]')).toBe(`${left} of 14 rows shown.`);
  await webkit.reload();
  expect(await path(webkit)).toMatch(/\?focus=leading&theme=risk$/);
  await expect.poll(() => shown(webkit, 'tbody tr')).toBe(left);
  await expect.poll(() => shown(webkit, 'td[data-side=managing].dimmed')).toBe(left);
});

test('Which is it? gives a score and explanations', async ({ webkit }) => {
  await webkit.goto('compare/in-practice/');
  await expect
    .poll(() =>
      webkit.evaluate(() => {
        const tool = [...document.querySelectorAll('.table-tools button')].find(
          ({ textContent }) => textContent === 'Which is it?',
        );
        tool?.setAttribute('id', 'practice');
        return tool !== undefined;
      }),
    )
    .toBe(true);
  await webkit.click('#practice');
  for (let card = 1; card <= 8; card += 1)
    await webkit.click(`form.quiz fieldset:nth-of-type(${card}) input[value=leading]`);
  await webkit.click('form.quiz button:not([type])');
  await expect.poll(() => webkit.text('.table-tools')).toContain('4 of 8 right.');
  expect(await shown(webkit, 'table')).toBe(0);
});

test('a question is answered and shows its feedback', async ({ webkit }) => {
  await webkit.goto('lessons/why-both/');
  const question = 'check-question[data-kind=single]';
  expect(await webkit.text(`${question} .answers`)).toBe('');
  await webkit.click(`${question} input[type=radio]`);
  await webkit.type(KEYS.enter);
  await expect.poll(() => webkit.text(`${question} [role=status]`)).toMatch(/Right|Not quite/);
  expect(await webkit.text(`${question} .answers`)).not.toBe('');
});

test('the theme can be switched and survives a reload', async ({ webkit }) => {
  const background = () => webkit.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await webkit.goto('about/');
  await webkit.click('theme-switch button');
  expect((await webkit.roleAndName('theme-switch button'))[1]).toContain('light');
  const light = await background();
  await webkit.click('theme-switch button');
  const dark = await background();
  expect(dark).not.toBe(light);
  await webkit.reload();
  expect(await background()).toBe(dark);
});

test('a term shows its definition, a fact its receipt', async ({ webkit }) => {
  await webkit.goto('lessons/why-both/');
  const definition = '.margin:is(.lit, :popover-open)';
  expect(await shown(webkit, definition)).toBe(0);
  await webkit.hover('a.term');
  await expect.poll(() => shown(webkit, definition)).toBe(1);
  await webkit.hover('h1');
  await expect.poll(() => shown(webkit, definition)).toBe(0);
  await webkit.goto('lessons/nadella-at-microsoft/');
  await webkit.click('button.receipt');
  const receipt = '.margin:is(.lit, .open)';
  expect(await webkit.text(receipt)).toContain('As of');
  await webkit.type(KEYS.escape);
  await expect.poll(() => shown(webkit, receipt)).toBe(0);
});

test('twenty answers give two scores and a field of the grid', async ({ webkit }) => {
  await webkit.goto('tools/balance/');
  for (let statement = 1; statement <= 20; statement += 1)
    await webkit.click(`.balance-form fieldset:nth-of-type(${statement}) label:nth-of-type(4) input`);
  await webkit.evaluate(() => {
    [...document.querySelectorAll('.balance-form button')]
      .find(({ textContent }) => textContent.trim() === 'Show where I stand')
      ?.setAttribute('id', 'show');
  });
  await webkit.click('#show');
  await expect.poll(() => webkit.text('.balance-result [data-score=leading]')).toBe('75 of 100');
  expect(await webkit.text('.balance-result [data-score=managing]')).toBe('75 of 100');
  expect(await webkit.text('.balance-result')).toContain('Momentum');
  expect(await webkit.evaluate(() => document.activeElement?.id)).toBe('result');
});

test('a case is walked to its end, its way is kept, and opens from a link', async ({ webkit }) => {
  const choice = '[data-place]:not([hidden]) [data-take]';
  await webkit.goto('cases/ward-at-night/');
  expect(await shown(webkit, '[data-place]')).toBe(1);
  for (let steps = 1; (await shown(webkit, '[data-ending]')) === 0; steps += 1) {
    await webkit.click(choice);
    await expect.poll(() => shown(webkit, '.case-way li')).toBe(steps);
    expect(await webkit.evaluate(() => document.activeElement?.textContent)).toMatch(/^You chose: /);
  }
  expect(await shown(webkit, '[data-was]')).toBe(await shown(webkit, '.case-way li'));
  const way = await path(webkit);
  const ending = await webkit.text('[data-ending]:not([hidden]) h2');
  await webkit.goto('about/');
  await webkit.goto('cases/ward-at-night/');
  await webkit.click('.case-way a');
  await expect.poll(() => webkit.text('[data-ending]:not([hidden]) h2')).toBe(ending);
  await webkit.goto(`${way.replace('ward-at-night/', 'ward-at-night/room/').slice(1)}`);
  await expect.poll(() => webkit.text('[data-ending]:not([hidden]) h2')).toBe(ending);
});

test('a room counts hands by keys, and its timer runs', async ({ webkit }) => {
  await webkit.goto('cases/ward-at-night/room/');
  await webkit.type('122');
  const counts = () =>
    webkit.evaluate(() =>
      [...document.querySelectorAll('[data-place]:not([hidden]) .hands output')].map(
        ({ textContent }) => textContent,
      ),
    );
  await expect.poll(counts).toEqual(['1', '2', '0']);
  const start = await webkit.text('[role=timer]');
  await webkit.type('t');
  await expect.poll(() => webkit.text('[role=timer]')).not.toBe(start);
});

test('slides are shown one at a time, by keys and by a button', async ({ webkit }) => {
  await webkit.goto('trainers/how-they-differ/present/');
  await expect.poll(() => shown(webkit, '.slide-item')).toBe(1);
  const status = (): Promise<string> => webkit.text('slide-deck .slides-status');
  expect(await status()).toMatch(/^Slide 1 of \d+: How leading and managing differ$/);
  await webkit.type(KEYS.right);
  await expect.poll(status).toMatch(/^Slide 2 of/);
  await webkit.click('slide-deck .slides-step button:nth-of-type(2)');
  await expect.poll(status).toMatch(/^Slide 3 of/);
  await webkit.type(KEYS.escape);
  await expect.poll(() => shown(webkit, '.slide-item')).toBeGreaterThan(5);
});

test('the page remembers a finished lesson and leads to the next', async ({ webkit }) => {
  await webkit.goto('lessons/why-both/');
  await webkit.click('lesson-progress button');
  await webkit.goto('lessons/');
  expect(await webkit.text('[data-lesson=why-both]')).toContain('Finished');
  expect(await webkit.text('.resume')).toContain('Go on with lesson');
});

test('a heading link copies its lasting address', async ({ webkit }) => {
  await webkit.goto('lessons/why-both/');
  await webkit.click('h2 + .anchor, h2 + copy-link .anchor, .anchor');
  await expect.poll(() => webkit.text('.announcement')).toBe('Copied the link.');
  await webkit.goto('search/');
  await webkit.click('search-page input[type=search]');
  await webkit.chord(KEYS.control, 'v');
  await expect
    .poll(() => webkit.evaluate(() => document.querySelector<HTMLInputElement>('search-page input')?.value))
    .toMatch(/\/lessons\/why-both\/#[a-z-]+$/);
});

test('an embed sends its height to the parent page', async ({ webkit }) => {
  await webkit.goto('about/');
  await webkit.evaluate(() => {
    const script = document.createElement('script');
    script.src = new URL('../embed.js', location.href).href;
    const frame = document.createElement('iframe');
    frame.src = new URL('../embed/compare/in-practice/', location.href).href;
    frame.height = '100';
    document.body.prepend(script, frame);
  });
  await expect
    .poll(() => webkit.evaluate(() => document.querySelector('iframe')?.offsetHeight ?? 0))
    .toBeGreaterThan(500);
});

test('without scripts, on a narrow screen, everything is visible and nothing scrolls sideways', async ({
  webkit,
}) => {
  await webkit.goto('about/');
  // In a sandboxed frame, because the driver can neither turn off scripting nor make a window this narrow.
  await webkit.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-same-origin');
    frame.style.cssText = 'width: 320px; height: 600px; border: 0';
    document.body.prepend(frame);
  });
  for (const page of [
    '',
    'lessons/why-both/',
    'cases/ward-at-night/',
    'compare/in-practice/',
    'concepts/',
    'search/',
  ]) {
    await webkit.evaluate((address) => {
      const frame = document.querySelector('iframe');
      if (frame !== null) frame.src = new URL(`../${address}`, location.href).href;
    }, page);
    await expect
      .poll(() =>
        webkit.evaluate(() => {
          const frame = document.querySelector('iframe')?.contentWindow;
          return frame?.document.readyState === 'complete' ? frame.location.pathname : '';
        }),
      )
      .toMatch(new RegExp(`/${page}$`));
    const seen = await webkit.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentWindow;
      if (frame == null) throw new Error('There is no frame.');
      const { documentElement: root } = frame.document;
      return {
        scripting: frame.matchMedia('(scripting: none)').matches,
        width: [frame.innerWidth, root.scrollWidth],
        tools: root.querySelectorAll('.table-tools').length,
        text: root.querySelector('main')?.innerText.length ?? 0,
      };
    });
    expect(seen, page).toMatchObject({ scripting: true, width: [320, 320], tools: 0 });
    expect(seen.text, page).toBeGreaterThan(100);
  }
});

test('the print style sheet hides navigation and controls', async ({ webkit }) => {
  await webkit.goto('lessons/why-both/');
  expect(await shown(webkit, '.site-header')).toBe(1);
  // Applies the print style sheet to the screen, because the driver cannot emulate print.
  await webkit.evaluate(() => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[media=print]')) link.media = 'all';
  });
  await expect.poll(() => shown(webkit, '.site-header')).toBe(0);
  expect(await shown(webkit, 'article table')).toBeGreaterThan(0);
});
