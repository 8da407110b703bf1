import { ENTRY_KINDS, type Kind } from './collections/kinds.ts';
import { TOOLS } from './practice/tools.ts';

/**
 * Who may use a file: an `embed` may stand in other people's pages, a `shared` file (a picture, a script for
 * trainers' pages) may be loaded by them, everything else is for the site alone.
 */
export type Sharing = 'own' | 'shared' | 'embed';

/** A heading that a page has whatever the content; its address is lasting. */
export interface PagePart {
  id: string;
  title: string;
}

/** A page of the site, or all pages that one file in `src/pages` makes. */
export interface Route {
  /**
   * Address without the base path. "[slug]" stands for one folder, "[number]" for digits, "[...piece]" for several
   * folders, as in the names of files in `src/pages`.
   */
  path: string;
  /** Title of a page with one address. */
  title?: string;
  /** Label in the header's navigation, where the page is listed there. */
  header?: string;
  /** Label in the footer's navigation, where the page is listed there. */
  footer?: string;
  /** Line about the page in llms.txt, where it is listed there. */
  summary?: string;
  /** Words that lead to the page in instant search, where it is listed there. */
  aliases?: readonly string[];
  /** Title in instant search, where it differs. */
  searchTitle?: string;
  /** Name of the course's own text for the page, `pages/<text>.mdx` in the content folder. */
  text?: string;
  /** Left out of the sitemap and of full-text search. */
  indexed?: false;
  /** The page does nothing without a server or scripts, so the zip for USB sticks leaves it out. */
  needsServer?: true;
  /** Who may use the page and the files in its folder; without it, the site alone. */
  sharing?: Sharing;
  /** Kind of page in tests/fixtures/budgets.ts. */
  budget: string;
}

/** Headings of the page for trainers, in their order. */
export const TRAINER_PARTS = {
  guides: { id: 'guides', title: 'Facilitator guides' },
  plan: { id: 'plan', title: 'Plan a session' },
  answers: { id: 'room-answers', title: 'Collect a room’s answers' },
  adapt: { id: 'adapt', title: 'Hand out and adapt' },
  figures: { id: 'figures', title: 'Figures and tables for slides' },
  link: { id: 'link', title: 'Link to the very paragraph' },
  embed: { id: 'embed', title: 'Embed a piece' },
  cite: { id: 'cite', title: 'Cite' },
  downloads: { id: 'downloads', title: 'Downloads' },
  editions: { id: 'editions', title: 'Editions' },
} as const satisfies Record<string, PagePart>;

/** Parts of the about page that other pages lead to. */
export const ABOUT_PARTS = {
  editing: { id: 'editing', title: 'Who edits the course, and how facts are checked' },
  reading: { id: 'reading-levels', title: 'How we read what we cite' },
  mistakes: { id: 'mistakes', title: 'Report a mistake' },
} as const satisfies Record<string, PagePart>;

/** Headings that every lesson has around its text, in their order. */
export const LESSON_PARTS = {
  objectives: { id: 'objectives', title: 'Objectives' },
  checkYourself: { id: 'check-yourself', title: 'Check yourself' },
  thisWeek: { id: 'this-week', title: 'This week' },
  evidence: { id: 'evidence', title: 'Evidence' },
  sources: { id: 'sources', title: 'Sources' },
  teachThis: { id: 'teach-this', title: 'Teach this' },
} as const satisfies Record<string, PagePart>;

/** Addresses that scripts in the browser need; apart, so that they get no more of the list. */
export const OFFLINE_PATH = '/offline/';
export const PACKAGES_PATH = '/trainers/packages/';

