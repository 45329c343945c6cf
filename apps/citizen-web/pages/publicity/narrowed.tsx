import type { VNode } from 'preact'
import type { PublicNotice } from '#capabilities/case/contract.ts'
import { FilterBar, FilterSelect } from '#ui/components/index.ts'

/** Which of what hangs out somebody wants to read. */
export interface Wanted {
  town?: string
  item?: string
}

const PATH = '/publicity'
/** So many are read faster than they are narrowed down. */
const FEW = 5

/** What the address asks for, as far as something hangs out under it. */
export function wantedOf(notices: readonly PublicNotice[], query: Readonly<Record<string, unknown>>): Wanted {
  const known = (of: 'town' | 'item') => notices.find((notice) => notice[of] === query[of])?.[of]
  const [town, item] = [known('town'), known('item')]
  return { ...(town === undefined ? {} : { town }), ...(item === undefined ? {} : { item }) }
}

export function narrowed(notices: readonly PublicNotice[], { town, item }: Wanted): PublicNotice[] {
  return notices.filter(
    (notice) => (town === undefined || notice.town === town) && (item === undefined || notice.item === item),
  )
}

/** One's own town and matter among all that hangs out; where there is little, nothing. */
export function Narrowing({
  notices,
  wanted,
}: {
  notices: readonly PublicNotice[]
  wanted: Wanted
}): VNode | null {
  if (notices.length <= FEW) return null
  const { town = '', item = '' } = wanted
  const found = narrowed(notices, wanted).length
  const chosen = [
    ...(town === '' ? [] : [{ text: town, without: pathOf({ item }) }]),
    ...(item === '' ? [] : [{ text: item, without: pathOf({ town }) }]),
  ]
  return (
    <FilterBar
      action={PATH}
      label="筛选公示公告"
      all={PATH}
      chosen={chosen}
      found={chosen.length === 0 ? `共${found}条` : `找到${found}条`}
    >
      <FilterSelect
        id="town"
        name="town"
        label="镇（街道）"
        chosen={town}
        options={namesOf(notices, 'town')}
      />
      <FilterSelect id="item" name="item" label="事项" chosen={item} options={namesOf(notices, 'item')} />
    </FilterBar>
  )
}

function pathOf(wanted: Wanted): string {
  const asked = Object.entries(wanted).filter(([, value]) => value !== '')
  return asked.length === 0 ? PATH : `${PATH}?${new URLSearchParams(asked).toString()}`
}

function namesOf(notices: readonly PublicNotice[], of: 'town' | 'item') {
  const names = new Set(notices.flatMap((notice) => notice[of] ?? []))
  return [...names].toSorted().map((name) => ({ value: name, label: name }))
}
