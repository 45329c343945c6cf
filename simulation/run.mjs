// Starts the simulation.
import { underOurNode } from '../tools/our-node.mjs'

await underOurNode(import.meta.url, './main.ts')
