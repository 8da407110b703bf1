import { parse, type HTMLElement } from 'node-html-parser';
import { withoutBase } from '../../utils/paths.ts';
import { fileOf, relativeTo } from './links.ts';

/** What a page of the folder needs to know of its neighbors. */
export interface StickSite {
  /** "https://blueprint.example" */
  origin: string;
  base: string;
  /** Files of the folder: "lessons/momentum/index.html". */
  files: ReadonlySet<string>;
}

/** A page as the folder has it. */
export interface StickPage {
  html: string;
  /** Paths of the files that it asks for: style sheets, pictures. */
  needs: string[];
}

/** What only a server, a script or another site can use. */
const LEFT_OUT =
  'script, meta[http-equiv], meta[property^="og:"], meta[name^="twitter:"], link[rel=preload], link[rel=alternate], link[rel=apple-touch-icon], [data-omit~=file]';

/** Links that the browser follows by itself; their files must lie in the folder. */
const ASKS = 'link[rel=stylesheet], link[rel=icon], img';

/** Where search cannot run, the concepts from A to Z lead on. */
function replaceSearch(root: HTMLElement, base: string): void {
  const prefix = base.replace(/\/$/, '');
  for (const link of root.querySelectorAll(`a[href="${prefix}/search/"]`)) {
    link.setAttribute('href', `${prefix}/concepts/`);
    link.set_content('Concepts A to Z');
  }
}

/** A built page as one that opens from a folder: relative links, no scripts, and nothing that asks for another site. */
export function stickPage(html: string, path: string, { origin, base, files }: StickSite): StickPage {
  const root = parse(html, { comment: false });
  const from = fileOf(path);
  const needs: string[] = [];
  replaceSearch(root, base);
  root.querySelectorAll(LEFT_OUT).forEach((element) => element.remove());
  root.querySelectorAll('noscript').forEach((fallback) => fallback.replaceWith(fallback.innerHTML));
  const asking = new Set(root.querySelectorAll(ASKS));
  for (const element of root.querySelectorAll('[href], [src]')) {
    const name = element.hasAttribute('href') ? 'href' : 'src';
    const address = element.getAttribute(name) ?? '';
    if (!address.startsWith('/') || address.startsWith('//')) continue;
    const [target = '', fragment] = withoutBase(base, address).split('#');
    const isAsked = asking.has(element);
    if (isAsked) needs.push(target);
    const file = fileOf(target);
    if (isAsked || files.has(file)) {
      const way = relativeTo(from, file) + (fragment === undefined ? '' : `#${fragment}`);
      element.setAttribute(name, way);
      element.removeAttribute('download');
    } else element.setAttribute(name, new URL(address, origin).href);
  }
  return { html: root.toString(), needs };
}
