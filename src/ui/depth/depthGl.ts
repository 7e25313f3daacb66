// Sheets in depth drawn by WebGL2: a height and a share of the colours for each sample, everything else from its number.

import { clipMatrix, highestPlace, lowestPlace, type Projection, surfaceStrength } from '../../drawing/depth.ts';
import type { Sheet } from '../../drawing/depthSheet.ts';

export interface DrawnSheet {
  readonly sheet: Sheet;
  /** The colours of its shares, as `colourTable` gives them. */
  readonly table: Uint32Array;
  readonly strength: number;
  /** The shares at which lines are drawn on it. */
  readonly lines: readonly number[];
}

const mostLines = 12;

const vertexSource = `#version 300 es
uniform mat4 matrix;
uniform ivec2 grid;
uniform vec4 floorPlace;
uniform vec2 lift;
in float height;
in float share;
out vec3 place;
out float tint;
void main() {
  vec2 cell = (vec2(gl_VertexID % grid.x, gl_VertexID / grid.x) + 0.5) / vec2(grid);
  place = vec3(mix(floorPlace.xy, floorPlace.zw, cell), lift.x + lift.y * height);
  tint = share;
  gl_Position = matrix * vec4(place, 1.0);
}`;

const fragmentSource = `#version 300 es
precision highp float;
uniform sampler2D colours;
uniform float strength;
uniform float halfWidth;
uniform float lines[${mostLines}];
in vec3 place;
in float tint;
out vec4 colour;
void main() {
  if (abs(place.x) > halfWidth || abs(place.y) > 0.5) discard;
  vec3 normal = normalize(cross(dFdx(place), dFdy(place)));
  if (normal.z < 0.0) normal = -normal;
  float light = 0.72 + 0.28 * max(0.0, dot(normal, normalize(vec3(-0.5, 0.5, 0.8))));
  vec3 shown = texture(colours, vec2((tint * 255.0 + 0.5) / 256.0, 0.5)).rgb * light;
  float width = max(fwidth(tint), 1e-6);
  float ink = 0.0;
  for (int i = 0; i < ${mostLines}; i++) ink = max(ink, 1.0 - smoothstep(0.3, 1.0, abs(tint - lines[i]) / width));
  colour = vec4(mix(shown, shown * 0.5, ink * 0.6) * strength, strength);
}`;

export interface DepthGl {
  /** Draws the sheets, each behind and before the others where it is; false where the context is lost. */
  draw(projection: Projection, size: readonly [width: number, height: number], sheets: readonly DrawnSheet[]): boolean;
  /** Waits until all that was drawn is there. */
  finish(): void;
  release(): void;
}

/** Null where there is no WebGL2, or where it does not do what is asked of it. */
export function createDepthGl(canvas: HTMLCanvasElement): DepthGl | null {
  // Kept after it is shown, so that it can be printed.
  const gl = canvas.getContext('webgl2', { antialias: true, premultipliedAlpha: true, preserveDrawingBuffer: true });
  if (gl === null) return null;
  const program = programOf(gl);
  if (program === null) return null;
  const place = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
  const places = {
    matrix: place('matrix'),
    grid: place('grid'),
    floorPlace: place('floorPlace'),
    lift: place('lift'),
    strength: place('strength'),
    halfWidth: place('halfWidth'),
    lines: place('lines'),
  };
  const slots: Slot[] = [];
  const drawSheet = (projection: Projection, number: number, { sheet, table, strength, lines }: DrawnSheet): void => {
    slots[number] ??= createSlot(gl, program);
    const slot = slots[number];
    slot.fill(sheet, table);
    const { columns, rows } = sheet.surface;
    gl.uniform2i(places.grid, columns, rows);
    gl.uniform4f(places.floorPlace, ...sheetFloor(projection, sheet));
    gl.uniform2f(places.lift, lowestPlace, highestPlace - lowestPlace);
    gl.uniform1f(places.strength, strength * surfaceStrength(projection.gaze));
    gl.uniform1f(places.halfWidth, projection.aspect / 2);
    gl.uniform1fv(
      places.lines,
      Float32Array.from({ length: mostLines }, (_, k) => lines[k] ?? farLine),
    );
    // Its depth first, so that of a sheet only what is nearest is seen through.
    const count = 6 * (columns - 1) * (rows - 1);
    for (const isShown of [false, true]) {
      gl.colorMask(isShown, isShown, isShown, isShown);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, 0);
    }
  };
  return {
    draw(projection, [width, height], sheets) {
      if (gl.isContextLost()) return false;
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
      gl.enable(gl.DEPTH_TEST);
      gl.depthFunc(gl.LEQUAL);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.uniformMatrix4fv(places.matrix, false, clipMatrix(projection, width, height));
      for (const [number, sheet] of sheets.entries()) drawSheet(projection, number, sheet);
      return true;
    },
    finish() {
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    },
    release() {
      for (const slot of slots) slot.release();
      gl.deleteProgram(program);
      // A page may have few contexts; this one is not to wait until the canvas is collected.
      gl.getExtension('WEBGL_lose_context')?.loseContext();
    },
  };
}

