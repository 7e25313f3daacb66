// What a host page calls a view.

/** The name of the view or plot with the key `id`. */
export const viewName = (id: string): string => `tab${id.charAt(0).toUpperCase()}${id.slice(1)}`;
