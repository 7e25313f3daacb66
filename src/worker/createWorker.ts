// Starts a worker from the text of its script: a classic one from a blob, the only kind that starts in a sandboxed
// frame, from a file, and from another origin. Under Trusted Types its address passes through a policy of ours.

/** The part of Trusted Types in use here; TypeScript's own library does not know them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

const policyName = 'minibatch-lab';

/** Made once, since a page may hold a policy's name only once. */
let trustAddress: ((address: string) => string) | null = null;

function trusted(address: string): string {
  if (trustAddress === null) {
    const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
    const policy = trustedTypes?.createPolicy(policyName, {
      createScriptURL(candidate) {
        if (!candidate.startsWith('blob:')) throw new TypeError('Only scripts that the page holds itself are run.');
        return candidate;
      },
    });
    trustAddress = policy === undefined ? (same) => same : (same) => policy.createScriptURL(same);
  }
  return trustAddress(address);
}

/**
 * A worker that runs `source`. It may still fail without a word, so only its first answer shows that it runs.
 * @throws where a policy forbids it or there are no workers
 */
export function createWorker(source: string): Worker {
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  try {
    return new Worker(trusted(address));
  } finally {
    // The worker keeps what it has begun to load; a blob's address would otherwise live as long as the page.
    URL.revokeObjectURL(address);
  }
}
