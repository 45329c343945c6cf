import { Readable } from 'node:stream'
import type { MultipartFile } from '@fastify/multipart'

/**
 * The reader of parts cuts a file off at the limit and ends its stream as if it were complete;
 * here the stream fails instead, so that nobody keeps half a paper.
 */
export function whole(file: MultipartFile['file']): Readable {
  return Readable.from(untilCut(file))
}

async function* untilCut(file: MultipartFile['file']): AsyncGenerator<Buffer> {
  for await (const chunk of file) yield chunk as Buffer
  if (file.truncated) throw Object.assign(new Error('the file is larger than the limit'), { code: TOO_LARGE })
}

export function isTooLarge(error: unknown): boolean {
  return (error as { code?: string } | undefined)?.code === TOO_LARGE
}

const TOO_LARGE = 'FST_REQ_FILE_TOO_LARGE'

/** The sender hung up or sent half a form; nobody of ours has to look into it. */
export function isBrokenOff(error: unknown): boolean {
  return (
    error instanceof Error &&
    /unexpected end of multipart data|premature close|^aborted$/i.test(error.message)
  )
}
