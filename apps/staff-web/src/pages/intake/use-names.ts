import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { RawValues } from '../../form/raw-values.ts'
import { drafts } from '../../server/clients.ts'
import { newRequestId } from '../../server/request-id.ts'
import { namesGiven, type NameGiven } from './names-given.ts'
import { useAtWindow } from './use-at-window.ts'
import { intakeWords as words } from './words.ts'

/**
 * A warning beside each name that is another than the one known under its number; the clerk looks at the card and goes on. Asked
 * when a field is left, so that half a name is never compared, and never in the way: without an answer there is no warning.
 */
export function useNames(
  item: ItemVersion,
  values: RawValues,
): { warnings: Record<string, string>; look: () => void } {
  const atWindow = useAtWindow()
  const [asked, setAsked] = useState<readonly NameGiven[]>([])
  const answers = useQueries({
    queries: asked.map(({ field: _shown, ...body }) => ({
      queryKey: ['name-check', body],
      queryFn: () => drafts.nameDiffers({ body, requestId: newRequestId() }),
      retry: false,
      staleTime: Infinity,
      refetchOnWindowFocus: false,
    })),
  })
  const still = new Set(namesGiven(item, values).map(keyOf))
  const differing = asked.filter(
    (given, at) => answers[at]?.data?.differs === true && still.has(keyOf(given)),
  )
  return {
    warnings: Object.fromEntries(differing.map(({ field, idKind }) => [field, words.nameDiffers[idKind]])),
    look: () => atWindow && setAsked(namesGiven(item, values)),
  }
}

const keyOf = (given: NameGiven): string => JSON.stringify(given)
