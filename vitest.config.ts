import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{lib,db,components,app}/**/*.test.{ts,tsx}'],
    setupFiles: ['lib/testing/setup.ts'],
    restoreMocks: true,
  },
})
