/** What became of a file: its line in the list, a sentence why not, or nothing where the connection was lost. */
export type Outcome = { line: string } | { sentence: string } | undefined

export interface Sending {
  file: File
  to: string
  token: string
  replaces: string | undefined
  /** Sent before without an answer: it may have arrived all the same. */
  again: boolean
  progress(share: number): void
}

/** After so long without a byte a phone's connection is as good as gone. */
const SILENCE_MS = 30_000

/** One attempt; the token stands before the file, so that no byte is kept for a form that is not ours. */
export function post(
  { file, to, token, replaces, again, progress }: Sending,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const body = new FormData()
    body.append('csrf', token)
    if (replaces !== undefined) body.append('replaces', replaces)
    if (again) body.append('again', 'yes')
    body.append('upload', file)
    let silence = 0
    const heard = () => {
      clearTimeout(silence)
      silence = window.setTimeout(() => request.abort(), SILENCE_MS)
    }
    request.open('POST', to)
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => {
      heard()
      progress(loaded / total)
    }
    request.onloadend = () => {
      clearTimeout(silence)
      resolve(outcome(request))
    }
    signal.addEventListener('abort', () => request.abort())
    heard()
    request.send(body)
  })
}

function outcome({ status, responseText }: XMLHttpRequest): Outcome {
  if (status === 0 || status >= 500) return undefined
  try {
    return JSON.parse(responseText) as Outcome
  } catch {
    // A page came back and no answer: the session has ended, or the form is of another one.
    return { sentence: '' }
  }
}
