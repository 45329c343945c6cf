import path from 'node:path'
import { browserScript } from '../../browser-script.ts'

export const dialogScript = await browserScript('dialog', path.join(import.meta.dirname, 'client/dialog.ts'))
