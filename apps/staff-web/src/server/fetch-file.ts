import { Refused } from '#platform/http/client.ts'
import type { Problem } from '#platform/http/problem.ts'

export interface FetchedFile {
  content: Blob
  name: string
  /** What the server says of it beside its bytes. */
  headers: Headers
}

/** Fetches a file instead of leaving the page for it: a refusal becomes a sentence, and a long one can be given up. */
export async function fetchFile(url: string, signal: AbortSignal): Promise<FetchedFile> {
  const reply = await fetch(url, { credentials: 'same-origin', headers: { 'x-as': 'staff' }, signal })
  if (!reply.ok) throw new Refused((await reply.json()) as Problem)
  const content = await reply.blob()
  return { content, name: nameIn(reply.headers.get('content-disposition') ?? ''), headers: reply.headers }
}

/** The Chinese name where there is one, else the plain one beside it. */
function nameIn(disposition: string): string {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? []
  if (encoded !== undefined) return decodeURIComponent(encoded)
  const [, plain = 'file'] = /filename="([^"]+)"/.exec(disposition) ?? []
  return plain
}

export function saveFile({ content, name }: FetchedFile): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // Some browsers read the address only after the press has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
