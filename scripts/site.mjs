// npm run site: what a static host serves, in site/: the lab of this version under /vX.Y/ and /latest/, and a page that
// leads there. What other versions have put there stays.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runNode } from './run.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The hash by which a page can hold a script to what it was. */
export const integrityOf = (text) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** Served to everyone, and allowed in frames everywhere; read by Netlify, Cloudflare Pages, and their like. */
const headers = `/*
  Access-Control-Allow-Origin: *
  Cross-Origin-Resource-Policy: cross-origin
  X-Content-Type-Options: nosniff
`;

const landing = (folder, integrity) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Minibatch Lab</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<style>
body { max-inline-size: 1280px; margin: 0 auto; padding: 16px; font: 1rem/1.5 system-ui, sans-serif; }
nav { display: flex; flex-wrap: wrap; gap: 4px 24px; margin-block: 16px; }
code { overflow-wrap: anywhere; }
</style>
<script type="module" src="${folder}/embed.js" integrity="${integrity}" crossorigin></script>
</head>
<body>
<h1>Minibatch Lab</h1>
<minibatch-lab src="${folder}/index.html" title="Minibatch Lab"></minibatch-lab>
<nav aria-label="More">
<a href="latest/">Open it by itself</a>
<a href="${folder}/minibatch-lab.html" download>One file, for use without a network</a>
<a href="${folder}/gallery.html">Gallery</a>
<a href="${folder}/reference.html">Reference</a>
<a href="${folder}/answers.html">Answers of a class</a>
<a href="${folder}/embed.html">In a page of your own</a>
<a href="${folder}/schema.json">Schema</a>
</nav>
<p>In a course page: <code>&lt;script type="module" src="…/${folder}/embed.js" integrity="${integrity}" crossorigin&gt;&lt;/script&gt;
&lt;minibatch-lab src="…/${folder}/index.html"&gt;&lt;/minibatch-lab&gt;</code></p>
</body>
</html>
`;

/** Puts the lab that was built in \`built\` into the site. Resolves to the folder of its version. */
export function writeSite(built, site, version) {
  const folder = `v${version.split('.').slice(0, 2).join('.')}`;
  for (const name of [folder, 'latest']) {
    rmSync(join(site, name), { recursive: true, force: true });
    mkdirSync(join(site, name), { recursive: true });
    cpSync(built, join(site, name), { recursive: true });
  }
  const integrity = integrityOf(readFileSync(join(built, 'embed.js')));
  writeFileSync(join(site, folder, 'integrity.txt'), `embed.js ${integrity}\n`);
  writeFileSync(join(site, 'index.html'), landing(folder, integrity));
  writeFileSync(join(site, '_headers'), headers);
  // Without it GitHub Pages leaves out what begins with an underscore.
  writeFileSync(join(site, '.nojekyll'), '');
  return folder;
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) {
  const code = await runNode([join(root, 'scripts/build.mjs')], { quiet: true });
  if (code !== 0) throw new Error('The lab could not be built.');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = writeSite(join(root, 'dist'), join(root, 'site'), version);
  console.log(`site/ is ready to be served: ${folder}/, latest/, and index.html`);
}
