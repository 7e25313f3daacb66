// Where a page that was built has the registries filled in: importing this module does it (scripts/laterParts.ts).
// Elsewhere they are whole from the beginning.

export const isFilled = true;