/** A share that no sample has. */
const farLine = 9;

/** The floor's u and v of the two outermost corners of a sheet. */
function sheetFloor({ view, aspect }: Projection, { surface: { domain } }: Sheet): [number, number, number, number] {
  const u = (across: number): number => ((across - view.x[0]) / (view.x[1] - view.x[0]) - 0.5) * aspect;
  const v = (upwards: number): number => (upwards - view.y[0]) / (view.y[1] - view.y[0]) - 0.5;
  return [u(domain.x[0]), v(domain.y[0]), u(domain.x[1]), v(domain.y[1])];
}

/** What one sheet keeps on the graphics card; filled anew only when it is another. */
interface Slot {
  fill(sheet: Sheet, table: Uint32Array): void;
  release(): void;
}

function createSlot(gl: WebGL2RenderingContext, program: WebGLProgram): Slot {
  const [heights, shares, indices] = [gl.createBuffer(), gl.createBuffer(), gl.createBuffer()];
  const [corners, colours] = [gl.createVertexArray(), gl.createTexture()];
  let [filled, coloured, grid]: [Sheet | null, Uint32Array | null, string] = [null, null, ''];
  const feed = (name: string, buffer: WebGLBuffer, values: Float32Array): void => {
    const location = gl.getAttribLocation(program, name);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, values, gl.DYNAMIC_DRAW);
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, 1, gl.FLOAT, false, 0, 0);
  };
  const fillGrid = ({ surface: { columns, rows } }: Sheet): void => {
    if (grid === `${columns},${rows}`) return;
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, trianglesOf(columns, rows), gl.DYNAMIC_DRAW);
    grid = `${columns},${rows}`;
  };
  const colour = (table: Uint32Array): void => {
    const bytes = new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, table.length, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, bytes);
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, name, gl.LINEAR);
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
  };
  return {
    fill(sheet, table) {
      gl.bindVertexArray(corners);
      gl.bindTexture(gl.TEXTURE_2D, colours);
      if (sheet !== filled) {
        feed('height', heights, sheet.heights);
        feed('share', shares, sheet.shares);
        fillGrid(sheet);
      }
      if (table !== coloured) colour(table);
      [filled, coloured] = [sheet, table];
    },
    release() {
      for (const buffer of [heights, shares, indices]) gl.deleteBuffer(buffer);
      gl.deleteVertexArray(corners);
      gl.deleteTexture(colours);
    },
  };
}

/** Two triangles between each four samples. */
function trianglesOf(columns: number, rows: number): Uint32Array {
  const triangles = new Uint32Array(6 * (columns - 1) * (rows - 1));
  let at = 0;
  for (let row = 0; row < rows - 1; row++)
    for (let column = 0; column < columns - 1; column++) {
      const first = row * columns + column;
      triangles.set([first, first + 1, first + columns, first + 1, first + columns + 1, first + columns], at);
      at += 6;
    }
  return triangles;
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  const shaders = [
    [gl.VERTEX_SHADER, vertexSource],
    [gl.FRAGMENT_SHADER, fragmentSource],
  ] as const;
  for (const [kind, source] of shaders) {
    const shader = gl.createShader(kind);
    if (shader === null) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true) return null;
  // biome-ignore lint/correctness/useHookAtTopLevel: this is WebGL's word, not React's
  gl.useProgram(program);
  return program;
}
