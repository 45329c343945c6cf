import path from 'node:path'
import { browserScript } from '../../browser-script.ts'

export const uploadScript = await browserScript('upload', path.join(import.meta.dirname, 'client/upload.ts'))
