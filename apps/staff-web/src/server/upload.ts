import type { FileView } from '#capabilities/case/contract.ts'
import { Refused } from '#platform/http/client.ts'
import type { Problem } from '#platform/http/problem.ts'
import { csrfToken } from './csrf-token.ts'

/** One file at a time, so that a weak line loses one file and not all of them. */
export async function uploadFile(file: File): Promise<FileView> {
  const body = new FormData()
  body.append('file', file, file.name)
  const token = csrfToken()
  const reply = await fetch('/api/v1/files', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-as': 'staff', ...(token === undefined ? {} : { 'x-csrf-token': token }) },
    body,
  })
  const answer: unknown = await reply.json()
  if (!reply.ok) throw new Refused(answer as Problem)
  return answer as FileView
}
