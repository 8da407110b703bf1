import { z } from 'zod';
import { several, text } from '../../course/schemas/common.ts';
import { heading, list, paragraph } from '../../utils/markdown.ts';
import { ref } from '../../course/references.ts';
import { address, COMMON, kindContent, summary } from '../entry.ts';

const schema = z.strictObject({
  title: text('the role'),
  audience: text('who is meant, in one or two sentences'),
  summary,
  way: several(z.strictObject({ to: address, why: text('why this, for this role') }), 5, 8),
  case: ref('case'),
  talks: several(ref('talk'), 2, 2),
  papers: several(ref('paper'), 2, 2),
  days: several(
    z.strictObject({ span: text('the days'), items: several(text('a thing to do'), 3, 5) }),
    3,
    3,
  ),
  ...COMMON,
});
export type RoleData = z.infer<typeof schema>;

/** Addresses of the case, talks and papers of a role. */
export const practiceOf = (data: RoleData) => ({
  case: [`cases/${data.case}/`],
  talks: data.talks.map((talk) => `talks/${talk}/`),
  papers: data.papers.map((paper) => `papers/${paper}/`),
});

/** Headings of the page by id; its files have the same. */
export const parts = {
  way: 'Your way through',
  practice: 'To practice',
  days: 'Your first 90 days',
} as const;

/** `src/content/roles/<slug>.yaml`: a way through the site for a role. */
export const role = kindContent<RoleData>({
  extension: 'yaml',
  schema,
  about:
    'An order through the lessons for your job, with a case, two talks, two papers and a list for the first 90 days.',
  parts,
  addresses: (data) => ({ way: data.way.map(({ to }) => to), ...practiceOf(data) }),
  wayIn: true,
  markdown: ({ audience, way, days }) => [
    paragraph(audience),
    heading(2, parts.way),
    list(
      way.map(({ to, why }) => [`${to}: ${why}`]),
      true,
    ),
    heading(2, parts.days),
    ...days.flatMap(({ span, items }) => [heading(3, span), list(items.map((item) => [item]))]),
  ],
});
