// Paints the maps of all units: their pixels into one hidden picture, and from there each into its place.

import { type NetworkPlan, unitBox } from '../../drawing/networkPlan.ts';
import type { Palette } from '../../drawing/palette.ts';
import { drawUnitCurve, type SignedTables, signedTables, writeMap } from '../../drawing/unitMaps.ts';
import type { MapsReply } from '../../training/run/dataMaps.ts';

export class UnitMapsPainter {
  private readonly plan: NetworkPlan;
  private readonly palette: Palette;
  private readonly tables: SignedTables;
  private image: ImageData | null = null;
  private readonly canvas = document.createElement('canvas');

  constructor(plan: NetworkPlan, palette: Palette) {
    this.plan = plan;
    this.palette = palette;
    this.tables = signedTables(palette);
  }

  /** @param isPainted whether the unit of this number, counted through all columns, is painted; the others stay as they are */
  paint(context: CanvasRenderingContext2D, maps: MapsReply, isPainted: (unit: number) => boolean = always): void {
    const { columns, side } = this.plan;
    // Those of another network wait for their own.
    if (columns.some((units, column) => maps.layers[column]?.length !== units.length * sizeOf(maps))) return;
    if (maps.grid.rows === 1) this.paintCurves(context, maps, isPainted);
    else {
      this.fill(maps, isPainted);
      const { columns: width, rows: height } = maps.grid;
      context.imageSmoothingQuality = 'high';
      for (const [row, place] of columns.flat().entries()) {
        if (!isPainted(row)) continue;
        const { left, top } = unitBox(place, side);
        context.drawImage(this.canvas, 0, row * height, width, height, left, top, side, side);
      }
    }
  }

  /** Unit under unit. */
  private fill(maps: MapsReply, isPainted: (unit: number) => boolean): void {
    const { columns, rows } = maps.grid;
    const units = this.plan.columns.flat().length;
    if (this.image?.width !== columns || this.image.height !== units * rows) {
      this.image = new ImageData(columns, units * rows);
      this.canvas.width = columns;
      this.canvas.height = units * rows;
    }
    const pixels = new Uint32Array(this.image.data.buffer);
    let row = 0;
    for (const layer of maps.layers)
      for (let unit = 0; unit < layer.length / sizeOf(maps); unit++, row++)
        if (isPainted(row)) writeMap(layer, maps.grid, unit, this.tables, pixels, row * columns * rows);
    this.canvas.getContext('2d')?.putImageData(this.image, 0, 0);
  }

  private paintCurves(
    context: CanvasRenderingContext2D,
    { layers, grid }: MapsReply,
    isPainted: (unit: number) => boolean,
  ): void {
    const { columns, side } = this.plan;
    let row = 0;
    for (const [column, units] of columns.entries()) {
      for (const [unit, place] of units.entries()) {
        if (!isPainted(row++)) continue;
        const box = unitBox(place, side);
        context.fillStyle = this.palette['map-middle'];
        context.fillRect(box.left, box.top, side, side);
        const [zero, line] = [new Path2D(), new Path2D()];
        zero.moveTo(box.left, place.y);
        zero.lineTo(box.right, place.y);
        drawUnitCurve(line, layers[column], grid.columns, unit, box);
        context.lineWidth = 1;
        context.strokeStyle = this.palette.line;
        context.stroke(zero);
        context.lineWidth = side > 30 ? 1.75 : 1.25;
        context.strokeStyle = this.palette.prediction;
        context.stroke(line);
      }
    }
  }
}

const always = (): boolean => true;

const sizeOf = ({ grid }: MapsReply): number => grid.columns * grid.rows;
