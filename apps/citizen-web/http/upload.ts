import type { FastifyReply } from 'fastify'
import type { PageRefusal, Upload } from '#capabilities/portal/contract.ts'
import { isTooLarge, whole } from '#platform/http/whole-file.ts'
import { fileSize } from '#ui/format/quantity.ts'
import type { Asked, Visit } from '../house.ts'
import { formOf, isOurForm, type PostedForm } from './posted.ts'

/**
 * Takes the one file of a posted multipart form. The token stands before the file in every form of ours, so it is
 * known before the first byte of the file is kept. Nothing comes back when the answer has already been sent.
 */
export async function receiveOneFile<T>(
  request: Asked,
  reply: FastifyReply,
  visit: Visit,
  keep: (upload: Upload) => Promise<T | PageRefusal>,
): Promise<{ answer: T | PageRefusal; form: PostedForm } | undefined> {
  if (!request.isMultipart()) {
    return isOurForm(visit, reply, '') ? { answer: noFile, form: formOf({}) } : undefined
  }
  const fields: Record<string, string[]> = Object.create(null)
  let answer: T | PageRefusal = noFile
  try {
    for await (const part of request.parts({ limits: { files: 1 } })) {
      if (part.type === 'field') {
        ;(fields[part.fieldname] ??= []).push(String(part.value))
        continue
      }
      if (!isOurForm(visit, reply, fields.csrf?.[0] ?? '')) {
        part.file.resume()
        return undefined
      }
      answer = part.filename
        ? await kept(visit, { fileName: part.filename, stream: whole(part.file) }, keep)
        : noFile
      part.file.resume()
    }
  } catch (error) {
    // The reader of parts ends with the same fault that the file's own stream has already met.
    if (!isTooLarge(error)) throw error
    answer = tooLarge(visit)
  }
  return isOurForm(visit, reply, fields.csrf?.[0] ?? '') ? { answer, form: formOf(fields) } : undefined
}

/** What a page of materials may send at once. */
const FILES_AT_MOST = 40

/**
 * Takes every file of a posted multipart form, each under the name of its field; fields left empty are passed over. The
 * rest of the form comes back, or nothing when the answer has already been sent.
 */
export async function receiveFiles(
  request: Asked,
  reply: FastifyReply,
  visit: Visit,
  keep: (field: string, upload: Upload) => Promise<void>,
): Promise<PostedForm | undefined> {
  const fields: Record<string, string[]> = Object.create(null)
  if (!request.isMultipart()) return isOurForm(visit, reply, '') ? formOf({}) : undefined
  try {
    for await (const part of request.parts({ limits: { files: FILES_AT_MOST } })) {
      if (part.type === 'field') {
        ;(fields[part.fieldname] ??= []).push(String(part.value))
        continue
      }
      if (!isOurForm(visit, reply, fields.csrf?.[0] ?? '')) {
        part.file.resume()
        return undefined
      }
      if (part.filename) await keep(part.fieldname, { fileName: part.filename, stream: whole(part.file) })
      part.file.resume()
    }
  } catch (error) {
    // Parts behind a file that is too large are not read; what came before it is kept.
    if (!isTooLarge(error)) throw error
  }
  return isOurForm(visit, reply, fields.csrf?.[0] ?? '') ? formOf(fields) : undefined
}

/** Keeps one file; one that grows past the limit is a refusal like any other. */
export async function kept<T>(
  visit: Visit,
  upload: Upload,
  keep: (upload: Upload) => Promise<T | PageRefusal>,
): Promise<T | PageRefusal> {
  try {
    return await keep(upload)
  } catch (error) {
    if (isTooLarge(error)) return tooLarge(visit)
    throw error
  }
}

export const noFile: PageRefusal = {
  refused: true,
  code: 'no-file',
  sentence: '还没有选文件，请先选一张照片或一个文件，再按“上传”。',
}

export function tooLarge(visit: Visit): PageRefusal {
  const limit = fileSize(visit.house.options.fileLimit)
  return {
    refused: true,
    code: 'file-too-large',
    sentence: `这个文件超过了${limit}。拍照时把照片质量调低一些，或者分成几张再传。`,
  }
}
