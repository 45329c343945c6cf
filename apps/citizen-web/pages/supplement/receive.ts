import type { FastifyReply } from 'fastify'
import type { PageRefusal, Upload } from '#capabilities/portal/contract.ts'
import type { Problem } from '#ui/components/index.ts'
import { isRefused, type Asked, type Visit } from '../../house.ts'
import { isOurForm } from '../../http/posted.ts'
import { isTooLarge, whole } from '#platform/http/whole-file.ts'
import { kept } from '../../http/upload.ts'
import type { HandedFile } from './page.tsx'

export interface Received {
  requestId: string
  /** Everything else the form held, by name. */
  fields: Record<string, string[]>
  handed: HandedFile[]
  problems: Problem[]
}

const FILES_AT_MOST = 40

/** Takes one file for a paper. */
type Keep = (material: string, upload: Upload) => Promise<Omit<HandedFile, 'material'> | PageRefusal>

/** Reads the one form with a file or several for each paper; the token comes before the first file. */
export async function receiveSupplement(
  request: Asked,
  reply: FastifyReply,
  visit: Visit,
  keep: Keep,
): Promise<Received | undefined> {
  const received: Received = { requestId: '', fields: Object.create(null), handed: [], problems: [] }
  let token = ''
  if (!request.isMultipart()) return isOurForm(visit, reply, token) ? received : undefined
  try {
    for await (const part of request.parts({ limits: { files: FILES_AT_MOST } })) {
      if (part.type === 'field') {
        if (part.fieldname === 'csrf') token = String(part.value)
        if (part.fieldname === 'requestId') received.requestId = String(part.value)
        ;(received.fields[part.fieldname] ??= []).push(String(part.value))
        if (part.fieldname === 'handed') received.handed.push(...handedBefore(String(part.value)))
        continue
      }
      if (!isOurForm(visit, reply, token)) {
        part.file.resume()
        return undefined
      }
      if (part.filename)
        await keepOne(
          visit,
          keep,
          part.fieldname,
          { fileName: part.filename, stream: whole(part.file) },
          received,
        )
      part.file.resume()
    }
  } catch (error) {
    // Parts behind a file that is too large are not read; what came before it is kept and carried along.
    if (!isTooLarge(error)) throw error
  }
  return isOurForm(visit, reply, token) ? received : undefined
}

async function keepOne(
  visit: Visit,
  keep: Keep,
  fieldName: string,
  upload: Upload,
  received: Received,
): Promise<void> {
  const material = fieldName.replace(/^file\./, '')
  const answer = await kept(visit, upload, (one) => keep(material, one))
  if (isRefused(answer))
    received.problems.push({
      target: `material-${material}-file`,
      message: `${upload.fileName}：${answer.sentence}`,
    })
  else received.handed.push({ material, ...answer })
}

/** `material:file:name`; whether the file is really this person's is checked again when it is handed in. */
function handedBefore(value: string): HandedFile[] {
  const [material, id, ...name] = value.split(':')
  return material && id ? [{ material, id, name: name.join(':') || '已上传的文件' }] : []
}
