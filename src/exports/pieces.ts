import type { Course } from '../course/types.ts';
import { addressOf } from '../course/permalinks.ts';
import { shareables, type Shareable } from '../teaching/share/shareables.ts';
import type { ContentDownload, ExportContext, FileContent } from './exporter.ts';

/** A file of one name for every piece of the course that can be taken along. */
export const ofEveryPiece = (
  course: Course,
  name: string,
  make: (piece: Shareable, context: ExportContext) => FileContent | Promise<FileContent>,
): ContentDownload[] =>
  shareables(course).map((piece) => ({
    path: `${piece.folder}${name}`,
    of: addressOf(piece),
    title: piece.title,
    make: (context) => make(piece, context),
  }));
