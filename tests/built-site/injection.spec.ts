import { expect, test, type Frame } from '@playwright/test';
import { LAUNCH_DATA } from '../../src/exports/lms/cmi5.ts';
import { HEIGHT_MESSAGE } from '../../src/teaching/embeds/embed-height.ts';
import { packagePage, type PackageLesson } from '../../src/exports/lms/package-files.ts';
import { ALL_INJECTIONS, INJECTIONS } from '../fixtures/injections.ts';
import { INPUTS } from '../fixtures/inputs.ts';
import { LearningSystem } from '../fixtures/lms/system.ts';
import { harm, harmOf, inAddress, watch } from '../support/injection.ts';

/** Without the page's policy, so that nothing but our own code stands between a text and its running. */
test.use({ bypassCSP: true });

test('there are at least 200 payloads, all different', () => {
  expect(new Set(ALL_INJECTIONS).size).toBeGreaterThanOrEqual(200);
});

test('a page that trusts its address is found out', async ({ page }) => {
  await page.route('**/trusting/**', (route) => {
    const { searchParams } = new URL(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: `<h1>${searchParams.get('title') ?? ''}</h1>` });
  });
  const harmed = await harmOf(page, {
    name: 'a page that trusts its address',
    page: 'trusting/',
    enter: inAddress,
    place: 'h1',
    texts: (payload) => (/<img\s+data-hit/.test(payload) ? [`?title=${encodeURIComponent(payload)}`] : []),
    controls: [['?title=harmless', /^harmless$/]],
  });
  expect(harmed.length).toBeGreaterThan(0);
});

for (const input of INPUTS)
  test(`nothing runs as script from ${input.name}`, async ({ page }) => {
    test.setTimeout(240_000);
    expect(await harmOf(page, input)).toEqual([]);
  });

test('nothing runs as script in a package from the title that somebody gave it', async ({ page }) => {
  test.setTimeout(240_000);
  const lesson = (id: string): PackageLesson => ({
    id,
    key: id,
    title: id,
    summary: '',
    minutes: 5,
    address: '',
    updated: '2026-11-23',
    scored: [],
    html: `<h1>${id}</h1>`,
  });
  await page.route('**/made/**', (route) => {
    const title = new URL(route.request().url()).searchParams.get('title');
    if (title === null) return route.fulfill({ body: '' });
    return route.fulfill({
      contentType: 'text/html',
      body: packagePage({
        format: 'cmi5',
        id: 'made',
        title,
        description: title,
        address: 'https://blueprint.example/',
        site: 'https://blueprint.example/',
        passing: undefined,
        lessons: [lesson('one'), lesson('two')],
        sheets: [],
      }),
    });
  });
  const harmed = await harmOf(page, {
    name: 'the page of a package',
    page: 'made/',
    enter: inAddress,
    place: '#contents h1',
    texts: (payload) => [`?title=${encodeURIComponent(payload)}`],
    controls: [['?title=harmless', /^harmless$/]],
  });
  expect(harmed).toEqual([]);
});

test('nothing runs as script from the launch of a package, or from what its system remembers', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const system = await LearningSystem.start('/lessons/momentum/momentum-cmi5.zip');
  // Answers every request with what its activity is called.
  await page.route('https://lrs.example/**', (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const payload = searchParams.get('activityId') ?? '';
    const answers: Record<string, unknown> = {
      '/token': { 'auth-token': 'x' },
      '/activities/state':
        searchParams.get('stateId') === LAUNCH_DATA
          ? { returnURL: payload, launchMode: payload }
          : { location: payload, data: payload, said: [payload] },
    };
    return route.fulfill({
      headers: { 'Access-Control-Allow-Origin': '*' },
      json: answers[pathname] ?? {},
    });
  });
  const launch = (address: string, fetch: string, text: string): string =>
    `?${new URLSearchParams({ endpoint: address, fetch, actor: JSON.stringify({ name: text }), registration: text, activityId: text }).toString()}`;
  const ours = (text: string): string => launch('https://lrs.example/', 'https://lrs.example/token', text);
  try {
    const harmed = await harmOf(page, {
      name: 'the launch of a package',
      page: system.content,
      enter: inAddress,
      place: 'lms-package > [role=status]',
      answers: /learning system/,
      texts: (payload) => [
        ours(payload),
        `${launch(payload, payload, payload)}#${encodeURIComponent(payload)}`,
      ],
      controls: [[ours('harmless'), /keeps your progress/]],
    });
    expect(harmed).toEqual([]);
  } finally {
    await system.stop();
  }
});

