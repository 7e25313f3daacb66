/** The address of the folder's own file, public/embed-home.js. */
export const home: string;
