import '../../apps/server/tsx-loader.mjs'
import process from 'node:process'
import type { FaceOptions } from './measure.ts'

// `npm run face` measures every screen, `npm run screens` takes the pictures, `npm run face -- indicators` writes docs/accessibility.md.
const words = process.argv.slice(2)
const options: FaceOptions = Object.fromEntries(
  words.flatMap((word, at) => (word.startsWith('--') ? [[word.slice(2), words[at + 1]]] : [])),
)
const programs = {
  measure: () => import('./measure.ts'),
  screens: () => import('./pictures/take.ts'),
  indicators: () => import('./accessibility-page.ts'),
}
const asked = words[0] === 'screens' || words[0] === 'indicators' ? words[0] : 'measure'
process.exitCode = await (await programs[asked]()).run(options)
