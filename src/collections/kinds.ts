/** A kind of entries beside the lessons, each entry one file and one page. Plain data, for pages and browsers. */
export interface Kind {
  /** Path of the list; entries are below it. */
  path: string;
  title: string;
  label: string;
  /** Label of the list in the header, where it is there. */
  header?: string;
  /** Words that lead to the list in instant search. */
  aliases: readonly string[];
  /** Search filter that includes the entries, if any; several kinds may share one. */
  filter?: string;
  /** Factor on the score of an entry in instant search. */
  weight: number;
  /** The title is a question and the summary its answer: the list is an FAQ, and a query that is a question counts for more. */
  asks?: true;
  /** Shown as an answer card in instant search when a query names it. */
  card?: true;
  /** Kind of an entry's page in tests/fixtures/budgets.ts, if not that of all. */
  budget?: string;
}

/** All kinds, in their order in lists; the rest of a kind is in its folder and in `registry.ts`. */
export const ENTRY_KINDS = {
  answer: {
    path: '/answers/',
    title: 'Answers',
    label: 'Answer',
    header: 'Answers',
    aliases: ['faq', 'questions and answers', 'in trouble at work', 'help'],
    filter: 'answer',
    weight: 1.1,
    asks: true,
    card: true,
  },
  talk: {
    path: '/talks/',
    title: 'Talks',
    label: 'Talk',
    aliases: ['dialogues', 'what to say', 'sample conversations', 'role play'],
    filter: 'answer',
    weight: 1.2,
  },
  paper: {
    path: '/papers/',
    title: 'Papers to fill in',
    label: 'Paper',
    aliases: ['templates', 'forms', 'worksheets', 'checklists'],
    filter: 'answer',
    weight: 1.05,
  },
  line: {
    path: '/lines/',
    title: 'Lines you will hear',
    label: 'Line',
    aliases: ['quotes', 'quotations', 'who said it'],
    weight: 1.15,
  },
  case: {
    path: '/cases/',
    title: 'Cases to decide',
    label: 'Case',
    aliases: ['simulation', 'scenario', 'case study', 'role play', 'decisions'],
    filter: 'answer',
    weight: 1.05,
    budget: 'case',
  },
  record: {
    path: '/records/',
    title: 'Cases from the record',
    label: 'Case from the record',
    aliases: ['real cases', 'case studies', 'companies'],
    weight: 1.15,
  },
  role: {
    path: '/for/',
    title: 'Ways in by role',
    label: 'Way in',
    aliases: ['for my job', 'by role', 'learning path'],
    weight: 1,
  },
} as const satisfies Record<string, Kind>;

export type KindId = keyof typeof ENTRY_KINDS;

/** Ids of all kinds. Marked as pure, so that scripts that do not use it get nothing of this list. */
export const KIND_IDS = /* @__PURE__ */ Object.keys(ENTRY_KINDS) as KindId[];

/** The folder of a kind in the content, which is also the name of its collection: "answers". */
export const folderOf = <Id extends KindId>(kind: Id): `${Id}s` => `${kind}s`;

/** Path of an entry. */
export const entryPath = (kind: KindId, id: string): string => `${ENTRY_KINDS[kind].path}${id}/`;

/** The kinds of which there are entries. */
export const presentKinds = (entries: readonly { kind: KindId }[]): KindId[] =>
  KIND_IDS.filter((id) => entries.some(({ kind }) => kind === id));

/** The kind of a page by its route: "/answers", "/answers/[slug]". */
export function kindOfRoute(pattern: string): KindId {
  const kind = KIND_IDS.find((id) => `${pattern}/`.startsWith(ENTRY_KINDS[id].path));
  if (kind === undefined) throw new Error(`No kind of entries has a page at ${pattern}.`);
  return kind;
}
