// A module bundled into one classic script, as text. Made by scripts/workerScript.ts.

declare module '*?source' {
  export const source: string;
}
