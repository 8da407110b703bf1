// Serves a built site like a host configured after docs/deploy.md: node tests/support/serve-built.ts FOLDER PORT BASE
import { createServer } from 'node:http';
import sirv from 'sirv';
import { isHashed } from '../../src/offline/files.ts';
import { withoutBase } from '../../src/utils/paths.ts';
import { IMMUTABLE, REVALIDATE } from '../../src/components/site/security.ts';

const [folder = 'dist', port = '4401', base = '/'] = process.argv.slice(2);
const send = sirv(folder, {
  etag: true,
  setHeaders: (response, path) => {
    response.setHeader(...(isHashed(withoutBase(base, path)) ? IMMUTABLE : REVALIDATE));
  },
});
createServer((request, response) => {
  send(request, response, () => {
    response.writeHead(404).end('Not found');
  });
}).listen(Number(port), 'localhost');
