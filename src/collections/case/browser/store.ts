import { readStore, updateStore } from '../../../storage/browser/store.ts';
import { isRecord } from '../../../storage/plain.ts';
import { shareOf } from '../../../storage/store.ts';
import type { CaseRecord } from '../slice.ts';

// The schema of the slice stays out of the page's script; what is read here is checked field by field.
const KEY = 'cases';

/** What this device knows of a case. */
export function readCase(id: string): CaseRecord {
  const slice = readStore()[KEY];
  const record = isRecord(slice) && Object.hasOwn(slice, id) ? slice[id] : undefined;
  const { at, way, endings, hands } = isRecord(record) ? record : {};
  return {
    at: typeof at === 'string' ? at : '',
    way: typeof way === 'string' ? way : '',
    endings: Array.isArray(endings) ? endings.filter((each) => typeof each === 'string') : [],
    ...(isRecord(hands) ? { hands: hands as Record<string, number> } : {}),
  };
}

/** Changes it; without storage it lasts as long as the page. */
export const changeCase = (id: string, change: Partial<CaseRecord>): Promise<boolean> => {
  const changed = { ...readCase(id), ...change, at: new Date().toISOString() };
  return updateStore((personal) => {
    shareOf(personal, KEY)[id] = changed;
  });
};
