// A static server for the built page: node scripts/serve.mjs [folder] [port]
import { createReadStream, realpathSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The file under root that a request's path names, or undefined where there is none or it lies outside. */
async function fileOf(root, requestPath) {
  try {
    const path = decodeURIComponent(requestPath.replace(/[?#].*$/s, ''));
    let file = resolve(join(root, path));
    if ((await stat(file)).isDirectory()) file = join(file, 'index.html');
    // Asked of the real path, so that neither `..` nor a symbolic link leads outside.
    const real = await realpath(file);
    const { size } = await stat(real);
    return real.startsWith(root + sep) ? { file: real, size } : undefined;
  } catch {
    return undefined;
  }
}

async function answer(root, request, response) {
  // Any origin may read: a sandboxed frame has the origin `null`, and its module scripts are fetched with CORS.
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
  };
  const refuse = (status, text) => {
    response.writeHead(status, { ...headers, 'Content-Type': types['.txt'] }).end(`${text}\n`);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    headers.Allow = 'GET, HEAD';
    return refuse(405, 'Only GET and HEAD are served.');
  }
  const found = await fileOf(root, request.url ?? '/');
  if (found === undefined) return refuse(404, 'Not found.');
  const type = types[extname(found.file).toLowerCase()] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': found.size });
  if (request.method === 'HEAD') return response.end();
  createReadStream(found.file)
    .on('error', () => response.destroy())
    .pipe(response);
}

function listen(server, port, host) {
  return new Promise((fulfil, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => fulfil(server.address().port));
  });
}

/** Listens on the one port at every given address; `localhost` is 127.0.0.1 for some programs and ::1 for others. */
async function open(root, port, hosts) {
  const servers = [];
  let taken = port;
  try {
    for (const host of hosts) {
      const server = createServer((request, response) => answer(root, request, response));
      try {
        taken = await listen(server, taken, host);
        servers.push(server);
      } catch (error) {
        // A machine without IPv6 has no ::1 to listen at.
        if (host !== '::1' || !['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(error.code)) throw error;
      }
    }
  } catch (error) {
    for (const server of servers) server.close();
    throw error;
  }
  const close = () => {
    for (const server of servers) server.close();
  };
  return { port: taken, close };
}

/**
 * Serves the folder and resolves to { port, close }. Takes the given port or, where `search` is true, the next free
 * one of the twenty that follow. HOST names another address to listen at than this machine's own.
 */
export async function serve(folder, { port = 4173, search = false } = {}) {
  const root = await realpath(folder);
  const hosts = process.env.HOST ? [process.env.HOST] : ['127.0.0.1', '::1'];
  for (let candidate = port; ; candidate++) {
    try {
      return await open(root, candidate, hosts);
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || !search || candidate >= port + 20) throw error;
    }
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const [folder = 'dist', port = '4173'] = process.argv.slice(2);
  const server = await serve(folder, { port: Number(port) });
  console.log(`http://localhost:${server.port}/`);
}
