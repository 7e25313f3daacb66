// Puts the first picture into the page's file: rendered without a browser, with the styles it needs, so that it is painted
// before any script has come. The same sources give the same bytes.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, loadConfigFromFile, minifySync } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'node_modules/.cache/first-picture');

/** What the page's own build does to classes. */
const ofClasses = new Set(['short-classes', 'sheets-without-lists']);

/** Style sheets much of which the first picture has no need of, and what loads second is the first to need. */
const ofLater = ['lesson/lesson', 'lesson/marks'].map((name) => join(root, `src/ui/${name}.module.css`));

const classesIn = (text) => Array.from(text.matchAll(/\.([A-Za-z][\w-]*)/g), ([, name]) => name);

/** Renders the page; `mayComeLater` are the classes without which it is shown as well. */
export async function renderFirstPicture() {
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, undefined, root);
  const { generateScopedName } = config.plugins
    .flat()
    .find((plugin) => plugin?.name === 'short-classes')
    .config().css.modules;
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: config.define,
    plugins: config.plugins.flat().filter((plugin) => ofClasses.has(plugin?.name)),
    build: {
      ssr: join(root, 'src/firstPicture/picture.ts'),
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      // All in one, so that nothing is waited for but the page itself.
      rolldownOptions: { output: { codeSplitting: false, entryFileNames: 'picture.mjs' } },
    },
  });
  const { picture } = await import(`${pathToFileURL(join(folder, 'picture.mjs'))}?${Date.now()}`);
  const used = usedClasses(picture.page + picture.phone);
  const declared = ofLater.flatMap((file) =>
    classesIn(readFileSync(file, 'utf8')).map((name) => generateScopedName(name, file)),
  );
  return { ...picture, mayComeLater: new Set(declared.filter((name) => !used.has(name))) };
}

function usedClasses(html) {
  const classes = html.matchAll(/ class=(?:"([^"]*)"|([^ >]*))/g);
  return new Set(Array.from(classes, ([, many, one]) => (many ?? one).split(' ')).flat());
}

const textOf = (name) => readFileSync(join(root, 'scripts/firstPicture', name), 'utf8');
/** Without what only its readers need. */
const styleOf = (name) =>
  textOf(name)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};>,]) ?/g, '$1')
    .trim();
const scriptOf = (name) => minifySync(name, textOf(name), { module: false }).code.trim();

const classIn = (name) => new RegExp(`\\.${name}(?![\\w-])`);

/** What is styled later only would jump. */
function checkStyles(picture, styles, later) {
  const used = usedClasses(picture);
  const missing = [...used].filter((name) => !classIn(name).test(styles) && classIn(name).test(later));
  if (missing.length > 0)
    throw new Error(`The first picture has no styles of .${missing.join(', .')}: see src/ui/takeOver.ts.`);
}

/**
 * The page's file with the first picture in it.
 * @param html as it was built
 * @param sheets the text of the style sheets that it links to
 * @param later the text of those that come later
 * @param file the sheet for where a policy forbids styles in the page's file
 */
export function withFirstPicture(html, { page, phone }, sheets = '', later = '', file = null) {
  const styles = [sheets];
  const scripts = [];
  const rest = html
    .replace(/\s*<link rel="stylesheet"[^>]*>/g, '')
    .replace(/\s*<style[^>]*>([\s\S]*?)<\/style>/g, (_, text) => {
      styles.push(text);
      return '';
    })
    // A script that is written in the file itself must not stand before what is to be seen.
    .replace(/\s*<script type="module"[^>]*>[\s\S]+?<\/script>/g, (script) => {
      scripts.push(script.trim());
      return '';
    });
  const css = styles.join('').trim();
  checkStyles(page + phone, css, later);
  const place = '<div id="root"></div>';
  if (!rest.includes(place)) throw new Error('The page has no root.');
  return rest
    .replace(
      '</head>',
      () =>
        `  <script>${scriptOf('mark.js')}</script>\n    <style${file === null ? '' : ` data-file="${file}"`}>${css}${styleOf('early.css')}</style>\n  </head>`,
    )
    .replace(
      place,
      () =>
        `<div id="root">${page.replace('>', ' hidden>')}</div><template>${phone}</template><script>${scriptOf('early.js')}</script>`,
    )
    .replace('</body>', () => `${scripts.join('\n')}\n  </body>`);
}
