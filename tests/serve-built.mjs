// Serves a built site as a host does that follows docs/deploy.md: node tests/serve-built.mjs FOLDER PORT
import { createServer } from 'node:http';
import { argv } from 'node:process';
import sirv from 'sirv';

const [folder, port] = argv.slice(2);
/** Files that carry a hash in their name. */
const KEPT = /\/(?:_astro|pagefind\/(?:index|fragment|filter))\//;

const send = sirv(folder, {
  etag: true,
  setHeaders: (response, path) => {
    response.setHeader(
      'Cache-Control',
      KEPT.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    );
  },
});
createServer((request, response) => {
  send(request, response, () => {
    response.writeHead(404).end('Not found');
  });
}).listen(Number(port), 'localhost');
