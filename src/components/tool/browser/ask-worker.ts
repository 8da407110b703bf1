/** How a reading can end without an answer of the worker. */
interface Endings<Answer> {
  /** Ends the reading; its reason is the answer. */
  signal: AbortSignal;
  /** Milliseconds after which the answer is `late`. */
  limit: number;
  late: Answer;
  /** The answer if the worker's script does not load. */
  missing: Answer;
}

/** Has a worker read a file beside the page: it may be large, or made to be slow. The worker ends with its answer. */
export const askWorker = <Answer>(
  worker: Worker,
  order: unknown,
  { signal, limit, late, missing }: Endings<Answer>,
): Promise<Answer> =>
  new Promise((resolve) => {
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(end, limit, late);
    signal.addEventListener('abort', () => end(signal.reason as Answer));
    worker.onmessage = ({ data }: MessageEvent<Answer>) => end(data);
    worker.onerror = () => end(missing);
    worker.postMessage(order);
  });
