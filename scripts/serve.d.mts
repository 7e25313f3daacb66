/** Serves the folder on a port of this machine; 0 takes one that is free. */
export declare function serve(
  folder: string,
  options?: { readonly port?: number; readonly search?: boolean },
): Promise<{ readonly port: number; close(): void }>;
