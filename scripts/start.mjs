// `npm start`: installs what is missing, builds the site with its search index, and serves it.
import { createServer } from 'node:net';
import { ensureInstalled, run } from './setup.mjs';

const port = Number(process.env.PORT ?? 4321);
const base = process.env.BASE_PATH ?? '/';

/** Whether nothing listens on the port, on IPv4 or IPv6. */
function isFree(host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE'));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}

if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT=${process.env.PORT} is no port. Choose a number from 1 to 65535.`);
  process.exit(1);
}
if (!(await isFree('127.0.0.1')) || !(await isFree('::1'))) {
  console.error(
    `Port ${port} is in use. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
  );
  process.exit(1);
}
ensureInstalled();
console.log('Building the site; this takes a minute or two ...');
const code = run('npm', ['run', '--silent', 'build'], {
  SITE_URL: process.env.SITE_URL || `http://localhost:${port}`,
});
if (code !== 0) process.exit(code);
console.log(`\nBlueprint & Build is at http://localhost:${port}${base}  (Ctrl+C stops it)\n`);
process.exitCode = run('npm', ['run', '--silent', 'preview', '--', '--port', String(port)]);
