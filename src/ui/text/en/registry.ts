// Translations of what the registries of training say (titles, lessons, labels), by their English words.
// English needs none: what is absent stands as the registry says it.

export const registry: Readonly<Record<string, string>> = {};