/** Pages with one lasting address each, in the order of navigation. The practice tools are in `practice/tools.ts`. */
export const PAGES = {
  home: { path: '/', title: 'Home', budget: 'home' },
  lessons: {
    path: '/lessons/',
    title: 'Lessons',
    header: 'Lessons',
    aliases: ['course', 'syllabus', 'chapters', 'start here'],
    budget: 'index',
  },
  concepts: {
    path: '/concepts/',
    title: 'Concepts A to Z',
    header: 'Concepts',
    searchTitle: 'Concepts',
    aliases: ['glossary', 'dictionary'],
    budget: 'index',
  },
  comparisons: {
    path: '/compare/',
    title: 'Comparisons',
    header: 'Compare',
    aliases: ['tables', 'side by side'],
    budget: 'index',
  },
  practice: { path: '/tools/', title: 'Practice', header: 'Practice', budget: 'index' },
  trainers: {
    path: '/trainers/',
    title: 'For trainers',
    header: 'Teach',
    aliases: [
      'embed table',
      'cite',
      'apa citation',
      'bibtex',
      'workshop',
      'facilitator guide',
      'iframe',
      'teach',
      'print',
      'link to a paragraph',
      'icebreaker',
    ],
    budget: 'for trainers',
  },
  plan: {
    path: '/trainers/plan/',
    title: 'Plan a session',
    aliases: ['lesson plan', 'running order', 'workshop agenda'],
    needsServer: true,
    budget: 'session planner',
  },
  downloads: {
    path: '/trainers/downloads/',
    title: 'Downloads',
    aliases: [
      'powerpoint',
      'slides',
      'pdf',
      'handout',
      'epub',
      'moodle quiz',
      'question bank',
      'gift',
      'qti',
      'csv',
    ],
    budget: 'downloads and packages',
  },
  packages: {
    path: PACKAGES_PATH,
    title: 'Lessons for your learning system',
    aliases: ['scorm', 'xapi', 'cmi5', 'lms', 'moodle', 'canvas', 'blackboard'],
    budget: 'downloads and packages',
  },
  workbook: {
    path: '/workbook/',
    title: 'Workbook',
    aliases: ['worksheet', 'participant booklet'],
    summary:
      'A workbook to print and write in: for each lesson its objectives, questions with lines, and the step of the week; answers at the end.',
    budget: 'workbook',
  },
  search: { path: '/search/', title: 'Search', indexed: false, needsServer: true, budget: 'search' },
  about: {
    path: '/about/',
    title: 'About',
    footer: 'About',
    searchTitle: 'About: license, privacy, credits',
    aliases: [
      'accessibility',
      'creative commons',
      'copyright',
      'commercial use',
      'cookies',
      'tracking',
      'who made this',
      'who writes this',
      'free of charge',
      'report an error',
    ],
    budget: 'about and missing',
  },
  sources: {
    path: '/sources/',
    title: 'Sources',
    footer: 'Sources',
    aliases: ['bibliography', 'references', 'further reading'],
    budget: 'sources',
  },
  evidence: {
    path: '/evidence/',
    title: 'Evidence',
    footer: 'Evidence',
    aliases: ['research'],
    text: 'evidence',
    budget: 'evidence',
  },
  figures: {
    path: '/figures/',
    title: 'Figures',
    footer: 'Figures',
    aliases: ['diagrams', 'drawings', 'charts'],
    sharing: 'shared',
    budget: 'index',
  },
  offline: {
    path: OFFLINE_PATH,
    title: 'Read offline',
    footer: 'Offline',
    aliases: ['download', 'ebook', 'epub', 'usb stick', 'no internet'],
    needsServer: true,
    budget: 'offline',
  },
} as const satisfies Record<string, Route & { title: string }>;

/** Pages of which the content makes many; `utils/paths.ts` makes their addresses, features their permalinks. */
const CONTENT_PAGES = {
  lesson: { path: '/lessons/[slug]/', budget: 'lesson' },
  concept: { path: '/concepts/[slug]/', budget: 'concept' },
  comparison: { path: '/compare/[slug]/', budget: 'comparison' },
  questions: { path: '/review/[lesson]/', indexed: false, budget: 'questions of a lesson' },
  figure: { path: '/figures/[id]/', sharing: 'shared', budget: 'figure' },
  guide: { path: '/trainers/[lesson]/', budget: 'guide' },
  glance: { path: '/trainers/[lesson]/glance/', budget: 'glance sheet' },
  present: { path: '/trainers/[lesson]/present/', budget: 'slides' },
  room: { path: '/cases/[slug]/room/', indexed: false, budget: 'room' },
} as const satisfies Record<string, Route>;

/** The lists of the kinds of entries; a course has those of which it has entries. */
export const kindPages = (): (Route & { title: string })[] =>
  Object.values<Kind>(ENTRY_KINDS).map(({ path, title, header, aliases }) => ({
    path,
    title,
    ...(header === undefined ? {} : { header }),
    aliases,
    budget: 'index',
  }));

/** The pages of their entries. */
export const entryPages = (): Route[] =>
  Object.values<Kind>(ENTRY_KINDS).map(({ path, budget = 'entry' }) => ({ path: `${path}[slug]/`, budget }));

