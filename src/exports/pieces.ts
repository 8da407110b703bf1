import type { Course } from '../course/types.ts';
import { addressOf } from '../course/permalinks.ts';
import { teachables, type Teachable } from '../teaching/share/teachables.ts';
import type { ContentDownload, ExportContext, FileContent } from './exporter.ts';

/** A file of one name for every piece of the course that can be taken along. */
export const ofEveryPiece = (
  course: Course,
  name: string,
  make: (piece: Teachable, context: ExportContext) => FileContent | Promise<FileContent>,
): ContentDownload[] =>
  teachables(course).map((piece) => ({
    path: `${piece.folder}${name}`,
    of: addressOf(piece),
    title: piece.title,
    make: (context) => make(piece, context),
  }));
