/** Small builders for the controls. Text always enters as text nodes, never as HTML. */

/** Creates an element with attributes and children. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A push button that calls `act` when it is activated. */
export function button(label: string, act: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const element = make('button', { type: 'button' }, label);
  element.addEventListener('click', () => {
    act(element);
  });
  return element;
}

let groups = 0;

/** Native radios in a fieldset: arrow keys and names come with the platform. */
export function radios(
  legend: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string | undefined,
  choose: (value: string) => void,
): HTMLFieldSetElement {
  const name = `comparison-${++groups}`;
  const group = make('fieldset', {}, make('legend', {}, legend));
  for (const [value, label] of options) {
    const input = make('input', { type: 'radio', name, value });
    input.checked = value === chosen;
    input.addEventListener('change', () => {
      choose(value);
    });
    group.append(make('label', {}, input, label));
  }
  return group;
}