/**
 * Redirects, frames for other sites, and pages for the makers of the site: search engines, search and offline reading
 * leave them out.
 */
export const INTERNAL_PAGES = {
  lessonNumber: { path: '/[number]/', budget: 'redirect' },
  lastingLink: { path: '/go/[id]/', budget: 'redirect' },
  embedCase: { path: '/embed/cases/[slug]/', sharing: 'embed', budget: 'embedded case' },
  embedFigure: { path: '/embed/figures/[id]/', sharing: 'embed', budget: 'embed' },
  embedLesson: { path: '/embed/lessons/[slug]/', sharing: 'embed', budget: 'embedded lesson' },
  embed: { path: '/embed/[...piece]/', sharing: 'embed', budget: 'embed' },
  design: { path: '/about/design/', title: 'Design', budget: 'design' },
  missing: { path: '/404.html', title: 'This page is not here', budget: 'about and missing' },
} as const satisfies Record<string, Route>;

/** A file that a script in `src/pages` makes. */
export interface FileRoute {
  path: string;
  sharing?: Sharing;
  /** Title and line in llms.txt, where the file is listed there. */
  listed?: readonly [title: string, about: string];
}

/** All such files, those in llms.txt in the order there. */
export const FILES = {
  course: {
    path: '/course.json',
    sharing: 'shared',
    listed: ['All content', 'one JSON file, with license and edition.'],
  },
  courseSchema: {
    path: '/course.schema.json',
    sharing: 'shared',
    listed: ['Its JSON Schema', 'the form of course.json.'],
  },
  links: {
    path: '/links.json',
    sharing: 'shared',
    listed: ['Lasting links', 'every permanent address with its lasting id.'],
  },
  downloads: {
    path: '/downloads.json',
    listed: ['Downloads', 'every file to take along, with its kind, size and SHA-256 hash.'],
  },
  downloadsSchema: { path: '/downloads.schema.json' },
  changes: {
    path: '/changes.atom',
    sharing: 'shared',
    listed: ['Changes', 'an Atom feed of editions and what is new in each.'],
  },
  personalSchema: { path: '/personal.schema.json' },
  llms: { path: '/llms.txt' },
  robots: { path: '/robots.txt' },
  instantIndex: { path: '/search/quick.json' },
  laterIndex: { path: '/search/later.json' },
  oembed: { path: '/embed/[...piece]/oembed.json', sharing: 'embed' },
  socialImages: { path: '/social/[...page].png', sharing: 'shared' },
  downloadFiles: { path: '/[...file]' },
} as const satisfies Record<string, FileRoute>;

/** Every page of the site. */
export const allPages = (): Route[] => [
  ...Object.values<Route>(PAGES),
  ...Object.values<Route>(TOOLS),
  ...kindPages(),
  ...entryPages(),
  ...Object.values<Route>(CONTENT_PAGES),
  ...Object.values<Route>(INTERNAL_PAGES),
];

/** The pages with one lasting address each. */
export const lastingPages = (): (Route & { title: string })[] => [
  ...kindPages(),
  ...Object.values<Route & { title: string }>(PAGES),
  ...Object.values<Route & { title: string }>(TOOLS),
];

/** The page that shows a text of the course. */
export const pageOfText = (id: string): Route | undefined => lastingPages().find(({ text }) => text === id);

/** Whether a path is one of a route. */
function matches(route: Route, path: string): boolean {
  const pattern = route.path.replace(/\[(\.\.\.)?(\w+)\]|\./g, (found, several?: string, name?: string) => {
    if (found === '.') return '\\.';
    if (several !== undefined) return '.+';
    return name === 'number' ? '\\d+' : '[^/]+';
  });
  return new RegExp(`^${pattern}$`).test(path);
}

/** The route of a page, by its path without the base path. */
export function routeOf(path: string): Route | undefined {
  const all = allPages();
  return all.find((route) => route.path === path) ?? all.find((route) => matches(route, path));
}

/** Whether a page is a redirect, a frame for other sites, or one for the makers of the site. */
export const isInternal = (path: string): boolean =>
  Object.values<Route>(INTERNAL_PAGES).some((route) => matches(route, path));

/** Whether search engines and full-text search find a page. */
export const isIndexed = (path: string): boolean => !isInternal(path) && routeOf(path)?.indexed !== false;
