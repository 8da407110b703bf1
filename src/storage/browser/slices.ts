import type { StorageSlice } from '../slice.ts';
import { readStore, updateStore } from './store.ts';

const parse = <Data>({ schema, empty }: StorageSlice<Data>, value: unknown): Data =>
  schema.safeParse(value).data ?? empty();

/** Reads a slice of the data on this device; empty if nothing valid is stored. */
export const readSlice = <Data>(slice: StorageSlice<Data>): Data => parse(slice, readStore()[slice.key]);

/**
 * Changes a slice. An invalid slice is set aside under `<key>-unread`, because the change replaces it. A change that
 * could not be read again is not made, because all of the slice would be lost with it.
 * @returns whether the change could be stored
 */
export function changeSlice<Data>(slice: StorageSlice<Data>, change: (data: Data) => Data): Promise<boolean> {
  return updateStore((personal) => {
    const stored = personal[slice.key];
    if (stored !== undefined && !slice.schema.safeParse(stored).success)
      personal[`${slice.key}-unread`] = stored;
    const changed = change(parse(slice, stored));
    if (slice.schema.safeParse(changed).success) personal[slice.key] = changed;
  });
}
