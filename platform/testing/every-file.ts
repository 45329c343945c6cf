import { afterAll } from 'vitest'
import { dropOpened } from './database.ts'

// A setup file, so that it is registered with each test file before any hook of its own and runs after all of them.
afterAll(dropOpened)
