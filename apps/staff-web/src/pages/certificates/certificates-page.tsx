import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { Choose } from '../../lists/choose.tsx'
import { FindWords } from '../../lists/find-words.tsx'
import { narrowed } from '../../lists/narrowed.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { TakeAway } from '../../lists/take-away.tsx'
import { useSignedIn } from '../../session/use-session.ts'
import './certificates.css'
import { Row } from './row.tsx'
import { fileUrl, STANDINGS, type CertificatesSearch } from './search.ts'
import { useCertificates } from './use-certificates.ts'
import { certificateWords as words } from './words.ts'

const GIVERS = ['village-agent', 'window-clerk']

/** 开具证明: what people ask this place to certify, and what came of it. */
export function CertificatesPage() {
  const search = useSearch({ from: '/certificates' })
  const navigate = useNavigate()
  const list = useCertificates(search)
  const { post } = useSignedIn()
  const gives = post.roles.some((role) => GIVERS.includes(role))
  const change = (next: CertificatesSearch) =>
    void navigate({ to: '/certificates', search: next, replace: true })
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <p className="muted">{words.text}</p>
      </div>
      <div className="filters no-print">
        {gives && (
          <Button type="primary" onClick={() => void navigate({ to: '/certificates/new' })}>
            {words.ask}
          </Button>
        )}
        <FindWords
          label={words.searchLabel}
          hint={words.search}
          value={search.q}
          change={(q) => change(narrowed(search, 'q', q))}
        />
        <Choose
          label={words.standing}
          any={words.anyStanding}
          value={search.standing}
          options={STANDINGS.map((value) => ({ value, label: words.standings[value] }))}
          change={(standing) => change(narrowed(search, 'standing', standing))}
        />
        <TakeAway file={fileUrl(search)} onPaper />
      </div>
      <PagedList
        list={list}
        label={words.list}
        empty={emptyOf(search)}
        columns={{
          className: 'certificate-row',
          titles: [words.certificate, words.holder, words.days, words.state],
        }}
        row={(row) => <Row key={row.id} row={row} />}
      />
    </>
  )
}

const emptyOf = ({ q, standing }: CertificatesSearch): string => {
  if (q !== undefined) return words.empty
  if (standing === 'open') return words.emptyOpen
  return standing === undefined ? words.none : words.empty
}
