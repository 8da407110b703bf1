/** The few controls that elements build by script; all native, so keyboard and screen readers know them. */

export function button(text: string, onClick: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', () => {
    onClick(element);
  });
  return element;
}

/** A radio or a checkbox in its label. */
export function choice(
  type: 'radio' | 'checkbox',
  name: string,
  value: string,
  text: string,
): HTMLLabelElement {
  const label = document.createElement('label');
  const input = document.createElement('input');
  Object.assign(input, { type, name, value });
  label.append(input, text);
  return label;
}

/** Radios under a legend; the first is chosen. Calls back with the value chosen. */
export function radios(
  legend: string,
  name: string,
  options: readonly (readonly [value: string, label: string])[],
  onChange: (value: string) => void,
): HTMLFieldSetElement {
  const group = document.createElement('fieldset');
  const title = document.createElement('legend');
  title.textContent = legend;
  group.append(title, ...options.map(([value, label]) => choice('radio', name, value, label)));
  const first = group.querySelector('input');
  if (first !== null) first.checked = true;
  group.addEventListener('change', (event) => {
    onChange((event.target as HTMLInputElement).value);
  });
  return group;
}
