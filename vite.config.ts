import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const target = ['chrome120', 'firefox128', 'safari17.4'];

const suffix = '?source';
const asksForSource = { id: /\?source$/ };

/**
 * `import { source } from './x.ts?source'` gives that module and all it imports, bundled into one classic script, as
 * text. A worker made from it starts where neither a module worker nor one with an address of its own does.
 */
function sourceText(): Plugin {
  return {
    name: 'source-text',
    enforce: 'pre',
    resolveId: {
      filter: asksForSource,
      async handler(id, importer) {
        const resolved = await this.resolve(id.slice(0, -suffix.length), importer, { skipSelf: true });
        return resolved === null ? null : `${resolved.id}${suffix}`;
      },
    },
    load: {
      filter: asksForSource,
      async handler(id) {
        const built = await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          build: {
            write: false,
            target,
            lib: { entry: id.slice(0, -suffix.length), formats: ['iife'], name: 'source' },
          },
        });
        if (!Array.isArray(built)) throw new Error('The script was not built once and for all.');
        const [chunk] = built[0]!.output;
        for (const module of chunk.moduleIds) this.addWatchFile(module);
        return `export const source = ${JSON.stringify(chunk.code)};`;
      },
    },
  };
}

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

// scripts/build.mjs builds twice: as files for a web server, and in the mode `single` as one file.
export default defineConfig(({ mode }) => ({
  // Relative, so that the page runs from any folder of any server.
  base: './',
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
  plugins: [sourceText(), react(), mode === 'single' && viteSingleFile({ removeViteModuleLoader: true })],
  build: {
    target,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    copyPublicDir: mode !== 'single',
  },
}));
