import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ItemQuality } from '#capabilities/catalogue/contract/gate-routes.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { CatalogueFile } from './catalogue-file.tsx'
import { Filters } from './filters.tsx'
import { QualityDrawer } from './quality-drawer.tsx'
import { qualityFileUrl, type QualitySearch } from './search.ts'
import { useQuality } from './use-quality.ts'
import { qualityWords as words } from './words.ts'

/** 事项质量: what the quality gate finds on each item, the one that needs work most first. */
export function QualityPage() {
  const search = useSearch({ from: '/item-quality' })
  const navigate = useNavigate()
  const list = useQuality(search)
  const [opened, setOpened] = useState<string>()
  const change = (next: QualitySearch) => void navigate({ to: '/item-quality', search: next, replace: true })
  const [first] = list.data?.pages ?? []
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <CatalogueFile />
      <Filters search={search} change={change} />
      <div className="row no-print">
        <TakeAway file={qualityFileUrl(search)} onPaper />
      </div>
      {first && (
        <p>
          {words.head(first.checked, first.average)} <span className="muted">{words.points}</span>
        </p>
      )}
      <PagedList
        list={list}
        label={words.list}
        empty={words.none}
        row={(quality) => <Row key={quality.item} quality={quality} open={setOpened} />}
      />
      {opened !== undefined && <QualityDrawer id={opened} close={() => setOpened(undefined)} />}
    </>
  )
}

function Row({ quality, open }: { quality: ItemQuality; open: (id: string) => void }) {
  const { item, name, version, score, passes, blocking, remarks, elements, missing } = quality
  return (
    <li className="rows-4">
      <div>
        <strong>{name}</strong>
        <div className="small muted">{words.version(version)}</div>
      </div>
      <div>
        <strong>{score}</strong> {words.score}
        <div className="small muted">{words.count(blocking, remarks)}</div>
      </div>
      <div>
        {words.elements(elements)}
        {missing.length > 0 && <div className="small muted">{words.lacks(missing.join('、'))}</div>}
      </div>
      <div className="row-end">
        <span className={`tag tag-${passes ? 'good' : 'bad'}`}>{passes ? words.passes : words.fails}</span>
        <Button size="small" className="no-print" aria-label={words.open(name)} onClick={() => open(item)}>
          {words.look}
        </Button>
      </div>
    </li>
  )
}
