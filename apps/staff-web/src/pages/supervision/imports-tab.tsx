import { useQueryClient } from '@tanstack/react-query'
import { useId, useRef, type ReactNode } from 'react'
import type { ImportedFileView, ImportsView } from '#capabilities/supervision/contract/findings.ts'
import { csv } from '#ui/format/csv.ts'
import { moment } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { uploadTo } from '../../server/upload.ts'
import { useSend } from '../../server/use-send.ts'
import { PagedList } from '../../lists/paged-list.tsx'
import { useImports } from './use-lists.ts'
import { supervisionWords as words } from './words.ts'

/** 数据导入监督: files of cases that other systems handled, brought in to be judged by the same rules. */
export function ImportsTab() {
  const list = useImports()
  const first = list.data?.pages[0]
  return (
    <div className="stack">
      <Upload templates={first && <Templates of={first.templates} />} />
      {first !== undefined && first.cases > 0 && (
        <div className="sheet stack-tight">
          <p>{words.importedCases(first.cases)}</p>
          {first.unjudged.length > 0 && (
            <details className="small">
              <summary>{words.unjudged}</summary>
              <ul>
                {first.unjudged.map(({ ruleText, why, count }) => (
                  <li key={`${ruleText} ${why}`}>{words.unjudgedLine(ruleText, why, count)}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
      <PagedList
        list={list}
        label={words.importedFiles}
        empty={words.emptyImports}
        row={(file) => (
          <li key={file.id} className="watch-file">
            <FileSummary file={file} />
          </li>
        )}
      />
    </div>
  )
}

function Upload({ templates }: { templates: ReactNode }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const queries = useQueryClient()
  const sending = useSend({
    mutationFn: (file: File) => uploadTo<ImportedFileView>('/imports', file),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['imports'] })
      void queries.invalidateQueries({ queryKey: ['findings'] })
    },
  })
  return (
    <section className="sheet stack-tight">
      <h2>{words.importTitle}</h2>
      <p className="small">{words.importText}</p>
      <p className="small muted">{words.importPrivacy}</p>
      {templates}
      <label htmlFor={id}>{words.importLabel}</label>
      <div className="row">
        <input
          ref={input}
          id={id}
          type="file"
          accept=".csv,.json,.txt"
          disabled={sending.isPending}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file !== undefined) sending.mutate(file)
            // The same file may be chosen again after it was put right.
            if (input.current !== null) input.current.value = ''
          }}
        />
        {sending.isPending && <span role="status">{words.importing}</span>}
      </div>
      {sending.isError && <FailureNote error={sending.error} />}
      {sending.data !== undefined && (
        <div role="status" className="watch-taken">
          {sending.data.already === true && <p>{words.importedBefore}</p>}
          <FileSummary file={sending.data} open />
        </div>
      )}
    </section>
  )
}

/** Empty files to fill in, headed with what the server reads today. */
function Templates({ of }: { of: ImportsView['templates'] }) {
  return (
    <p className="small row">
      {words.templates}
      {of.map(({ title, columns }) => (
        <a
          key={title}
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(csv(columns, []))}`}
          download={`${title}.csv`}
        >
          {title}
        </a>
      ))}
    </p>
  )
}

function FileSummary({ file, open = false }: { file: ImportedFileView; open?: boolean }) {
  const { name, importedAt, kept, removed, unchanged, bad, cases, badLines, ignored } = file
  return (
    <div className="stack-tight">
      <p>
        <strong>{name}</strong> <span className="small muted">{moment(importedAt)}</span>
      </p>
      <p className="small">{words.importedLines({ kept, removed, unchanged, bad, cases })}</p>
      {badLines.length > 0 && (
        <details className="small" open={open}>
          <summary>{words.badLines(bad)}</summary>
          <ul>
            {badLines.map(({ dataset, line, text }) => (
              <li key={`${dataset} ${line}`}>{words.badLine(dataset, line, text)}</li>
            ))}
          </ul>
          {bad > badLines.length && <p>{words.moreBadLines(bad - badLines.length)}</p>}
        </details>
      )}
      {ignored.length > 0 && <p className="small muted">{words.ignored(ignored)}</p>}
    </div>
  )
}
