import type { StorageSlice } from '../slice.ts';
import { changePersonal, readPersonal } from './store.ts';

const read = <Data>({ schema, empty }: StorageSlice<Data>, value: unknown): Data => {
  const result = schema.safeParse(value);
  return result.success ? result.data : empty();
};

/** A slice of the personal store; empty where nothing valid is stored. */
export const readSlice = <Data>(slice: StorageSlice<Data>): Data => read(slice, readPersonal()[slice.key]);

/**
 * Changes a slice. An unreadable slice moves to `<key>-unread`, because the change replaces it. Returns whether it
 * could be stored.
 */
export function changeSlice<Data>(slice: StorageSlice<Data>, change: (data: Data) => Data): boolean {
  return changePersonal((personal) => {
    const stored = personal[slice.key];
    if (stored !== undefined && !slice.schema.safeParse(stored).success)
      personal[`${slice.key}-unread`] = stored;
    personal[slice.key] = change(read(slice, stored));
  });
}
