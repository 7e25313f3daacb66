import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from './serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'minibatch-serve-'));
let server;

beforeAll(async () => {
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist/index.html'), '<p>page</p>');
  writeFileSync(join(folder, 'dist/assets/page.js'), 'export {};');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'dist/link.txt'));
  server = await serve(join(folder, 'dist'), { port: 0 });
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Sends the path as it stands; fetch would tidy the dots away. */
function ask(path, method = 'GET') {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: server.port, path, method, agent: false }, (response) => {
      let body = '';
      response.on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    outgoing.on('error', reject).end();
  });
}

test('a folder answers with its page, readable from any origin', async () => {
  const { status, headers, body } = await ask('/?embed=1');
  expect([status, body]).toEqual([200, '<p>page</p>']);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['access-control-allow-origin']).toBe('*');
});

test('a script has the type a module needs', async () => {
  expect((await ask('/assets/page.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/../../secret.txt',
  '/link.txt',
  '/index.html%00.txt',
  '/%',
  '/absent.js',
])('%s is not found', async (path) => {
  const { status, body } = await ask(path);
  expect(status).toBe(404);
  expect(body).not.toContain('secret');
});

test('HEAD has no body, and nothing can be written', async () => {
  expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
  expect((await ask('/', 'PUT')).status).toBe(405);
});

test('a port that is taken is an error, or the next one is searched', async () => {
  await expect(serve(folder, { port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const other = await serve(folder, { port: server.port, search: true });
  expect(other.port).toBeGreaterThan(server.port);
  other.close();
});