/** Messages that no embed sends, and those with a height that no frame has. */
const MESSAGES: readonly unknown[] = [
  ...INJECTIONS.flatMap((payload) => [
    payload,
    { type: payload, height: payload, html: payload, theme: payload },
    JSON.stringify({ type: payload, height: 500 }),
    JSON.stringify({ height: payload }),
    JSON.stringify({ type: HEIGHT_MESSAGE, height: payload }),
  ]),
  ...['null', 'not json', '7', '[]', '{}', '{"height":500}'],
  ...[null, 0, -50, 1e9, '500', [7], {}].map((height) => JSON.stringify({ type: HEIGHT_MESSAGE, height })),
];

/** Sends them to the page around a frame, then a height that is right. */
const tellAll = (frame: Frame): Promise<void> =>
  frame.evaluate(
    ({ messages, last }) => {
      for (const message of messages) parent.postMessage(message, '*');
      parent.postMessage(last, '*');
    },
    { messages: MESSAGES, last: JSON.stringify({ type: HEIGHT_MESSAGE, height: 411 }) },
  );

/** Notes every height that a frame is given from now on. */
const HEIGHTS = (element: HTMLElement | SVGElement): void => {
  const heights: (string | null)[] = [];
  Object.assign(globalThis, { heights });
  new MutationObserver(() => heights.push(element.getAttribute('height'))).observe(element, {
    attributeFilter: ['height'],
  });
};

test('the embed wizard takes from its preview heights alone', async ({ page }) => {
  const faults = await watch(page);
  await page.goto('trainers/?piece=concepts/drift#embed');
  const element = page.locator('embed-wizard iframe');
  // The piece has told its own height.
  await expect(element).not.toHaveAttribute('height', '320');
  await element.evaluate(HEIGHTS);
  const preview = await (await element.elementHandle())?.contentFrame();
  if (!preview) throw new Error('The preview is there.');
  await tellAll(preview);
  await expect(element).toHaveAttribute('height', '419');
  expect(await page.evaluate('heights')).toEqual(['419']);
  // From the page itself, even a right one is nobody's.
  await page.evaluate(
    (message) => {
      postMessage(message, '*');
    },
    JSON.stringify({ type: HEIGHT_MESSAGE, height: 700 }),
  );
  await tellAll(preview);
  await expect.poll(() => page.evaluate('heights')).toEqual(['419', '419']);
  expect(await harm(page)).toBe('');
  expect(faults).toEqual([]);
});

test('the script for pages that embed a table takes heights from our frames alone', async ({
  page,
  baseURL,
}) => {
  const faults = await watch(page);
  await page.route('**/trainer.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><iframe id=ours name=ours src="${baseURL}embed/compare/in-practice/" height=300></iframe>
        <iframe id=other name=other src="data:text/html,x" height=300></iframe><script src="${baseURL}embed.js"></script>`,
    }),
  );
  await page.goto('trainer.html');
  const ours = page.locator('#ours');
  await expect(ours).not.toHaveAttribute('height', '300');
  const [told, other] = [page.frame('ours'), page.frame('other')];
  if (told === null || other === null) throw new Error('Both frames are there.');
  await ours.evaluate(HEIGHTS);
  await tellAll(other);
  // Messages come in their order, so those of the other frame are answered by then.
  await tellAll(told);
  await expect(ours).toHaveAttribute('height', '419');
  expect(await page.evaluate('heights')).toEqual(['419']);
  expect(await page.locator('#other').getAttribute('height')).toBe('300');
  expect(await harm(page)).toBe('');
  expect(faults).toEqual([]);
});
