import { h } from '../../utils/elements.ts';
import { href } from '../../utils/url.ts';
import type { InstantIndex, LaterIndex, SiteTexts } from '../instant-index.ts';

/** The search box before the rest of search has loaded. */
export interface SearchBox {
  /** Contains the field; results are added below it. */
  element: HTMLElement;
  input: HTMLInputElement;
  /** Whether Enter was pressed last, before there were results to open. */
  entered: boolean;
}

/** Makes the search box. */
export function searchBox(): SearchBox {
  const input = h('input', {
    type: 'search',
    name: 'q',
    autocomplete: 'off',
    spellcheck: false,
    enterKeyHint: 'search',
  });
  const element = h('div', { class: 'search-panel' }, h('label', {}, 'Search in your own words', input));
  const box: SearchBox = { element, input, entered: false };
  input.addEventListener('keydown', ({ key, isComposing }) => {
    box.entered = key === 'Enter' && !isComposing;
  });
  return box;
}

const KEY = 'bb:slash-key';

/** Whether "/" opens search; users of speech input can turn it off (WCAG 2.1.4). */
export function slashKeyIsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Turns the "/" key on or off. */
export function setSlashKey(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Storage is blocked: the setting does not change.
  }
}

/** The files of search, by name: the small index, the later one, and the words of the full text. */
interface SearchFiles {
  quick: InstantIndex;
  later: LaterIndex;
  words: SiteTexts;
}

const files = new Map<string, Promise<unknown>>();
/** Milliseconds after which a file that hangs counts as missing, so that search goes on without it. */
const PATIENCE = 6000;

async function load(name: string): Promise<unknown> {
  const response = await fetch(href(`/search/${name}.json`), { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}.`);
  return response.json();
}

/**
 * Fetches a file of search once; the next call retries a failed fetch. Separate from the code that reads the files, so
 * that both load in parallel.
 */
export function searchFile<Name extends keyof SearchFiles>(name: Name): Promise<SearchFiles[Name]> {
  const file =
    files.get(name) ??
    load(name).catch((error: unknown) => {
      files.delete(name);
      throw error;
    });
  files.set(name, file);
  return file as Promise<SearchFiles[Name]>;
}
