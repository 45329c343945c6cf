import { useMutation } from '@tanstack/react-query'
import type { PrintGroup } from '#capabilities/case/contract/print.ts'
import { caseFiles } from '../../server/clients.ts'

interface Wanted {
  numbers: readonly string[]
  papers: readonly PrintGroup[]
  duplex: boolean
}

/** Papers of several cases on their way into one PDF. */
export function usePrint() {
  return useMutation({
    mutationFn: ({ numbers, papers, duplex }: Wanted) =>
      caseFiles.printPapers({ body: { numbers: [...numbers], papers: [...papers], duplex } }),
  })
}

export type Made = Awaited<ReturnType<typeof caseFiles.printPapers>>
