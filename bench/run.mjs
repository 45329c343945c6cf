// Starts the benchmark.
import { underOurNode } from '../tools/our-node.mjs'

await underOurNode(import.meta.url, './run.ts')
