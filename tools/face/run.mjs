// Starts the measurement of all screens, or takes the pictures for `docs/screens`.
import { underOurNode } from '../our-node.mjs'

await underOurNode(import.meta.url, './main.ts')
