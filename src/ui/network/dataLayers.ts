// What a network predicts, as marks for data space: a map with the line on which it decides, or a curve, and the examples
// that it takes for another class.

import { meanTarget } from '../../drawing/examples.ts';
import { heightRaster, meanMarks } from '../../drawing/heightMap.ts';
import type { Mark } from '../../drawing/marks.ts';
import type { Palette } from '../../drawing/palette.ts';
import { classTables, decisionMarks, predictionImage, predictionRaster } from '../../drawing/predictionMap.ts';
import type { Frame } from '../../drawing/scene.ts';
import { wrongMarks } from '../../drawing/sceneClasses.ts';
import { litMarks, type Places, predictedMarks, predictionMarks } from '../../drawing/sceneData.ts';
import { signedTables } from '../../drawing/unitMaps.ts';
import type { Viewport } from '../../drawing/viewport.ts';
import { isReached } from '../../lab/phasePlace.ts';
import type { LabState } from '../../lab/store.ts';
import type { Examples } from '../../training/examples.ts';
import type { Network } from '../../training/network/network.ts';
import type { MapsReply } from '../../training/run/dataMaps.ts';
import { hasOneFeature } from '../plots/dataScene.ts';
import { hasGround } from './useDataMaps.ts';

export interface DataFrame extends Frame {
  readonly palette: Palette;
}

export interface DataLayer {
  /** The parts of the state that it depends on. */
  readonly shown: readonly (keyof LabState)[];
  marks(frame: DataFrame, state: LabState, network: Network): readonly Mark[];
}

const placesIn = ({ config }: LabState, { x1, x2, y, count }: Examples, network: Network): Places => ({
  x: x1,
  y: hasOneFeature(config, network) ? y : x2,
  count,
});

/** What the network predicts is known once a step has been through the last layer. */
const isPredicted = (state: LabState, { layout }: Network): boolean =>
  isReached(state, { phase: 'forward', layer: layout.layers.length - 1 });

function mapIn(state: LabState, network: Network): MapsReply | null {
  const map = state.maps.prediction;
  if (map === undefined || !isPredicted(state, network)) return null;
  const { columns, rows } = map.grid;
  // That of another network waits for its own.
  const isOurs = map.layers[network.layout.layers.length]?.length === network.outputs * columns * rows;
  return isOurs && rows > 1 === hasGround(state.config, network) ? map : null;
}

/** What `make` gives, made once for each palette: to make tables takes long, and while a run goes on maps come by the frame. */
function oncePerPalette<Tables>(make: (palette: Palette) => Tables): (palette: Palette) => Tables {
  const made = new WeakMap<Palette, Tables>();
  return (palette) => {
    const tables = made.get(palette) ?? make(palette);
    made.set(palette, tables);
    return tables;
  };
}

const groundsOf = oncePerPalette(classTables);
const sidesOf = oncePerPalette(signedTables);

/** Under the examples. */
export const underExamples: DataLayer = {
  shown: ['maps', 'examples', 'phase', 'phaseLayer'],
  marks({ viewport, palette }, state, network) {
    const map = mapIn(state, network);
    if (map === null || !hasGround(state.config, network)) return [];
    if (network.spec.classes === 0) return heights(viewport, palette, map, state);
    const raster = predictionRaster(network, map, groundsOf(palette));
    return [predictionImage(viewport, map, raster), ...decisionMarks(viewport, network, map)];
  },
};

/** Over the examples and the batch. */
export const overExamples: DataLayer = {
  shown: ['detail', 'examples', 'test', 'maps', 'phase', 'phaseLayer', 'litExample', 'chosenExample'],
  marks(frame, state, network) {
    const { examples, litExample, chosenExample } = state;
    const isChosen =
      litExample === null && chosenExample !== null && examples !== null && chosenExample < examples.count;
    const places = examples === null ? null : placesIn(state, examples, network);
    return [
      ...(hasGround(state.config, network) ? wrong(frame, state, network) : curve(frame, state, network)),
      ...(isChosen && places !== null
        ? litMarks(frame, [places.x[chosenExample], places.y[chosenExample]], examples.count, null)
        : []),
    ];
  },
};

function heights(viewport: Viewport, palette: Palette, map: MapsReply, { examples }: LabState): readonly Mark[] {
  if (examples === null) return [];
  const mean = meanTarget(examples);
  const raster = heightRaster(map, mean, sidesOf(palette));
  return [predictionImage(viewport, map, raster), ...meanMarks(viewport, map, mean)];
}

function wrong(frame: DataFrame, state: LabState, network: Network): readonly Mark[] {
  const { examples, test, detail } = state;
  const decisions = detail?.decisions ?? null;
  if (decisions === null || !isPredicted(state, network)) return [];
  const total = (examples?.count ?? 0) + (test?.count ?? 0);
  const crosses = (of: Examples | null, isWrong: Uint8Array | null): readonly Mark[] =>
    of === null || isWrong === null ? [] : wrongMarks(frame, placesIn(state, of, network), isWrong, total);
  return [...crosses(test, decisions.wrongTest), ...crosses(examples, decisions.wrong)];
}

/** The network's function, and before the loss is taken where the batch stands on it. */
function curve(frame: DataFrame, state: LabState, network: Network): readonly Mark[] {
  const { detail, examples } = state;
  if (detail === null || examples === null || !isPredicted(state, network)) return [];
  const x = Array.from(detail.batch, (index) => examples.x1[index]);
  const rings = isReached(state, { phase: 'loss' }) ? [] : predictedMarks(frame, x, detail.prediction, examples.count);
  const map = mapIn(state, network);
  if (map === null) return rings;
  const { columns, view } = map.grid;
  const [low, high] = view.x;
  const at = Float64Array.from({ length: columns }, (_, column) => low + ((column + 0.5) / columns) * (high - low));
  return [...predictionMarks(frame, at, Float64Array.from(map.layers[map.layers.length - 1])), ...rings];
}
