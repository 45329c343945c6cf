import type { FastifyInstance } from 'fastify'
import { dialogScript } from '#ui/components/dialog/dialog-script.ts'
import { fieldsScript } from '#ui/components/form-field/fields-script.ts'
import { signatureScript } from '#ui/components/signature-pad/signature-script.ts'
import { suggestScript } from '#ui/components/search-box/suggest-script.ts'
import { uploadScript } from '#ui/components/file-choice/upload-script.ts'
import type { Script } from '#ui/script.ts'
import { placesScript } from './pages/apply/places-script.ts'
import { idleScript } from './pages/kiosk/idle-script.ts'
import { keepScript } from './pages/offline/keep-script.ts'

/** Every file that enhances a page of the portal; all together stay below 10 KB (brotli). */
export const scripts: readonly Script[] = [
  dialogScript,
  fieldsScript,
  signatureScript,
  suggestScript,
  uploadScript,
  idleScript,
  placesScript,
  keepScript,
]

export function mountScripts(app: FastifyInstance): void {
  for (const { path, text } of scripts)
    app.get(path, async (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(text),
    )
}
