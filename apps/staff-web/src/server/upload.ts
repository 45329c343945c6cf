import type { FileView } from '#capabilities/case/contract.ts'
import { Refused } from '#platform/http/client.ts'
import type { Problem } from '#platform/http/problem.ts'
import { csrfToken } from './csrf-token.ts'

/** One file at a time, so that a weak line loses one file and not all of them. */
export function uploadFile(file: File): Promise<FileView> {
  return uploadTo<FileView>('/files', file)
}

/** Sends a file to a route that takes one. */
export async function uploadTo<Reply>(path: string, file: File): Promise<Reply> {
  const body = new FormData()
  body.append('file', file, file.name)
  const token = csrfToken()
  const reply = await fetch(`/api/v1${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-as': 'staff', ...(token === undefined ? {} : { 'x-csrf-token': token }) },
    body,
  })
  const answer: unknown = await reply.json()
  if (!reply.ok) throw new Refused(answer as Problem)
  return answer as Reply
}
