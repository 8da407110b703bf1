/**
 * Prints one sheet of a page and nothing else of it. Style sheets read `data-print` on the root, which is gone once
 * the paper is made.
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
