/**
 * Prints one sheet of a page alone. Style sheets read `data-print` on the root element, which is removed after printing.
 */
export function printOnly(sheet: string): void {
  const root = document.documentElement;
  root.dataset['print'] = sheet;
  addEventListener(
    'afterprint',
    () => {
      delete root.dataset['print'];
    },
    { once: true },
  );
  print();
}
