// Where these files lie, for embed.js as a module: only a module knows its own address, and embed.js must be a script too.
export const home = import.meta.url;
