// The ways into other pages, built beside the lab: embed.js, the package (dist/package), the notebook widget
// (dist/anywidget), and what is written from the declarations of the fields (schema.json, reference.html, gallery.html).
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, runnerImport } from 'vite';
import { runNode } from './run.mjs';

const target = ['chrome120', 'firefox128', 'safari17.4'];

/** What all of these builds have in common: one quiet build of these entries into this folder. */
const bundle = (root, page, { folder, entries, output, ...rest }) =>
  build({
    root,
    configFile: false,
    logLevel: 'warn',
    define: { __MINIBATCH_LAB_PAGE__: JSON.stringify(page) },
    build: {
      target,
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      // As a library: whoever loads a part of it knows best when.
      lib: { entry: entries, formats: [output.format], name: 'MinibatchLab' },
      rolldownOptions: {
        external: ['react', /embed-home\.js$/],
        output,
      },
      ...rest,
    },
  });

/** @param folder where the lab itself was built to */
export async function buildDoors(root, folder, version) {
  const page = readFileSync(join(folder, 'minibatch-lab.html'), 'utf8');
  const source = (name) => join(root, 'src/doors', name);
  await bundle(root, page, {
    folder,
    entries: { embed: source('embed.ts') },
    output: { format: 'iife', entryFileNames: '[name].js', codeSplitting: false },
  });
  const packageFolder = join(folder, 'package');
  await bundle(root, page, {
    folder: packageFolder,
    entries: {
      mount: source('mount.ts'),
      element: source('element.ts'),
      react: source('react.ts'),
      messages: source('messages.ts'),
    },
    output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    minify: false,
  });
  await bundle(root, page, {
    folder: join(folder, 'anywidget'),
    entries: { widget: source('widget.ts') },
    output: { format: 'es', entryFileNames: '[name].mjs', codeSplitting: false },
  });
  await writeDeclared(root, folder, version);
  await writeTypes(root, packageFolder);
}

/** Runs a module of the sources, and gives what it exports. */
const load = async (root, file) =>
  (await runnerImport(join(root, 'src/doors', file), { configFile: false, root, logLevel: 'warn' })).module;

async function writeDeclared(root, folder, version) {
  const { schemaOf } = await load(root, 'schema.ts');
  const { referencePage } = await load(root, 'reference.ts');
  writeFileSync(join(folder, 'reference.html'), referencePage(version));
  const { galleryPage } = await load(root, 'gallery.ts');
  const css = readFileSync(join(root, 'src/ui/theme.css'), 'utf8');
  writeFileSync(join(folder, 'gallery.html'), galleryPage(version, css));
  const schema = JSON.stringify(schemaOf(version), null, 2);
  writeFileSync(join(folder, 'schema.json'), `${schema}\n`);
  writeFileSync(
    join(folder, 'package/schema.js'),
    `// The JSON Schema of links, wishes, and messages.\nexport const schema = ${schema};\n`,
  );
}

const schemaTypes = `/** The JSON Schema of links, wishes, and messages. */
export declare const schema: {
  readonly $schema: string;
  readonly version: string;
  readonly $defs: Readonly<Record<'settings' | 'state' | 'wishes' | 'request', Readonly<Record<string, unknown>>>>;
};
`;

/** The types of the package, each beside its module. */
async function writeTypes(root, folder) {
  mkdirSync(folder, { recursive: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const code = await runNode([compiler, '-p', join(root, 'tsconfig.package.json'), '--outDir', folder]);
  if (code !== 0) throw new Error('The types of the package could not be written.');
  for (const name of readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.d.ts'))) {
    const file = join(folder, name);
    // The compiler rewrites the endings of modules alone.
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(from '\.{1,2}\/[\w/-]+)\.ts'/g, "$1.js'"));
  }
  writeFileSync(join(folder, 'schema.d.ts'), schemaTypes);
  // Of types nothing remains.
  writeFileSync(join(folder, 'messages.js'), 'export {};\n');
}
