import type { Entry } from '../../collections/entry.ts';
import { contentOf, textsOf } from '../../collections/registry.ts';
import { attribution } from '../../teaching/share/shareables.ts';
import { addressesOf } from '../addresses.ts';
import type { ContentDownload, ContentExporter, ExportContext, FileContent } from '../exporter.ts';

/** A file for each text of the entries. */
const ofTexts = (
  entries: readonly Entry[],
  extension: string,
  format: string,
  make: (entry: Entry, name: string, context: ExportContext) => Promise<FileContent>,
): ContentDownload[] =>
  entries.flatMap((entry) =>
    textsOf(entry).map(({ name, label }) => ({
      path: `${entry.path}${name}.${extension}`,
      of: entry.path,
      title: entry.title,
      ...(label === undefined ? {} : { label: `${label} (${format})` }),
      make: (context) => make(entry, name, context),
    })),
  );

/** The texts of all entries as Markdown. */
export const entryMarkdown: ContentExporter = {
  id: 'entry-markdown',
  label: 'Text (Markdown)',
  type: 'text/markdown',
  list: ({ entries }) =>
    ofTexts(entries, 'md', 'Markdown', async (entry, name, context) => {
      const { entryFile } = await import('./markdown.ts');
      return entryFile(entry, name, context.course, addressesOf(context), context.edition);
    }),
};

/** The papers as documents to type in. */
export const paperDocx: ContentExporter = {
  id: 'paper-docx',
  label: 'Document (Word)',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  list: ({ entries }) =>
    ofTexts(
      entries.filter(({ kind }) => contentOf(kind).paper === true),
      'docx',
      'Word',
      async (entry, name, context) => {
        const { docxFile } = await import('./docx.ts');
        const { path, title, data } = entry;
        const blocks = textsOf(entry).find((text) => text.name === name)?.blocks ?? [];
        return docxFile({
          title,
          blocks,
          lasting: addressesOf(context).lasting({ path }),
          date: data.published,
        });
      },
    ),
};

/** The cases as stories for Twine, for those who adapt one. */
export const entryTwee: ContentExporter = {
  id: 'entry-twee',
  label: 'Story to adapt in Twine (Twee)',
  type: 'text/plain',
  list: ({ entries }) =>
    entries.flatMap(({ kind, path, title, data }) => {
      const { twee } = contentOf(kind);
      return twee === undefined
        ? []
        : [
            {
              path: `${path}${kind}.twee`,
              of: path,
              title,
              make: (context: ExportContext) => {
                const lasting = addressesOf(context).lasting({ path });
                return twee(data, lasting, attribution(title, lasting));
              },
            },
          ];
    }),
};
