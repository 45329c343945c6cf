import { Readable } from 'node:stream'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyReply } from 'fastify'
import type { PageRefusal, Upload } from '#capabilities/portal/contract.ts'
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

/**
 * The reader of parts cuts a file off at the limit and ends its stream as if it were complete;
 * here the stream fails instead, so that nobody keeps half a paper.
 */
export function whole(file: MultipartFile['file']): NodeJS.ReadableStream {
  return Readable.from(untilCut(file))
}

async function* untilCut(file: MultipartFile['file']): AsyncGenerator<Buffer> {
  for await (const chunk of file) yield chunk as Buffer
  if (file.truncated) throw Object.assign(new Error('the file is larger than the limit'), { code: TOO_LARGE })
}

const TOO_LARGE = 'FST_REQ_FILE_TOO_LARGE'

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

export function isTooLarge(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === TOO_LARGE
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
