import type { Part } from '../part.ts';
import { changePersonal, readPersonal } from './store.ts';

const read = <Data>({ schema, empty }: Part<Data>, value: unknown): Data => {
  const result = schema.safeParse(value);
  return result.success ? result.data : empty();
};

/** A tool's share of what this device remembers; empty where nothing sound is stored. */
export const readPart = <Data>(part: Part<Data>): Data => read(part, readPersonal()[part.key]);

/**
 * Changes a tool's share. A share that cannot be read is kept aside under `<key>-unread`, because the change takes its
 * place. Returns whether it could be stored.
 */
export function changePart<Data>(part: Part<Data>, change: (data: Data) => Data): boolean {
  return changePersonal((personal) => {
    const stored = personal[part.key];
    if (stored !== undefined && !part.schema.safeParse(stored).success)
      personal[`${part.key}-unread`] = stored;
    personal[part.key] = change(read(part, stored));
  });
}
