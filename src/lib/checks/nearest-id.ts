/** The known id that shares most of its beginning or its words with a wrong one, if any comes close. */
export function nearestId(wrong: string, known: ReadonlySet<string>): string | undefined {
  const words = new Set(wrong.split('-'));
  let best: string | undefined;
  let bestScore = 0;
  for (const id of known) {
    let prefix = 0;
    while (prefix < Math.min(id.length, wrong.length) && id[prefix] === wrong[prefix]) prefix += 1;
    const shared = id.split('-').filter((word) => words.has(word)).length;
    const score = Math.max(
      prefix / Math.max(id.length, wrong.length),
      shared / Math.max(words.size, id.split('-').length),
    );
    if (score > bestScore) [best, bestScore] = [id, score];
  }
  return bestScore >= 0.5 ? best : undefined;
}
