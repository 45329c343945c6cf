import path from 'node:path'
import { browserScript } from '../../browser-script.ts'

export const signatureScript = await browserScript(
  'signature',
  path.join(import.meta.dirname, 'client/signature.ts'),
)
