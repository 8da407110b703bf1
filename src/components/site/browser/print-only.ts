/** Prints one sheet of a page, which style sheets select by `data-print` on the root element. */
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
