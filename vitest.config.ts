import { defineConfig } from 'vitest/config'

// A file's name says what it needs: `store.test.ts`, `routes.test.ts` and `*.db.test.ts` a database,
// `*.story.test.ts` and `*.browser.test.ts` a database and a browser, every other test nothing.
const browser = ['stories/**/*.story.test.{ts,tsx}', '**/*.browser.test.{ts,tsx}']
const db = ['**/store.test.ts', '**/routes.test.ts', '**/jobs.test.ts', '**/*.db.test.{ts,tsx}']
const everything = ['**/*.test.{ts,tsx}']
const never = ['**/node_modules/**', '**/dist/**', '**/.cache/**', 'data/**']

const database = {
  globalSetup: ['platform/testing/one-server.ts'],
  setupFiles: ['platform/testing/every-file.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    pool: 'forks',
    // The files of a worker share what they import: half of the run was loading the same modules anew.
    // So no module keeps what one file's tests could leave to the next: state belongs to what a test builds and stops.
    isolate: false,
    env: { TZ: 'UTC' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: everything,
          exclude: [...never, ...db, ...browser],
          testTimeout: 30_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...{ name: 'db', include: db, exclude: [...never, ...browser], ...database },
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...{ name: 'browser', include: browser, exclude: never, ...database, testTimeout: 120_000 },
          // One more than the two cores the run is measured on: a page often waits for its browser.
          maxWorkers: 3,
          sequence: { groupOrder: 0 },
        },
      },
    ],
  },
})
