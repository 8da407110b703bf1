/** One page of each kind, by what it is called in the tests. */
export const PAGES = {
  home: '',
  lessons: 'lessons/',
  lesson: 'lessons/why-both/',
  'case study': 'lessons/nadella-at-microsoft/',
  'lesson with the house': 'lessons/architect-and-contractor/',
  'concept index': 'concepts/',
  concept: 'concepts/momentum/',
  'table index': 'compare/',
  table: 'compare/in-practice/',
  embed: 'embed/compare/in-practice/',
  'figure index': 'figures/',
  figure: 'figures/microsoft/',
  sources: 'sources/',
  search: 'search/?q=boss',
  trainers: 'trainers/',
  'facilitator guide': 'trainers/how-they-differ/',
  'glance sheet': 'trainers/how-they-differ/glance/',
  workbook: 'workbook/',
  progress: 'progress/',
  'balance tool': 'tools/balance/',
  about: 'about/',
  offline: 'offline/',
  review: 'review/',
  'question cards': 'tools/questions/',
  'growth plan': 'tools/growth-plan/',
  'not found': '404.html',
} as const;

/** The pages as pairs of name and path. */
export const EACH_PAGE = Object.entries(PAGES);
