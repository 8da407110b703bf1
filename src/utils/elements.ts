/** Functions that make HTML elements. Separate from `dom.ts`, because every page loads them. */

/** Properties of an element; `class`, `role`, `for`, `aria-*` and `data-*` are attributes. */
type Properties<Kind> = Partial<Kind> & {
  readonly class?: string;
  readonly role?: string;
  readonly for?: string;
  readonly [attribute: `aria-${string}` | `data-${string}`]: string;
};

/** Makes an HTML element with properties, attributes and children. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties<HTMLElementTagNameMap[Name]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) Reflect.set(element, key, value);
    else element.setAttribute(key, String(value));
  }
  element.append(...children);
  return element;
}

/** Makes a button that calls back when it is pressed. */
export function button(
  text: string,
  onClick: (button: HTMLButtonElement) => void,
  properties: Properties<HTMLButtonElement> = {},
): HTMLButtonElement {
  const element = h('button', { type: 'button', ...properties }, text);
  element.addEventListener('click', () => {
    onClick(element);
  });
  return element;
}

/** Makes a radio button or a checkbox in its label. */
export const choice = (
  type: 'radio' | 'checkbox',
  name: string,
  value: string,
  text: string,
): HTMLLabelElement => h('label', {}, h('input', { type, name, value }), text);

/** Makes a fieldset with its legend. */
export const fieldset = (legend: string, ...children: readonly Node[]): HTMLFieldSetElement =>
  h('fieldset', {}, h('legend', {}, legend), ...children);

/** Makes radio buttons under a legend, with the first one checked. Calls back with each chosen value. */
export function radios(
  legend: string,
  name: string,
  options: readonly (readonly [value: string, label: string])[],
  onChange: (value: string) => void,
): HTMLFieldSetElement {
  const group = fieldset(legend, ...options.map(([value, label]) => choice('radio', name, value, label)));
  const first = group.querySelector('input');
  if (first !== null) first.checked = true;
  group.addEventListener('change', (event) => {
    onChange((event.target as HTMLInputElement).value);
  });
  return group;
}
