// The gallery as one page: links that are ready to be used, each with a picture of its run. Built, it is
// dist/gallery.html.

import { drawIsolines } from '../drawing/contours.ts';
import type { Layer } from '../drawing/marks.ts';
import type { Palette } from '../drawing/palette.ts';
import { linearScale } from '../drawing/scale.ts';
import { ownPath, type PathStyle, pathLayer } from '../drawing/scenePath.ts';
import { discShape, Shape, shapeOf } from '../drawing/shape.ts';
import { contourLevels, levelCount, traceIsolines } from '../drawing/tracing/isolines.ts';
import { lossScale } from '../drawing/tracing/lossScale.ts';
import { createViewport } from '../drawing/viewport.ts';
import { escaped } from '../embed/markup.ts';
import { pictureRoom, pictureSvg } from '../export/picture.ts';
import { parseBeside } from '../lab/compare/beside.ts';
import { configOf } from '../lab/compare/contender.ts';
import { defaultView } from '../lab/defaults.ts';
import { parseLink } from '../lab/url.ts';
import { shownView } from '../lab/view.ts';
import { networkObjective } from '../training/objective/networkObjective.ts';
import { hasLayers } from '../training/run/configuration.ts';
import { stepColumn } from '../training/run/log.ts';
import { giveNetworks } from '../training/run/networks.ts';
import type { Hyperparameters, RunConfig } from '../training/run/run.ts';
import { Trainer } from '../training/run/trainer.ts';
import { type GalleryLink, galleryLinks } from './galleryLinks.ts';
import { pageStyle } from './pageParts.ts';

const aspect = 1.6;

/** The first steps of a run, each with the weights before it. */
function stepsOf(config: RunConfig, hyperparameters: Hyperparameters, count: number) {
  const trainer = new Trainer();
  trainer.start(config);
  return trainer.advance({ steps: count, milliseconds: Number.POSITIVE_INFINITY, stepLimit: count, hyperparameters })
    .steps;
}

/** The loss over both weights, with the paths of the run and of those beside it. */
function pathLayers({ hash, shows = hash, steps }: GalleryLink): readonly Layer[] {
  const { config, hyperparameters, beside = {} } = parseLink(shows);
  const { plot } = pictureRoom(aspect);
  const view = shownView(defaultView(config), aspect);
  const viewport = createViewport(view, plot);
  const trainer = new Trainer();
  const { start } = trainer.start(config);
  const surface = trainer.surface({ domain: view, columns: 96, rows: 60 });
  const lines = traceIsolines(surface, contourLevels(lossScale(surface), levelCount));
  const rivals = parseBeside(beside, config).rivals.map((rival) => ({ ...rival, config: configOf(rival, config) }));
  const runs = [{ config, hyperparameters }, ...rivals];
  const paths = runs.map((run, place) => {
    const taken = stepsOf(run.config, run.hyperparameters, steps);
    const [first, second] = [stepColumn(taken, 'w1'), stepColumn(taken, 'w2')];
    const style: PathStyle = place === 0 ? ownPath : { ...ownPath, colour: 'contender-b' };
    return pathLayer(viewport, { x: first, y: second }, style);
  });
  const [across, up] = [viewport.x(start[0]), viewport.y(start[1])];
  return [
    {
      marks: [
        { kind: 'shape', shape: shapeOf((pen) => drawIsolines(pen, viewport, lines)), stroke: 'contour', width: 1 },
      ],
    },
    ...paths,
    { marks: [{ kind: 'shape', shape: discShape(across, up, 6), fill: 'weights' }] },
  ];
}

/** The loss of each step's batch. */
function lossLayers({ hash, steps }: GalleryLink): readonly Layer[] {
  const { config, hyperparameters } = parseLink(hash);
  const { plot } = pictureRoom(aspect);
  const losses = stepColumn(stepsOf(config, hyperparameters, steps), 'batchLoss');
  const x = linearScale([0, losses.length - 1], [plot.left, plot.right]);
  const y = linearScale([0, Math.max(...losses)], [plot.bottom, plot.top]);
  const line = new Shape();
  losses.forEach((loss, step) => {
    if (step === 0) line.moveTo(x(step), y(loss));
    else line.lineTo(x(step), y(loss));
  });
  return [{ marks: [{ kind: 'shape', shape: line, stroke: 'batch', width: 2 }] }];
}

/** The picture of a link as an SVG document, in the colours of the light theme. */
function pictureOfLink(link: GalleryLink, palette: Palette): string {
  const isNetwork = hasLayers(parseLink(link.hash).config);
  const what = isNetwork ? 'Loss of each batch, from 0 up' : 'Loss over both weights';
  const title = link.steps === 0 ? what : `${what}, ${link.steps} steps`;
  const layers = isNetwork ? lossLayers(link) : pathLayers(link);
  return pictureSvg({ title, palette, layers, plot: pictureRoom(aspect).plot, image: () => null });
}

const galleryStyle = `ul{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,320px),1fr));gap:32px 24px;padding:0;list-style:none}
img{display:block;inline-size:100%;block-size:auto;border:1px solid var(--line)}h2{margin-block:8px 0;font-size:1.125rem}p{margin-block:4px}`;

function itemOf(link: GalleryLink, palette: Palette): string {
  const picture = `data:image/svg+xml,${encodeURIComponent(pictureOfLink(link, palette))}`;
  return `<li><a href="index.html${escaped(link.hash)}"><img src="${escaped(picture)}" width="720" height="485" alt="" loading="lazy">
<h2>${escaped(link.title)}</h2></a><p>${escaped(link.sentence)}</p></li>`;
}

/** The whole page. @param css the style sheet that has the palette */
export function galleryPage(version: string, css: string): string {
  giveNetworks(networkObjective);
  const light = [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}),/g)].map(([, name, colour]) => [name, colour]);
  const palette = Object.fromEntries(light) as Palette;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Minibatch Lab ${version}: gallery</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><style>${pageStyle}
${galleryStyle}</style></head>
<body><h1>Minibatch Lab ${version}: gallery</h1>
<p>Runs to begin a lesson with. What a link says is in the <a href="reference.html">reference</a>.</p>
<ul>
${galleryLinks.map((link) => itemOf(link, palette)).join('\n')}
</ul>
</body></html>
`;
}
