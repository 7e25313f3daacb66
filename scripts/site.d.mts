/** The hash by which a page can hold a script to what it was. */
export declare function integrityOf(text: string | Uint8Array): string;
/** Puts the lab that was built in `built` into the site, under the version's folder, whose name it returns. */
export declare function writeSite(built: string, site: string, version: string): string;
