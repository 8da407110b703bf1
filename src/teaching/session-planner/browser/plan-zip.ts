import { unzipSync } from 'fflate';
import css from '../session-papers.css?inline';
import { calendarFile } from '../../../utils/calendar-file.ts';
import { escapeHtml } from '../../../utils/escape.ts';
import { zip } from '../../../utils/zip.ts';
import { agendaMarkdown, followUp, invitation, planReadme, sessionEvent, type Session } from '../text.ts';
import { papersOf } from './papers.ts';

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`A file of the plan is not there: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** The papers as a page that prints without the site. */
const papersFile = (session: Session): string =>
  `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>${escapeHtml(session.agenda.title)}</title><style>${css}</style>${papersOf(
    session,
  )
    .map((paper) => paper.outerHTML)
    .join('')}</html>`;

/** The plan with its calendar file, its mails, its papers, the kits of its lessons and the files of its cases, as one zip. */
export async function planZip(session: Session): Promise<Uint8Array<ArrayBuffer>> {
  const { lessons, cases } = session.agenda;
  const kits = await Promise.all(
    lessons
      .filter(({ kit }) => kit !== '')
      .map(async ({ kit }) => Object.entries(unzipSync(await bytesOf(kit)))),
  );
  const ofCases = await Promise.all(
    cases.flatMap(({ id, path, files }) =>
      files.map(async (name) => [`case-${id}/${name}`, await bytesOf(path + name)] as const),
    ),
  );
  const now = new Date();
  const files: (readonly [name: string, content: string | Uint8Array])[] = [
    ['README.txt', planReadme(session)],
    ['1-session.md', agendaMarkdown(session)],
    ['2-session.ics', calendarFile([sessionEvent(session)], now)],
    ['3-invitation.txt', invitation(session)],
    ['4-attendance-and-statements.html', papersFile(session)],
    ['5-one-week-later.txt', followUp(session)],
    ...kits.flat(),
    ...ofCases,
  ];
  return zip(files, now);
}
