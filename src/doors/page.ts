// The lab as one file, as text. Built, it is the page itself; a file of its own, so that a page that names another lab by
// `src` never loads it.

/** The text of dist/minibatch-lab.html. */
export const page: string = __MINIBATCH_LAB_PAGE__;

declare const __MINIBATCH_LAB_PAGE__: string;
