// A module bundled into one classic script, as text. Made by scripts/workerScripts.ts.

declare module '*?source' {
  export const source: string;
}
