import { sectionLink, type Permalink } from '../../course/permalinks.ts';
import { QUESTIONS_TABLE, situations } from './pairs.ts';
import { promptsSchema, type PromptsData } from './schema.ts';
import { toolContent } from '../tool-content.ts';
import { TOOLS } from '../tools.ts';

const { path, title } = TOOLS.questions;

export const questions = toolContent({
  file: 'prompts.yaml',
  needsSides: true,
  schema: promptsSchema,
  build: (data): PromptsData => data,
  write: (prompts) => prompts,
  links(prompts, comparisons) {
    const bank = comparisons
      .filter(({ id }) => id === QUESTIONS_TABLE)
      .flatMap((table) => situations(prompts, table));
    return [
      sectionLink(path, 'pairs', 'Pairs of questions'),
      sectionLink(path, 'your-card', 'Your question card'),
      sectionLink(path, 'team-feedback', 'A feedback form for your team'),
      ...bank.map(({ id, label }) => sectionLink(path, id, `${title}: ${label}`)),
      ...bank.flatMap(({ pairs }) =>
        pairs.map(({ id, what }): Permalink => ({ path, fragment: id, title: what, kind: 'question' })),
      ),
    ];
  },
});
