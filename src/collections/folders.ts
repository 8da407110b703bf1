import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, KIND_IDS, type KindId } from './kinds.ts';

/** The kinds of which a course has files, by its content folder. */
export const kindsIn = (content: string): KindId[] =>
  KIND_IDS.filter((kind) => {
    const folder = join(content, folderOf(kind));
    return existsSync(folder) && readdirSync(folder).length > 0;
  });
