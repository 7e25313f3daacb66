import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { allAtOnce } from './scripts/allAtOnce.ts';
import { privateNames } from './scripts/privateNames.ts';
import { shortClasses, shortNames } from './scripts/shortClasses.ts';
import { shortExports } from './scripts/shortExports.ts';
import { shortPreload } from './scripts/shortPreload.ts';
import { slimReactDom } from './scripts/slimReact.ts';
import { slimZoom } from './scripts/slimZoom.ts';
import { workerScripts } from './scripts/workerScripts.ts';

const target = ['chrome120', 'firefox128', 'safari17.4'];

const file = (path: string): string => fileURLToPath(new URL(`src/${path}.ts`, import.meta.url));

const source = fileURLToPath(new URL('src', import.meta.url));

const workers = ['training', 'whole', 'network', 'task', 'lesson'].map((name) => file(`worker/${name}.worker`));

/** What a page at rest needs of the training is the problems it can open with, and plain descent. */
const later = {
  registries: ['optimizers', 'problems', 'losses', 'models', 'schedules'].map((name) => file(`training/${name}/index`)),
  first: [
    'optimizers/sgd',
    'problems/lineFit',
    'problems/tugOfWar',
    'losses/mse',
    'losses/identity',
    'models/line',
    'models/location',
    'schedules/constant',
  ].map((name) => file(`training/${name}`)),
  lists: [
    'optimizers/laterPrograms',
    'objective/fused/laterSteps',
    'objective/surfaces/laterFills',
    'run/laterLayers',
    'run/laterNetworks',
  ].map((name) => file(`training/${name}`)),
  copied: ['objective/noiseFactor', 'run/startPlane'].map((name) => file(`training/${name}`)),
  filling: file('training/whole'),
};

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

const isSingle = (mode: string): boolean => mode === 'single' || mode === 'answers';

// scripts/build.mjs builds as files for a web server, in the mode `single` as one file, and in the mode `answers` the page
// that reads answers, which is one file as well.
export default defineConfig(({ mode }) => ({
  // Relative, so that the page runs from any folder of any server.
  base: './',
  define: { 'import.meta.env.VITE_VERSION': JSON.stringify(version) },
  plugins: [
    workerScripts(source, workers, target, later, isSingle(mode)),
    shortClasses(shortNames(source)),
    privateNames(),
    shortExports(),
    shortPreload(),
    slimReactDom(source),
    slimZoom(),
    react(),
    isSingle(mode) && allAtOnce(),
    isSingle(mode) && viteSingleFile({ removeViteModuleLoader: true }),
  ],
  build: {
    target,
    // The lists of what each later part needs in its turn would be 3 kB of the first files; a part asks for that itself.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, needed) => needed.filter((name) => name.endsWith('.css')),
    },
    reportCompressedSize: false,
    copyPublicDir: !isSingle(mode),
    rolldownOptions: {
      ...(mode === 'answers' && { input: 'answers.html' }),
      output: {
        // One file with all that the first picture needs and one with what comes right after it: parts packed together
        // are smaller. Every other view has a file of its own.
        codeSplitting: {
          groups: [
            { name: 'page', tags: ['$initial'], priority: 1 },
            { name: 'second', test: /src[\\/]ui[\\/]Views\.tsx$/ },
            // What only a run shows: of weight space, which needs nothing of the second file, and of what stands beside it.
            { name: 'run', test: /src[\\/]ui[\\/]run[\\/]parts\.ts$/, priority: 0.6 },
            // What would otherwise come one after the other, each asking for the next: what reads a link, with the rest of
            // the training, which every link may name; and what shows an open question. Before them what others share.
            { name: 'near', test: /src[\\/](lab[\\/]nearMiss|training[\\/]quoted)\.ts$/, priority: 0.5 },
            { name: 'lessons', test: /src[\\/]ui[\\/]lesson[\\/]LessonSelect\.tsx$/, priority: 0.4 },
            {
              name: 'whole',
              test: /src[\\/](training[\\/]whole|worker[\\/]whole\.worker|lab[\\/]plane(Finder|Question))\.ts/,
              priority: 0.3,
            },
            { name: 'link', test: /src[\\/](lab[\\/]linkTo|embed[\\/]host)\.ts$/ },
            {
              name: 'question',
              test: /src[\\/](lab[\\/]lessonCourse\.ts|ui[\\/]lesson[\\/](Guide|TakeAlong|LessonMarks|PlaceMarks)\.tsx)$/,
            },
            { name: 'numbers', test: /src[\\/]ui[\\/]run[\\/]beside\.ts$/ },
          ],
        },
      },
    },
  },
}));
