// Docusaurus with the settings of its classic template, without a blog, with the local search that its manual recommends.
export default {
  title: 'Blueprint & Build',
  url: 'https://blueprint.example',
  baseUrl: '/',
  favicon: 'favicon.svg',
  future: { v4: true },
  onBrokenLinks: 'throw',
  presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: './sidebars.mjs' }, blog: false }]],
  themes: [
    ['@easyops-cn/docusaurus-search-local', { hashed: true, docsRouteBasePath: '/', indexBlog: false }],
  ],
  themeConfig: { navbar: { title: 'Blueprint & Build' } },
};
