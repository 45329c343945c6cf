import path from 'node:path'
import { browserScript } from '../../browser-script.ts'

export const fieldsScript = await browserScript('fields', path.join(import.meta.dirname, 'client/fields.ts'))
