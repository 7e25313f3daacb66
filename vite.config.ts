import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

// scripts/build.mjs builds twice: as files for a web server, and in the mode `single` as one file.
export default defineConfig(({ mode }) => ({
  // Relative, so that the page runs from any folder of any server.
  base: './',
  plugins: [react(), mode === 'single' && viteSingleFile({ removeViteModuleLoader: true })],
  // A module worker made from a blob does not start in a sandboxed frame or from a file; a classic one does.
  worker: { format: 'iife' },
  build: {
    target: ['chrome120', 'firefox128', 'safari17.4'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    copyPublicDir: mode !== 'single',
  },
}));
