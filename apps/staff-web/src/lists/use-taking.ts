import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { failure } from '../server/failure.ts'
import { fetchFile, saveFile } from '../server/fetch-file.ts'
import { announce } from '../shell/notice.tsx'
import { listWords as words } from './words.ts'

export type Format = 'xlsx' | 'csv'

/** A list on its way into a file: being made, given up, or told how long it is. */
export function useTaking() {
  const giveUp = useRef(new AbortController())
  const taking = useMutation({
    mutationFn: (url: string) => {
      giveUp.current = new AbortController()
      return fetchFile(url, giveUp.current.signal)
    },
    onSuccess: (file) => {
      saveFile(file)
      const lines = Number(file.headers.get('x-list-lines') ?? 0)
      announce(file.headers.has('x-list-more') ? words.takenPart(lines) : words.taken(lines))
    },
    onError: (error) => announce(giveUp.current.signal.aborted ? words.givenUp : failure(error).sentence),
  })
  return {
    isPending: taking.isPending,
    take: (url: string, format: Format) => taking.mutate(withFormat(url, format)),
    giveUp: () => giveUp.current.abort(),
  }
}

const withFormat = (url: string, format: Format) => `${url}${url.includes('?') ? '&' : '?'}format=${format}`
