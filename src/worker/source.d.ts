// A module bundled into one classic script, as text. Made by the build (scripts/sourceText.mjs).

declare module '*?source' {
  export const source: string;
}
