import path from 'node:path'
import { browserScript } from '../../browser-script.ts'

/** Below 1.2 KB (brotli); the box finds the same things without it. */
export const suggestScript = await browserScript(
  'suggest',
  path.join(import.meta.dirname, 'client/suggest.ts'),
)
