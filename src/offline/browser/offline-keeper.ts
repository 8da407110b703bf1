import { fileSize } from '../../utils/file-size.ts';
import { isPage } from '../files.ts';
import { OFFLINE_PATH } from '../../routes.ts';
import { courseList, keepCourse } from './course.ts';
import {
  addressOf,
  beginKeeping,
  forgetAll,
  isKeeping,
  keptFile,
  keptList,
  keptPaths,
  pathOf,
} from './kept.ts';
import { started } from './started.ts';
import worker from './sw.ts?worker&url';

interface KeptPage {
  path: string;
  title: string;
}

/** "/lessons/" of "/lessons/momentum/". */
const LESSON = /^\/lessons\/[^/]+\/$/;

/**
 * `<offline-keeper>`: lets a reader keep visited pages or the whole course on this device, says what is kept, and removes
 * it. The worker is registered only when one asks for it here. Its HTML keeps its place unseen until `data-ready` says
 * that it is true.
 */
class OfflineKeeper extends HTMLElement {
  connectedCallback(): void {
    this.#find('[data-missing]').hidden = pathOf(location.href) === OFFLINE_PATH;
    this.#on('visited', () => this.#register());
    this.#on('course', () => this.#keepCourse());
    this.#on('remove', () => this.#remove());
    void this.#sayBytes();
    void this.#show();
  }

  #find<Found extends HTMLElement>(selector: string): Found {
    const found = this.querySelector<Found>(selector);
    if (found === null) throw new Error(`<offline-keeper> has no ${selector}.`);
    return found;
  }

  #on(name: string, work: () => Promise<void>): void {
    const button = this.#find<HTMLButtonElement>(`[data-do=${name}]`);
    button.addEventListener('click', () => {
      void this.#run(work);
    });
  }

  /** Does what was asked for; meanwhile nothing else can be asked for. */
  async #run(work: () => Promise<void>): Promise<void> {
    const failed = this.#find('[data-failed]');
    failed.hidden = true;
    this.#setBusy(true);
    try {
      await work();
    } catch {
      failed.hidden = false;
    }
    this.#setBusy(false);
    this.#find('progress').hidden = true;
    await this.#show();
    // The button that was pressed may be gone: whoever came by keyboard goes on from here.
    this.#find('[data-panel]').focus();
  }

  #setBusy(busy: boolean): void {
    for (const button of this.querySelectorAll('button')) button.disabled = busy;
  }

  async #register(): Promise<void> {
    await started(
      await navigator.serviceWorker.register(worker, { scope: addressOf('/'), updateViaCache: 'none' }),
    );
    // A worker that was removed, and is asked for again in the same page, comes back without being installed anew.
    if (!(await isKeeping())) await beginKeeping();
  }

  async #keepCourse(): Promise<void> {
    await this.#register();
    // Asked for, so that the browser does not clear it before the journey; a browser that says no, or does not know the
    // question (WebKitGTK), keeps it as it can.
    if ('storage' in navigator) void navigator.storage.persist();
    const progress = this.#find<HTMLProgressElement>('progress');
    progress.hidden = false;
    await keepCourse((there, all) => {
      progress.max = all;
      progress.value = there;
    });
  }

  async #remove(): Promise<void> {
    const registration = await navigator.serviceWorker.getRegistration(addressOf('/'));
    await registration?.unregister();
    await forgetAll();
  }

  async #sayBytes(): Promise<void> {
    try {
      const { files } = await courseList();
      const bytes = files.reduce((sum, [, , size]) => sum + size, 0);
      this.#find('[data-bytes]').textContent = `(${fileSize(bytes)})`;
    } catch {
      // Without a line nothing can be fetched anyway; the button says its size when there is one.
    }
  }

  /** Says what is kept and what can be done about it; or that nothing can, where the browser refuses to store. */
  async #show(): Promise<void> {
    let able = 'serviceWorker' in navigator;
    try {
      if (able) await this.#showKept();
    } catch {
      able = false;
    }
    this.#find('[data-panel]').hidden = !able;
    this.#find('[data-unable]').hidden = able;
    this.dataset['ready'] = '';
  }

  async #showKept(): Promise<void> {
    const keeping = await isKeeping();
    const course = await keptList();
    const paths = await keptPaths();
    const sizes = await Promise.all(
      paths.map(async (path) => (await (await keptFile(path))?.blob())?.size ?? 0),
    );
    const pages = await Promise.all(
      paths.filter((path) => isPage(path) && path !== OFFLINE_PATH).map(pageAt),
    );
    const size = fileSize(sizes.reduce((sum, bytes) => sum + bytes, 0));
    const edition = course?.edition === undefined ? '' : `, edition ${course.edition}`;
    this.#find('[data-state]').textContent = !keeping
      ? 'Nothing of the course is kept on this device.'
      : course === undefined
        ? `The pages that you visit are kept on this device: ${pages.length} so far, ${size}.`
        : `The whole course is kept on this device${edition}: ${pages.length} pages and search, ${size}.`;
    this.#find('[data-do=visited]').hidden = keeping;
    this.#find('[data-do=course]').hidden = course !== undefined;
    this.#find('[data-do=remove]').hidden = !keeping;
    const lessons = pages.filter(({ path }) => LESSON.test(path));
    const others = pages.filter(({ path }) => !LESSON.test(path));
    this.#list('lessons', lessons);
    this.#list('others', others);
  }

  #list(name: string, pages: readonly KeptPage[]): void {
    const part = this.#find(`[data-kept=${name}]`);
    part.hidden = pages.length === 0;
    const items = pages
      .toSorted((a, b) => a.title.localeCompare(b.title, 'en', { numeric: true }))
      .map(({ path, title }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = addressOf(path);
        link.textContent = title;
        item.append(link);
        return item;
      });
    part.querySelector('ul')?.replaceChildren(...items);
  }
}

/** A kept page with its title; a lesson with its number too. */
async function pageAt(path: string): Promise<KeptPage> {
  const html = (await (await keptFile(path))?.text()) ?? '';
  const page = new DOMParser().parseFromString(html, 'text/html');
  const title = page.querySelector('h1')?.textContent?.trim() ?? page.title;
  const number = LESSON.test(path) ? /\d+/.exec(page.querySelector('.eyebrow')?.textContent ?? '') : null;
  return { path, title: number === null ? title : `${number[0]}. ${title}` };
}

customElements.define('offline-keeper', OfflineKeeper);
