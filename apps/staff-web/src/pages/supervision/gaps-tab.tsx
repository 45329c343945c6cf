import { Link } from '@tanstack/react-router'
import { Radio } from 'antd'
import { useState } from 'react'
import type { GapView } from '#capabilities/supervision/contract/gaps.ts'
import { moment } from '#ui/format/day.ts'
import { groupedNumber } from '#ui/format/quantity.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { useGaps } from './use-lists.ts'
import { supervisionWords as words } from './words.ts'

const ANY = 'any'

/** 卡住的办件: open cases that cannot go on, with what each lacks; an entry goes by itself when the gap is closed. */
export function GapsTab({ place }: { place: string | undefined }) {
  const [code, setCode] = useState<GapView['code'] | typeof ANY>(ANY)
  const list = useGaps(code === ANY ? undefined : code, place)
  const first = list.data?.pages[0]
  const counts = first?.counts ?? []
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="stack">
      {counts.length > 0 && (
        <div className="row row-end">
          <Radio.Group
            aria-label={words.gapKind}
            optionType="button"
            value={code}
            onChange={(event) => setCode(event.target.value as typeof code)}
            options={[
              { value: ANY, label: words.anyLevel(all) },
              ...counts.map(({ code: value, title, count }) => ({ value, label: `${title} ${count}` })),
            ]}
          />
        </div>
      )}
      <p className="muted small">
        {words.gapsText}
        {first?.checkedAt !== undefined && words.checked(moment(first.checkedAt), first.openCases ?? 0)}
      </p>
      <PagedList
        list={list}
        label={words.tabs.gaps}
        empty={words.emptyGaps}
        row={(gap) => <GapLine key={gap.id} gap={gap} />}
      />
    </div>
  )
}

function GapLine({ gap: { title, since, no, itemName, place, body, sentence } }: { gap: GapView }) {
  return (
    <li className="watch-row watch-row-finding">
      <div>
        <span className="tag tag-bad">{title}</span>
        <div className="small muted">{words.since(moment(since))}</div>
      </div>
      <div>
        <Link to="/cases/$no" params={{ no }} className="watch-link">
          {itemName}
        </Link>
        <div className="small muted figures">{groupedNumber(no)}</div>
      </div>
      <div className="small">
        {place}
        <div className="muted">{body}</div>
      </div>
      <div className="watch-whole">{sentence}</div>
    </li>
  )
}
