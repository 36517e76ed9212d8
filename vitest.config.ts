import swc from 'unplugin-swc';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // SWC, because esbuild emits no decorator metadata and Nest injects by it.
  plugins: [
    swc.vite({
      module: { type: 'es6' },
      swcrc: false,
      jsc: { transform: { useDefineForClassFields: false } },
    }),
  ],
  oxc: false,
  test: {
    globalSetup: 'test/support/global-setup.ts',
    pool: 'forks',
    // Loading the framework anew for every file took longer than half of the tests.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    include: ['src/**/*.spec.ts', 'test/**/*.spec.ts', 'test/**/*.e2e-spec.ts'],
  },
});
