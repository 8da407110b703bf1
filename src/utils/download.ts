import { h } from './elements.ts';

/** Downloads a file that was made on the reader's device. */
export function downloadFile(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  h('a', { href, download: name }).click();
  // After a while the download no longer needs the object URL.
  setTimeout(() => {
    URL.revokeObjectURL(href);
  }, 10_000);
}
