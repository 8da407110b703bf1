/** Edit distance that counts a swap of neighbors as one (Damerau 1964); stops above `max`. */
export function distance(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return max + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > max) return max + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? max + 1;
}

/** A word of four letters. Ids may have digits or hyphens. */
const SHORT_WORD = /^\p{L}{4}$/u;
const letters = (word: string): string => [...word].sort().join('');

/** The known word or id nearest to a mistyped one; `frequency` decides between equally near ones. */
export function nearest(
  word: string,
  words: Iterable<string>,
  frequency: (known: string) => number = () => 0,
): string | undefined {
  if (word.length < 4) return undefined;
  // With two edits, a short word becomes another word.
  const most = word.length < 9 ? 1 : word.length < 18 ? 2 : 3;
  let best: string | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  for (const known of words) {
    if (known.length < 4) continue;
    const swapped = known.length === word.length && letters(known) === letters(word);
    // The same letters in another order are the same word: "stragety".
    const max = swapped ? Math.max(most, 2) : most;
    const edits = distance(word, known, max);
    if (edits > max || (edits > 1 && known[0] !== word[0])) continue;
    // An unknown word of four letters is likely a different word, unless two letters are swapped. An id is not a word.
    if (SHORT_WORD.test(word) && !swapped) continue;
    // The first letter is seldom wrong, swapped letters are common, and a frequent word is more likely meant.
    const score =
      edits + (known[0] === word[0] ? 0 : 0.7) - (swapped ? 0.3 : 0) - Math.min(frequency(known), 50) / 200;
    if (score < bestScore) [best, bestScore] = [known, score];
  }
  return best;
}

/** A remedy, begun with the known word or id nearest to a wrong one if one is near. */
export function didYouMean(wrong: string, known: Iterable<string>, otherwise: string): string {
  const near = nearest(wrong, known);
  return near === undefined ? otherwise : `did you mean "${near}"? Otherwise ${otherwise}`;
}
