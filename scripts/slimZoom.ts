// d3's zoom without the flights from one view to another that it could make: nothing here asks for one, and a double click,
// which would, is told to do something else.

import type { Plugin } from 'vite';

/** What zoom asks these packages for, and what stands in its place: whoever asks for more learns of it from the build. */
const stands: Readonly<Record<string, string>> = {
  // Ends the flight under way.
  'd3-transition': 'export const interrupt = () => undefined;',
  'd3-interpolate': 'export const interpolateZoom = undefined;',
};

const suffix = '?without-flights';

export const slimZoom = (): Plugin => ({
  name: 'slim-zoom',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id, importer = '') =>
    id in stands && (id === 'd3-transition' || importer.includes('/d3-zoom/'))
      ? { id: `${id}${suffix}`, moduleSideEffects: false }
      : null,
  load: (id) => (id.endsWith(suffix) ? (stands[id.slice(0, -suffix.length)] ?? null) : null),
});
