/** The version of the link that is written here. Every earlier one is read as well, for good. */
export const linkVersion = 1;
