import type { Part } from '../part.ts';
import { updateStore, readStore } from './store.ts';

const parse = <Data>({ schema, empty }: Part<Data>, value: unknown): Data => {
  const result = schema.safeParse(value);
  return result.success ? result.data : empty();
};

/** Reads a tool's slice of the data on this device; empty if nothing valid is stored. */
export const readSlice = <Data>(part: Part<Data>): Data => parse(part, readStore()[part.key]);

/**
 * Changes a tool's slice. An invalid slice is set aside under `<key>-unread`, because the change replaces it. Returns
 * whether the change could be stored.
 */
export function updateSlice<Data>(part: Part<Data>, change: (data: Data) => Data): boolean {
  return updateStore((personal) => {
    const stored = personal[part.key];
    if (stored !== undefined && !part.schema.safeParse(stored).success)
      personal[`${part.key}-unread`] = stored;
    personal[part.key] = change(parse(part, stored));
  });
}
