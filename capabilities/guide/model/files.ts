import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import type { GuideFile, GuideFileLine } from '../contract.ts'
import { GUIDE_FILES } from '../words.ts'

type Item = Pick<ItemVersion, 'form' | 'result' | 'process'>

/** What of an item can be taken along: its form twice, and what its result looks like where this office writes it. */
export function filesOf(item: Item): GuideFileLine[] {
  const files: GuideFile[] = [
    'form-blank',
    'form-sample',
    ...(givesResult(item) ? (['result-sample'] as const) : []),
  ]
  return files.map((file) => ({ file, name: fileName(item, file) }))
}

/** A matter that is decided above (逐级上报) gets its paper there; a result of no kind has none. */
export function givesResult({ result, process }: Pick<Item, 'result' | 'process'>): boolean {
  return result.type !== '4' && process.forwardsTo === undefined
}

export function fileName({ form, result }: Pick<Item, 'form' | 'result'>, file: GuideFile): string {
  const of = file === 'result-sample' ? result.name : form.title
  return `${of}（${GUIDE_FILES[file]}）.pdf`
}
