/**
 * Prints only one sheet of a page. Style sheets select it by `data-print` on the root element, which is removed afterward.
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
