import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCourse, readCourse } from '../support/course.ts';
import type { Course, Lesson } from '../../src/course/types.ts';
import { lessonMarkdown } from '../../src/exports/markdown/lesson.ts';
import { PROJECT_PARTS } from '../support/project-copy.ts';
import { PEERS, ROOT, WORK } from './places.ts';

export type ToolId = 'ours' | 'starlight' | 'docusaurus' | 'vitepress';

/** A tool that builds the course. */
export interface Tool {
  id: ToolId;
  name: string;
  /** Folder whose node_modules it runs from. */
  home: string;
  /** The script of its command, below `home`, and its arguments. */
  command: readonly string[];
  /** Folder of the built site, in the folder of a build. */
  dist: string;
  /** Path of a lesson on the site. */
  lessonPath: (id: string) => string;
  /** File of a lesson, in the folder of a build. */
  lessonFile: (id: string) => string;
  /** Pattern for the paths of the search index in the built site. */
  searchIndex: RegExp;
  /** Fills the folder of a build from a `src/content/` folder. */
  write: (folder: string, content: string) => void;
}

/** The folder in which a tool builds a course of a size. */
export const buildFolder = ({ id }: Tool, lessons: number): string => join(WORK, id, `lessons-${lessons}`);

const ours: Tool = {
  id: 'ours',
  name: 'Blueprint & Build',
  home: ROOT,
  command: ['node_modules/astro/bin/astro.mjs', 'build'],
  dist: 'dist',
  lessonPath: (id) => `/lessons/${id}/`,
  lessonFile: (id) => `src/content/lessons/${id}.mdx`,
  searchIndex: /^(?:pagefind\/|search\/.*\.json$)/,
  write(folder, content) {
    for (const part of PROJECT_PARTS) {
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    }
    cpSync(content, join(folder, 'src/content'), { recursive: true });
  },
};

/** A peer: how it is started, and how its lessons are written. */
interface Peer extends Pick<Tool, 'name' | 'dist' | 'searchIndex'> {
  id: Exclude<ToolId, 'ours'>;
  /** Its command, in its folder of packages. */
  script: string;
  /** Folder of the lessons, in the folder of a build. */
  lessons: string;
  /** Link to the lesson with an id. */
  linkTo: (id: string) => string;
  /** Ending of a lesson's address. */
  end?: string;
  /** Folder of static files. */
  static: string;
  /** Additional front matter, besides title and description. */
  front?: (number: number) => string;
  /** Whether pages show their title automatically. */
  showsTitle: boolean;
}

/** The Markdown file of a lesson, below its title. Links to what only our site has are whole addresses. */
function markdownOf(lesson: Lesson, course: Course, linkTo: Peer['linkTo']): string {
  const absolute = (path: string): string => {
    const id = /^\/lessons\/([^/]+)\/$/.exec(path)?.[1];
    return id === undefined ? `https://blueprint.example${path}` : linkTo(id);
  };
  const lasting = ({ path }: { path: string }): string => absolute(path);
  return lessonMarkdown(lesson, { course, edition: undefined, absolute, lasting }).replace(
    /^---\n[\s\S]*?\n# .*\n/,
    '',
  );
}

/** Writes the settings of a peer and the lessons as plain Markdown, with a home page that lists them. */
function writePeer(folder: string, content: string, form: Peer): void {
  const course = buildCourse(readCourse(content));
  cpSync(join(PEERS, form.id), folder, { recursive: true });
  mkdirSync(join(folder, form.lessons), { recursive: true });
  cpSync(join(ROOT, 'public/favicon.svg'), join(folder, form.static, 'favicon.svg'));
  const page = (title: string, description: string, front: string, body: string): string =>
    `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n${front}---\n\n${form.showsTitle ? '' : `# ${title}\n\n`}${body}\n`;
  for (const lesson of course.lessons) {
    writeFileSync(
      join(folder, form.lessons, `${lesson.id}.md`),
      page(
        lesson.title,
        lesson.summary,
        form.front?.(lesson.number) ?? '',
        markdownOf(lesson, course, form.linkTo),
      ),
    );
  }
  // The home page is one folder above the lessons.
  const links = course.lessons.map(
    ({ id, title }) => `1. [${title}](${form.linkTo(id).replace('./', './lessons/')})`,
  );
  writeFileSync(
    join(folder, form.lessons, '../index.md'),
    page(
      'Leading and managing',
      'All lessons.',
      form.id === 'docusaurus' ? 'slug: /\n' : '',
      links.join('\n'),
    ),
  );
  if (form.id === 'vitepress') {
    writeFileSync(
      join(folder, 'lessons.json'),
      JSON.stringify(course.lessons.map(({ id, title }) => ({ id, title }))),
    );
  }
}

/** The peers at their defaults, with local search. */
const PEER_LIST: readonly Peer[] = [
  {
    id: 'starlight',
    name: 'Starlight',
    script: 'astro/bin/astro.mjs',
    dist: 'dist',
    searchIndex: /^pagefind\//,
    lessons: 'src/content/docs/lessons',
    static: 'public',
    linkTo: (id) => `/lessons/${id}/`,
    front: (number) => `sidebar:\n  order: ${number}\n`,
    showsTitle: true,
  },
  {
    id: 'docusaurus',
    name: 'Docusaurus',
    script: '@docusaurus/core/bin/docusaurus.mjs',
    dist: 'build',
    searchIndex: /^search-index.*\.json$/,
    lessons: 'docs/lessons',
    static: 'static',
    linkTo: (id) => `./${id}.md`,
    front: (number) => `sidebar_position: ${number}\n`,
    showsTitle: true,
  },
  {
    id: 'vitepress',
    name: 'VitePress',
    script: 'vitepress/bin/vitepress.js',
    dist: '.vitepress/dist',
    searchIndex: /@localSearchIndex/,
    lessons: 'lessons',
    static: 'public',
    linkTo: (id) => `./${id}.md`,
    end: '.html',
    showsTitle: false,
  },
];

const toolOf = (peer: Peer): Tool => ({
  ...peer,
  home: join(WORK, peer.id),
  command: [`node_modules/${peer.script}`, 'build'],
  lessonPath: (id) => `/lessons/${id}${peer.end ?? '/'}`,
  lessonFile: (id) => `${peer.lessons}/${id}.md`,
  write: (folder, content) => writePeer(folder, content, peer),
});

/** All tools. Ours is first, because the others are compared with it. */
export const TOOLS: readonly Tool[] = [ours, ...PEER_LIST.map(toolOf)];
