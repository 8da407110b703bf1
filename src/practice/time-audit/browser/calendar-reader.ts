import type { Order, Reply } from './calendar-worker.ts';

/** Milliseconds after which a file is given up. The largest calendars take a few seconds on a phone. */
const LONGEST_READ = 30_000;

/**
 * Reads the events of a week from a calendar file, on the device, in a worker: a file may take long, or have a rule that
 * never ends.
 */
export class CalendarReader {
  #worker: Worker | undefined;
  #number = 0;
  #file: File | undefined;
  /** Ends the current reading with this result. */
  #end: ((result: Reply | undefined) => void) | undefined;

  /**
   * Reads the events of a week.
   * @returns the events, an error message if the file cannot be read, or undefined if a later call replaced this one
   */
  week(file: File, monday: string, zone: string): Promise<Reply | undefined> {
    this.#stop(undefined);
    if (file !== this.#file) this.#number += 1;
    this.#file = file;
    this.#worker ??= new Worker(new URL('./calendar-worker.ts', import.meta.url), { type: 'module' });
    const worker = this.#worker;
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => this.#stop('Reading this file takes too long. Export one calendar alone, or a shorter span.'),
        LONGEST_READ,
      );
      this.#end = (result) => {
        clearTimeout(timer);
        this.#end = undefined;
        resolve(result);
      };
      worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#end?.(data);
      worker.onerror = () => {
        this.#stop(
          'The script that reads calendars did not load. Check your connection and choose the file again.',
        );
      };
      worker.postMessage({ number: this.#number, file, monday, zone } satisfies Order);
    });
  }

  /** Stops reading. */
  cancel(): void {
    this.#stop('Stopped. The file was not read.');
  }

  #stop(result: Reply | undefined): void {
    if (this.#end === undefined) return;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#end(result);
  }
}
