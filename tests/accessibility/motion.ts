import type { Page } from '@playwright/test';

/** Maximum duration of automatic motion, in seconds (WCAG 2.2, 2.2.2). */
export const LONGEST = 5;

/** All animations, transitions and smooth scrolling on the page, with their seconds. `scroll` marks scroll-driven ones. */
export const moving = (page: Page): Promise<{ what: string; seconds: number; scroll: boolean }[]> =>
  page.evaluate(() => {
    const seconds = (list: string): number =>
      Math.max(...list.split(',').map((time) => Number.parseFloat(time)));
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const what = `${element.localName}.${element.getAttribute('class') ?? ''}${pseudo ?? ''}`;
        const animated = style.animationName !== 'none';
        const times = style.animationIterationCount === 'infinite' ? Infinity : 1;
        const scroll = animated && style.animationTimeline !== 'auto';
        return [
          ...(animated
            ? [{ what, seconds: scroll ? 0 : seconds(style.animationDuration) * times, scroll }]
            : []),
          ...(seconds(style.transitionDuration) > 0
            ? [{ what, seconds: seconds(style.transitionDuration), scroll: false }]
            : []),
          ...(style.scrollBehavior === 'smooth' ? [{ what, seconds: 1, scroll: false }] : []),
        ];
      }),
    );
  });
