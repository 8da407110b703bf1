import { pathToFileURL } from 'node:url';
import { builtSearch, type Shown } from './built-search.ts';

/** Why a query shows what it shows: what was read, each of the best hits with its score step by step, and the full text. */
export function explained(query: string, { instant, atOnce, final }: Shown): string {
  const { corrected, unknown, hits, answer } = instant;
  return [
    `${query} → ${instant.query.terms.join(' ')}`,
    ...(corrected === undefined ? [] : [`  corrected: ${corrected}`]),
    ...(unknown.length === 0 ? [] : [`  on no page: ${unknown.join(', ')}`]),
    ...hits.slice(0, 6).map(({ entry, score, why }) => {
      const found = why.matches.map(
        ({ term, place, name, by, points }) =>
          `${term} in ${name === undefined ? place : `“${name}”`}${by === 'exact' ? '' : `, ${by}`} ${points.toFixed(2)}`,
      );
      return [
        `  ${score.toFixed(2)} ${entry.kind} ${entry.url}`,
        `${atOnce.includes(entry.url) ? '' : ' (not shown)'}${entry === answer?.entry ? ' (answer)' : ''}\n`,
        `       ${why.points.toFixed(2)} points × ${why.coverage.toFixed(2)} covered`,
        why.like === undefined
          ? ''
          : ` + ${why.like.bonus.toFixed(2)} as like its ${why.like.kind} “${why.like.text}” (${why.like.ofName.toFixed(2)} of it is said, and says ${why.like.ofQuery.toFixed(2)})`,
        `, × ${why.kind.toFixed(2)} for its kind: ${found.join('; ')}`,
      ].join('');
    }),
    ...final.slice(atOnce.length).map((url) => `  full text: ${url}`),
  ].join('\n');
}

// npm run search:explain -- "query"
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const search = await builtSearch();
  for (const query of process.argv.slice(2)) console.log(explained(query, await search(query)));
}
