import { stringify } from 'yaml';
import { madeName, slug } from './names.ts';
import type { Prose } from './prose.ts';
import { Random } from './random.ts';

/** A generated concept. Lessons refer to its id. */
export interface MadeConcept {
  id: string;
  term: string;
}

const KINDS = ['review', 'habit', 'meeting', 'plan', 'question', 'measure', 'role', 'rule'];

/** The concept with a number, from 0. */
export function madeConcept(number: number): MadeConcept {
  const term = `${madeName(number)} ${KINDS[number % KINDS.length] ?? ''}`;
  return { id: slug(term), term };
}

/** The file of a concept: front matter, and about 100 words with a link to a neighbor. */
export function conceptFile(
  number: number,
  seed: number,
  prose: Prose,
  neighbours: readonly MadeConcept[],
  sources: readonly string[],
): string {
  const random = new Random(seed + number);
  const { term } = madeConcept(number);
  const name = term.toLowerCase();
  const others = random.sample(
    neighbours.filter((neighbour) => neighbour.term !== term),
    3,
  );
  const data = {
    term,
    definition: `${prose.phrase(random, 10, 16).slice(0, 180).trim()}.`,
    aliases: [`${name}s`, `how to use the ${name}`, `${name} ${prose.phrase(random, 2, 3).toLowerCase()}`],
    related: others.map(({ id }) => id),
    ...(others[0] === undefined ? {} : { contrast: others[0].id }),
    sources: random.sample(sources, 1),
  };
  const links = others
    .map((other) => `Compare it with [${other.term.toLowerCase()}](/concepts/${other.id}/).`)
    .join(' ');
  const body = [prose.paragraph(random, 40), `Example: ${prose.paragraph(random, 40)}`, links];
  return `---\n${stringify(data)}---\n${body.filter((part) => part !== '').join('\n\n')}\n`;
}
