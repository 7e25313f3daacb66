import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'bench/**/*.test.ts', 'scripts/**/*.test.mjs'],
    environment: 'node',
    // Tests train networks as workers that were given their arithmetic do.
    setupFiles: ['vitest.setup.ts'],
    // Far beyond what any test takes: on a busy machine a slow test is not a wrong one.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
