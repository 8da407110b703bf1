import { pageBibtex, pageRis } from '../course/citations.ts';
import { citedPage } from '../teaching/share/shareables.ts';
import type { ContentExporter } from './exporter.ts';
import { ofEveryPiece } from './pieces.ts';

export const bibtex: ContentExporter = {
  id: 'bibtex',
  label: 'Citation (BibTeX)',
  type: 'application/x-bibtex',
  shown: true,
  list: (course) =>
    ofEveryPiece(course, 'cite.bib', (piece, { absolute }) => pageBibtex(citedPage(piece, absolute))),
};

export const ris: ContentExporter = {
  id: 'ris',
  label: 'Citation (RIS)',
  type: 'application/x-research-info-systems',
  shown: true,
  list: (course) =>
    ofEveryPiece(course, 'cite.ris', (piece, { absolute }) => pageRis(citedPage(piece, absolute))),
};
