import { day } from '#ui/format/day.ts'
import { CaseLine } from './case-line.tsx'
import { OpenedNumber } from './drawer.tsx'
import { PagedList } from '../../lists/paged-list.tsx'
import { partWords } from './part-words.ts'
import { exportUrl, type SupervisionSearch } from './search.ts'
import { useIndicatorCases, type Part } from './use-lists.ts'
import { supervisionWords as words } from './words.ts'

export interface OpenedCases {
  id: string
  name: string
  part: Part
  search: SupervisionSearch & { from: string; to: string }
  placeName?: string
}

export function CasesDrawer({ opened, close }: { opened: OpenedCases; close: () => void }) {
  const { id, name, part, search, placeName } = opened
  const list = useIndicatorCases(id, part, search)
  const order = list.data?.pages[0]?.order
  const where = placeName === undefined ? '' : `${placeName}，`
  return (
    <OpenedNumber
      title={`${name}：${partWords(id, part)}`}
      text={[where + words.span(day(search.from), day(search.to)), order].filter(Boolean).join('，')}
      exportUrl={exportUrl(`/indicators/${id}/cases`, { ...search, part })}
      close={close}
    >
      <PagedList
        list={list}
        label={partWords(id, part)}
        empty={words.emptyCases}
        row={(line) => <CaseLine key={line.no} line={line} />}
      />
    </OpenedNumber>
  )
}
