import { fileSize } from '../../utils/file-size.ts';
import { isPage } from '../files.ts';
import { actionButton, requireElement } from '../../utils/dom.ts';
import { h } from '../../utils/elements.ts';
import { OFFLINE_PATH } from '../../routes.ts';
import { cacheCourse, checkCached } from './course.ts';
import {
  addressOf,
  courseList,
  startCaching,
  deleteCaches,
  isCaching,
  cachedFiles,
  cachedList,
  pathOf,
} from './cache.ts';
import worker from './sw.ts?worker&url';

interface CachedPage {
  path: string;
  title: string;
}

/** "/lessons/" of "/lessons/momentum/". */
const LESSON = /^\/lessons\/[^/]+\/$/;

/**
 * `<offline-keeper>`: stores visited pages or the whole course on this device, lists them, and removes them. The service
 * worker is registered only on request. Until `data-ready` is set, the HTML takes its space but is invisible.
 */
class OfflineKeeper extends HTMLElement {
  connectedCallback(): void {
    requireElement(this, '[data-missing]').hidden = pathOf(location.href) === OFFLINE_PATH;
    this.#on('visited', () => this.#register());
    this.#on('course', () => this.#cacheCourse());
    this.#on('check', () => this.#check());
    this.#on('remove', () => this.#remove());
    void this.#sayBytes();
    void this.#show();
  }

  #on(name: string, work: () => Promise<void>): void {
    actionButton(this, name).addEventListener('click', () => void this.#run(work));
  }

  /** Runs an action with all buttons disabled. */
  async #run(work: () => Promise<void>): Promise<void> {
    const failed = requireElement(this, '[data-failed]');
    failed.hidden = true;
    requireElement(this, '[data-checked]').textContent = '';
    this.#setBusy(true);
    try {
      await work();
    } catch {
      failed.hidden = false;
    }
    this.#setBusy(false);
    requireElement(this, 'progress').hidden = true;
    await this.#show();
    // The focused button may be gone.
    requireElement(this, '[data-panel]').focus();
  }

  #setBusy(busy: boolean): void {
    for (const button of this.querySelectorAll('button')) button.disabled = busy;
  }

  async #register(): Promise<void> {
    await started(
      await navigator.serviceWorker.register(worker, { scope: addressOf('/'), updateViaCache: 'none' }),
    );
    // A worker that was removed and is registered again by the same page does not run its install event.
    if (!(await isCaching())) await startCaching();
  }

  async #cacheCourse(): Promise<void> {
    await this.#register();
    // Asks the browser not to evict the course. It may refuse or not support the API (WebKitGTK).
    if ('storage' in navigator) void navigator.storage.persist();
    const progress = requireElement<HTMLProgressElement>(this, 'progress');
    progress.hidden = false;
    await cacheCourse((there, all) => {
      progress.max = all;
      progress.value = there;
    });
  }

  async #check(): Promise<void> {
    const fetched = await checkCached();
    requireElement(this, '[data-checked]').textContent =
      fetched === 0
        ? 'Checked: every file that is kept is right.'
        : `Checked: ${fetched} ${fetched === 1 ? 'file was' : 'files were'} damaged or out of date, and fetched again.`;
  }

  async #remove(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(addressOf('/'));
    await registration?.unregister();
    await deleteCaches();
  }

  async #sayBytes(): Promise<void> {
    try {
      const { files } = await courseList();
      const bytes = files.reduce((sum, [, , size]) => sum + size, 0);
      requireElement(this, '[data-bytes]').textContent = `(${fileSize(bytes)})`;
    } catch {
      // Offline: nothing can be fetched, and the button shows no size.
    }
  }

  /** Shows the stored pages and the possible actions, or that the browser cannot store anything. */
  async #show(): Promise<void> {
    let able = 'serviceWorker' in navigator;
    try {
      if (able) await this.#showCached();
    } catch {
      able = false;
    }
    requireElement(this, '[data-panel]').hidden = !able;
    requireElement(this, '[data-unable]').hidden = able;
    this.dataset['ready'] = '';
  }

  async #showCached(): Promise<void> {
    const caching = await isCaching();
    const course = await cachedList();
    const files = await cachedFiles();
    const pages = await Promise.all(
      files
        .filter(({ path }) => isPage(path) && path !== OFFLINE_PATH)
        .map(async ({ path, content }) => cachedPage(path, await content.text())),
    );
    const size = fileSize(files.reduce((sum, { content }) => sum + content.size, 0));
    const edition = course?.edition === undefined ? '' : `, edition ${course.edition}`;
    requireElement(this, '[data-state]').textContent = !caching
      ? 'Nothing of the course is kept on this device.'
      : course === undefined
        ? `The pages that you visit are kept on this device: ${pages.length} so far, ${size}.`
        : `The whole course is kept on this device${edition}: ${pages.length} pages and search, ${size}.`;
    actionButton(this, 'visited').hidden = caching;
    actionButton(this, 'course').hidden = course !== undefined;
    actionButton(this, 'check').hidden = !caching;
    actionButton(this, 'remove').hidden = !caching;
    const lessons = pages.filter(({ path }) => LESSON.test(path));
    const others = pages.filter(({ path }) => !LESSON.test(path));
    this.#list('lessons', lessons);
    this.#list('others', others);
  }

  #list(name: string, pages: readonly CachedPage[]): void {
    const section = requireElement(this, `[data-cached=${name}]`);
    section.hidden = pages.length === 0;
    const items = pages
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en', { numeric: true }))
      .map(({ path, title }) => h('li', {}, h('a', { href: addressOf(path) }, title)));
    requireElement(section, 'ul').replaceChildren(...items);
  }
}

/** A stored page with its title; lessons with their number. Only the part of the page up to its title is parsed. */
function cachedPage(path: string, html: string): CachedPage {
  const start = html.slice(html.indexOf('<main'), html.indexOf('</h1>'));
  const page = new DOMParser().parseFromString(start, 'text/html');
  const title = page.querySelector('h1')?.textContent.trim() ?? path;
  const number = LESSON.test(path) ? /\d+/.exec(page.querySelector('.eyebrow')?.textContent ?? '') : null;
  return { path, title: number === null ? title : `${number[0]}. ${title}` };
}

/**
 * Waits until a service worker is active. An active worker stays active while its successor installs.
 * @throws if the installation fails, which `serviceWorker.ready` does not report
 */
async function started({ active, waiting, installing }: ServiceWorkerRegistration): Promise<void> {
  const worker = active ?? waiting ?? installing;
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      if (worker?.state === 'activated') resolve();
      else if (worker?.state === 'redundant') reject(new Error('The service worker could not be installed.'));
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}

customElements.define('offline-keeper', OfflineKeeper);
