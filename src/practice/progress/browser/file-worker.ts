import { importFile, refusedSize, type Imported } from '../../personal-file.ts';

// A file may be large or made to be slow, so that it is read beside the page.
addEventListener('message', ({ data: file }: MessageEvent<File>) => {
  const tooLarge = refusedSize(file.size);
  const read = tooLarge === undefined ? file.text().then(importFile) : Promise.resolve({ refused: tooLarge });
  void read
    .catch((): Imported => ({ refused: 'This file could not be opened.' }))
    .then((result) => postMessage(result));
});
