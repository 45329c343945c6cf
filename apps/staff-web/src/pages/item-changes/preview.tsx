import { Radio } from 'antd'
import { useState } from 'react'
import { PREVIEW_PAPERS } from '#capabilities/catalogue/contract/change-routes.ts'
import { previewWords as words } from './dialog-words.ts'

type Page = 'guide' | 'form'

/** What the public would read, in a frame of its own where no script runs; and the papers made of it. */
export function Preview({ id, version }: { id: string; version: number }) {
  const [page, setPage] = useState<Page>('guide')
  const base = `/api/v1/authoring/changes/${id}/preview`
  return (
    <div className="stack">
      <p className="muted">
        {words.text}
        {words.saved}
      </p>
      <Radio.Group
        aria-label={words.tab}
        optionType="button"
        value={page}
        onChange={(event) => setPage(event.target.value as Page)}
        options={[
          { value: 'guide', label: words.guide },
          { value: 'form', label: words.form },
        ]}
      />
      <iframe
        key={`${page}${version}`}
        className="item-preview"
        title={words.frame[page]}
        src={page === 'guide' ? base : `${base}/form`}
        sandbox="allow-same-origin allow-forms"
      />
      <div>
        <p>{words.papers}</p>
        <ul className="row item-papers">
          {PREVIEW_PAPERS.map((paper) => (
            <li key={paper}>
              <a href={`${base}/papers/${paper}`} target="_blank" rel="noreferrer">
                {words.paperNames[paper]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
