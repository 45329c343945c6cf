import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { ElementInUse, PaperInUse } from '#capabilities/catalogue/contract/element-routes.ts'
import { FindWords } from '../../lists/find-words.tsx'
import { FailureNote } from '../../server/failure-note.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import type { ElementSearch } from './search.ts'
import { TouchesDrawer } from './touches-drawer.tsx'
import { useElements, usePapers, type Looked } from './use-elements.ts'
import { elementWords as words } from './words.ts'

type Opened = { looked: Looked; name: string }

/** 数据元和标准材料: the register, and what hangs on each of its lines. */
export function ElementsPage() {
  const search = useSearch({ from: '/data-elements' })
  const navigate = useNavigate()
  const [opened, setOpened] = useState<Opened>()
  const { view = 'elements', q } = search
  const elements = useElements(q, view === 'elements')
  const papers = usePapers(q, view === 'papers')
  const found = view === 'elements' ? elements : papers
  const change = (next: ElementSearch) => void navigate({ to: '/data-elements', search: next, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <div className="filters no-print">
        <Segmented
          aria-label={words.view}
          options={Object.entries(words.views).map(([value, label]) => ({ value, label }))}
          value={view}
          onChange={(value) =>
            change({ ...(value === 'papers' ? { view: 'papers' } : {}), ...(q ? { q } : {}) })
          }
        />
        <FindWords
          label={words.search}
          hint={words.search}
          value={q}
          change={(value) =>
            change({ ...(view === 'papers' ? { view } : {}), ...(value === undefined ? {} : { q: value }) })
          }
        />
      </div>
      {found.isPending && <Waiting />}
      {found.isError && <FailureNote error={found.error} retry={() => void found.refetch()} />}
      {view === 'elements' && elements.data && (
        <List label={words.list} empty={elements.data.elements.length === 0}>
          {elements.data.elements.map((one) => (
            <ElementRow key={one.element.id} {...one} open={setOpened} />
          ))}
        </List>
      )}
      {view === 'papers' && papers.data && (
        <List label={words.papers} empty={papers.data.papers.length === 0}>
          {papers.data.papers.map((one) => (
            <PaperRow key={one.name} {...one} open={setOpened} />
          ))}
        </List>
      )}
      {opened && <TouchesDrawer {...opened} close={() => setOpened(undefined)} />}
    </>
  )
}

function List({ label, empty, children }: { label: string; empty: boolean; children: React.ReactNode }) {
  return empty ? (
    <p>{words.none}</p>
  ) : (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  )
}

type Open = { open: (opened: Opened) => void }

function ElementRow({ element, items, open }: ElementInUse & Open) {
  const { id, name, definition, type, maxLength, standard, holder, sensitivity, codeList, alsoCalled } =
    element
  return (
    <li className="rows-4">
      <div>
        <strong>{name}</strong>
        <div className="small muted">{`${id}，${definition}`}</div>
        {alsoCalled && <div className="small muted">{words.called(alsoCalled)}</div>}
      </div>
      <div>
        {[words.types[type], maxLength === undefined ? '' : words.most(maxLength)].filter(Boolean).join('，')}
        {codeList && <div className="small muted">{words.codes(codeList)}</div>}
        <div className="small muted">{words.standard(standard)}</div>
      </div>
      <div>
        {words.sensitivity[sensitivity]}
        {holder && <div className="small muted">{words.heldBy(holder)}</div>}
      </div>
      <Look name={name} items={items} open={() => open({ looked: { element: id }, name })} />
    </li>
  )
}

function PaperRow({ name, items, open }: PaperInUse & Open) {
  return (
    <li className="rows-4">
      <div>
        <strong>{name}</strong>
      </div>
      <div />
      <div />
      <Look name={name} items={items} open={() => open({ looked: { paper: name }, name })} />
    </li>
  )
}

function Look({ name, items, open }: { name: string; items: number; open: () => void }) {
  return (
    <div className="row-end">
      <span>{words.items(items)}</span>
      <Button
        size="small"
        className="no-print"
        disabled={items === 0}
        aria-label={words.open(name)}
        onClick={open}
      >
        {words.look}
      </Button>
    </div>
  )
}
