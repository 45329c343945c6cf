import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import type { OutsideItem, OutsideTaken } from '#capabilities/catalogue/contract/outside-item-routes.ts'
import { SheetInput } from '../../form/sheet-input.tsx'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { outsideItems } from '../../server/clients.ts'
import { uploadTo } from '../../server/upload.ts'
import { useSend } from '../../server/use-send.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { MapDialog } from './map-dialog.tsx'
import { useOutside, useOutsideSystems, useOwnUnmapped, type OutsideView } from './use-item-imports.ts'
import { outsideWords as words } from './words.ts'

const VIEWS: readonly OutsideView[] = ['no', 'yes', 'own']

/** 系统事项对应: which item of another system is which of ours, and which have none, on either side. */
export function OutsideTab() {
  const [view, setView] = useState<OutsideView>('no')
  const [q, setQ] = useState('')
  const keeps = useSignedIn().post.roles.includes('item-approver')
  return (
    <div className="stack">
      <p>{words.text}</p>
      <Systems />
      {keeps && <UploadMapping />}
      <TakeAway file="/api/v1/outside-items/export" />
      <div className="filters no-print">
        <Radio.Group
          aria-label={words.show}
          optionType="button"
          value={view}
          onChange={(event) => setView(event.target.value as OutsideView)}
          options={VIEWS.map((value) => ({ value, label: words.views[value] }))}
        />
        <Input.Search
          className="filter-search"
          aria-label={words.searchLabel}
          placeholder={words.search}
          allowClear
          onSearch={(text) => setQ(text.trim())}
        />
      </div>
      {view === 'own' ? <Own q={q} /> : <Outside mapped={view} q={q} keeps={keeps} />}
    </div>
  )
}

function Systems() {
  const systems = useOutsideSystems()
  if (systems.isError) return <FailureNote error={systems.error} retry={() => void systems.refetch()} />
  const items = systems.data?.items ?? []
  if (systems.data && items.length === 0) return <p className="muted">{words.noSystems}</p>
  return (
    <ul aria-label={words.systems}>
      {items.map((system) => (
        <li key={system.id}>{words.system(system)}</li>
      ))}
    </ul>
  )
}

function Own({ q }: { q: string }) {
  const list = useOwnUnmapped(q, true)
  return (
    <PagedList
      list={list}
      label={words.ownList}
      empty={words.none}
      row={({ id, name, code }) => (
        <li key={id} className="import-row">
          <strong>{name}</strong> <span className="small">{code}</span>
        </li>
      )}
    />
  )
}

function Outside({ mapped, q, keeps }: { mapped: 'no' | 'yes'; q: string; keeps: boolean }) {
  const list = useOutside(mapped, q, true)
  const [chosen, setChosen] = useState<OutsideItem>()
  const queries = useQueryClient()
  const unmapping = useSend({
    mutationFn: ({ system, code }: OutsideItem) =>
      outsideItems.mapOutsideItem({ params: { system, code }, body: { item: null } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['outside-items'] })
      void queries.invalidateQueries({ queryKey: ['outside-systems'] })
    },
  })
  return (
    <>
      {unmapping.isError && <FailureNote error={unmapping.error} />}
      <PagedList
        list={list}
        label={words.list}
        empty={words.none}
        row={(each) => (
          <li key={`${each.system} ${each.code}`} className="import-row">
            <div className="row">
              <strong>{each.name}</strong>
              <span className="small">{each.code}</span>
              <span className="small muted">{each.systemName}</span>
              {keeps && each.item === undefined && (
                <Button
                  size="small"
                  className="import-open"
                  aria-label={words.mapLabel(each.name)}
                  onClick={() => setChosen(each)}
                >
                  {words.map}
                </Button>
              )}
              {keeps && each.item !== undefined && (
                <>
                  <Button
                    size="small"
                    className="import-open"
                    aria-label={words.editLabel(each.name)}
                    onClick={() => setChosen(each)}
                  >
                    {words.edit}
                  </Button>
                  <Button
                    size="small"
                    aria-label={words.unmapLabel(each.name)}
                    onClick={() => unmapping.mutate(each)}
                  >
                    {words.unmap}
                  </Button>
                </>
              )}
            </div>
            {each.item !== undefined && <div>{words.is(each.item.name)}</div>}
            <div className="small muted">
              {words.said(each.details.promisedDays, each.details.materials?.length ?? 0)}
            </div>
          </li>
        )}
      />
      {chosen && <MapDialog outside={chosen} close={() => setChosen(undefined)} />}
    </>
  )
}

function UploadMapping() {
  const queries = useQueryClient()
  const sending = useSend({
    mutationFn: (file: File) => uploadTo<OutsideTaken>('/outside-items', file),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['outside-items'] })
      void queries.invalidateQueries({ queryKey: ['outside-systems'] })
    },
  })
  return (
    <section className="sheet stack-tight no-print">
      <SheetInput
        label={words.upload}
        busy={sending.isPending}
        sending={words.uploading}
        take={(file) => sending.mutate(file)}
      />
      {sending.isError && <FailureNote error={sending.error} />}
      {sending.data && (
        <div role="status">
          <p>{words.taken(sending.data.mapped, sending.data.kept, sending.data.unchanged)}</p>
          {sending.data.bad.length > 0 && (
            <details className="small" open>
              <summary>{words.bad(sending.data.bad.length)}</summary>
              <ul>
                {sending.data.bad.map(({ row, text }) => (
                  <li key={row}>{words.badLine(row, text)}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </section>
  )
}
