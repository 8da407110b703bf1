/** Prints one sheet of a page: `tools.css` hides all that is not in the element, or around it, while it is printed. */
export function printOnly(sheet: Element): void {
  sheet.toggleAttribute('data-printed', true);
  addEventListener('afterprint', () => sheet.removeAttribute('data-printed'), { once: true });
  print();
}
