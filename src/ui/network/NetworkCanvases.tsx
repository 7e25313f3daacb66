// The canvases of the picture: the lines below, the maps of the units on them, and above all frames, marks, and numbers.
// Each is drawn at once, for a page may be on its way to paper, and then at most once a frame, when something that it shows
// has changed.

import { useCallback, useMemo } from 'react';
import { edgeMarks, edgeScale, watchedLabels } from '../../drawing/networkEdges.ts';
import type { NetworkPlan } from '../../drawing/networkPlan.ts';
import { textMarks, unitMarks } from '../../drawing/networkUnits.ts';
import { paintMarks } from '../../drawing/paintMarks.ts';
import type { Palette } from '../../drawing/palette.ts';
import type { LabState, LabStore } from '../../lab/store.ts';
import { everyOtherFrame, perFrame } from '../../lab/throttled.ts';
import { nameOfWeight } from '../../training/network/layout.ts';
import type { Network } from '../../training/network/network.ts';
import { useLab } from '../LabContext.tsx';
import { CanvasLayer, type PlotCanvas } from '../plots/CanvasLayer.tsx';
import { labelWidth } from '../plots/labels.ts';
import type { PlotSize } from '../plots/usePlotSize.ts';
import { useFormats } from '../text/TextContext.tsx';
import { isReadable, type NetworkScene, networkScene, scenePartsShown } from './networkScene.ts';
import { usePointedStore } from './PointedContext.ts';
import { Turns } from './turns.ts';
import { UnitMapsPainter } from './unitMapsPainter.ts';
import { useDataMaps, useUnitsView } from './useDataMaps.ts';
import { useNetworkText } from './words.ts';

interface CanvasesProps {
  readonly network: Network;
  readonly plan: NetworkPlan;
  readonly palette: Palette;
  readonly size: PlotSize;
}

export function NetworkCanvases({ network, plan, palette, size }: CanvasesProps) {
  const words = useNetworkText();
  const format = useFormats();
  const bounds = useMemo(() => ({ left: 0, top: 0, right: size.width, bottom: size.height }), [size]);
  useDataMaps('units', network, useUnitsView());
  const sceneOf = useCallback(
    (state: LabState) => networkScene(state, network, { words, format }),
    [network, words, format],
  );
  const paintLines = useSceneCanvas(
    sceneOf,
    everyOtherFrame,
    useCallback(
      ({ context }, { weights, update, progress, watched, pointed }) => {
        const scale = edgeScale(weights, update);
        const state = { weights, update, progress, watched: new Set(watched), pointed };
        paintMarks(context, palette, edgeMarks(plan, scale, state));
      },
      [plan, palette],
    ),
  );
  const painter = useMemo(() => new UnitMapsPainter(plan, palette), [plan, palette]);
  const paintMaps = useMapsCanvas(painter);
  const paintUnits = useSceneCanvas(
    sceneOf,
    glance,
    useCallback(
      ({ context }, scene) => {
        const { watched, words: unitWords } = scene;
        paintMarks(context, palette, [
          ...unitMarks(plan, scene),
          ...textMarks(plan, scene, unitWords, labelWidth),
          ...watchedLabels(plan, watched, (index) => nameOfWeight(network.layout, index), labelWidth),
        ]);
      },
      [plan, palette, network],
    ),
  );
  return (
    <>
      <CanvasLayer bounds={bounds} paint={paintLines} isMoving />
      <CanvasLayer bounds={bounds} paint={paintMaps} isMoving />
      <CanvasLayer bounds={bounds} paint={paintUnits} isMoving />
    </>
  );
}

type Paint = (canvas: PlotCanvas) => () => void;

/** Milliseconds between two pictures of what hardly changes while a run goes faster than can be read, and of the maps. */
const glance = 150;
const mapsPace = 60;

/**
 * Paints whenever a part of the state that the scene shows has changed, or what is pointed at.
 * @param pace milliseconds between two pictures while a run goes faster than can be read
 */
function useSceneCanvas(
  sceneOf: (state: LabState) => NetworkScene | null,
  pace: number,
  draw: (canvas: PlotCanvas, scene: NetworkScene & { readonly pointed: ReturnType<typeof pointedOf> }) => void,
): Paint {
  const { store } = useLab();
  const pointed = usePointedStore();
  return useCallback(
    (canvas) => {
      const task = perFrame(
        () => {
          canvas.clear();
          const scene = sceneOf(store.getState());
          if (scene !== null) draw(canvas, { ...scene, pointed: pointedOf(pointed) });
        },
        paceOf(store, pace),
      );
      task.flush();
      const ends = [
        store.subscribe((state, before) => {
          if (!scenePartsShown.every((key) => state[key] === before[key])) task.ask();
        }),
        pointed.subscribe(task.ask),
        task.cancel,
      ];
      return () => {
        for (const end of ends) end();
      };
    },
    [store, pointed, sceneOf, pace, draw],
  );
}

/** The pace in a run that goes faster than can be read; else every frame. */
const paceOf = (store: LabStore, pace: number) => (): number => (isReadable(store.getState()) ? 0 : pace);

const pointedOf = (store: ReturnType<typeof usePointedStore>) => store.getState().part;

/** All maps at a time, or where a slow device sheds detail half of them in turn, until the run rests. */
function useMapsCanvas(painter: UnitMapsPainter): Paint {
  const { store, shedding } = useLab();
  return useCallback(
    (canvas) => {
      const turns = new Turns();
      const task = perFrame(
        () => {
          const { units } = store.getState().maps;
          const isPainted = turns.next(units, shedding.sheds('maps'));
          if (isPainted === null) canvas.clear();
          if (units !== undefined) painter.paint(canvas.context, units, isPainted ?? undefined);
        },
        paceOf(store, mapsPace),
      );
      task.flush();
      const ends = [
        store.subscribe((state, before) => {
          if (state.maps.units !== before.maps.units) task.ask();
        }),
        shedding.store.subscribe(task.ask),
        task.cancel,
      ];
      return () => {
        for (const end of ends) end();
      };
    },
    [store, shedding, painter],
  );
}
