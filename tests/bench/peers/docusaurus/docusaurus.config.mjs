// Docusaurus with the settings of its classic template, without a blog, with the local search that its manual recommends.
export default {
  title: 'Blueprint & Build',
  url: 'https://blueprint.example',
  baseUrl: '/',
  favicon: 'favicon.svg',
  future: { v4: true },
  // Plain Markdown, as the lessons are.
  markdown: { format: 'md' },
  onBrokenLinks: 'throw',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
  themes: [
    ['@easyops-cn/docusaurus-search-local', { hashed: true, docsRouteBasePath: '/', indexBlog: false }],
  ],
  themeConfig: { navbar: { title: 'Blueprint & Build' } },
};
