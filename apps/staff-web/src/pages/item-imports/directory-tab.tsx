import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { domainTitles } from '#capabilities/catalogue/contract/domains.ts'
import type { DirectoryLineView } from '#capabilities/catalogue/contract/item-import-routes.ts'
import { describedBy, Labelled } from '../../form/labelled.tsx'
import { PagedList } from '../../lists/paged-list.tsx'
import { itemImports } from '../../server/clients.ts'
import { useRequestId } from '../../server/use-request-id.ts'
import { useSend } from '../../server/use-send.ts'
import { useSignedIn } from '../../session/use-session.ts'
import { AskDialog } from '../asked/ask-dialog.tsx'
import { useDirectory } from './use-item-imports.ts'
import { importWords as words } from './words.ts'

/** 待编制目录: lines that no item stands for yet; an author begins it here. */
export function DirectoryTab() {
  const [q, setQ] = useState('')
  const list = useDirectory(q)
  const writes = useSignedIn().post.roles.includes('item-author')
  const [begun, setBegun] = useState<DirectoryLineView>()
  return (
    <div className="stack">
      <p className="small">{words.lineText}</p>
      <div className="filters no-print">
        <Input.Search
          className="filter-search"
          aria-label={words.searchLabel}
          placeholder={words.search}
          allowClear
          onSearch={(text) => setQ(text.trim())}
        />
      </div>
      <PagedList
        list={list}
        label={words.lineList}
        empty={words.noLines}
        row={(line) => (
          <li key={line.id} className="import-row">
            <div className="row">
              <strong>{line.name}</strong>
              <span className="small">{line.code}</span>
              <span className="small">{line.body}</span>
              {writes && (
                <Button
                  size="small"
                  className="import-open"
                  aria-label={words.beginLabel(line.name)}
                  onClick={() => setBegun(line)}
                >
                  {words.begin}
                </Button>
              )}
            </div>
            <div className="small muted">{words.lineFrom(line.from, line.row)}</div>
          </li>
        )}
      />
      {begun && <BeginDialog line={begun} close={() => setBegun(undefined)} />}
    </div>
  )
}

type Domain = keyof typeof domainTitles

const ID = 'import-domain'

function BeginDialog({ line, close }: { line: DirectoryLineView; close: () => void }) {
  const [domain, setDomain] = useState<Domain>()
  const [pressed, setPressed] = useState(false)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const request = useRequestId()
  const sending = useSend({
    mutationFn: (chosen: Domain) =>
      itemImports.beginFromLine({
        ...{ params: { id: line.id }, body: { domain: chosen }, requestId: request.read() },
      }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['directory-lines'] })
      void navigate({ to: '/item-changes/$id', params: { id } })
    },
    onError: request.failed,
  })
  const wrong = pressed && domain === undefined ? words.domainMissing : undefined
  return (
    <AskDialog
      title={words.beginTitle(line.name)}
      help={words.beginText}
      button={words.begin}
      sending={sending}
      close={close}
      send={() => {
        setPressed(true)
        if (domain !== undefined) sending.mutate(domain)
      }}
    >
      <Labelled id={ID} label={words.domain} required error={wrong}>
        <Select
          id={ID}
          className="wide"
          placeholder={words.choose}
          value={domain ?? null}
          aria-describedby={describedBy(ID, undefined, wrong)}
          options={Object.entries(domainTitles).map(([value, label]) => ({ value: value as Domain, label }))}
          onChange={(value) => setDomain(value ?? undefined)}
        />
      </Labelled>
    </AskDialog>
  )
}
