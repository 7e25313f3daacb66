// What a host page calls a view.

/** Views whose name for hosts is their key itself, without `tab` before it. */
const byKey: readonly string[] = ['depth'];

/** The name of the view or plot with the key `id`. */
export const viewName = (id: string): string =>
  byKey.includes(id) ? id : `tab${id.charAt(0).toUpperCase()}${id.slice(1)}`;
