/** The element inside `root` that a component always renders. */
export function part<Kind extends Element = HTMLElement>(root: ParentNode, selector: string): Kind {
  const found = root.querySelector<Kind>(selector);
  if (found === null) throw new Error(`<balance-tool> is rendered without ${selector}.`);
  return found;
}

const MOMENT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** A stored moment in the reader's own time: "Nov 24, 2026, 9:30 AM". */
export const momentText = (at: string): string => MOMENT.format(new Date(at));

/** An element with words in it. */
export function worded<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
  className?: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  if (className !== undefined) element.className = className;
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** An SVG element with its attributes. */
export function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
  ...inside: (Node | string)[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...inside);
  return element;
}
