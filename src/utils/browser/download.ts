/** Gives the reader a file that was made on their device. */
export function downloadFile(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The download has its own hold on the file by then.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
