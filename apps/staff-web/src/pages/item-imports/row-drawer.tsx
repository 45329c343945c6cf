import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ImportRowDetail } from '#capabilities/catalogue/contract/item-import-routes.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { Read } from '../../server/read.tsx'
import { SideDrawer } from '../../shell/side-drawer.tsx'
import { AsideDialog } from './aside-dialog.tsx'
import { MendField } from './mend-field.tsx'
import { RowOriginal } from './row-original.tsx'
import { useMend, useRow, useSetAside } from './use-item-imports.ts'
import { importWords as words, standingTones } from './words.ts'

interface Props {
  run: string
  n: number
  works: boolean
  close: () => void
}

/** One row beside the list: the words of the file, what they were read as, and what is wrong, field by field. */
export function RowDrawer({ run, n, works, close }: Props) {
  const found = useRow(run, n)
  return (
    <SideDrawer
      title={found.data ? words.at(found.data.sheet, found.data.row) : words.title}
      width={48}
      close={close}
    >
      <Read found={found}>{(row) => <Opened run={run} row={row} works={works} />}</Read>
    </SideDrawer>
  )
}

function Opened({ run, row, works }: { run: string; row: ImportRowDetail; works: boolean }) {
  const { standing, standingText, name, note, problems, text, mendedBy, change } = row
  return (
    <div className="stack">
      <div className="row">
        <span className={`tag ${standingTones[standing]}`}>{standingText}</span>
        <strong>{name}</strong>
        {mendedBy !== undefined && <span className="small muted">{words.mendedBy(mendedBy)}</span>}
      </div>
      {note !== undefined && <p>{note}</p>}
      {change !== undefined && (
        <Link to="/item-changes/$id" params={{ id: change }}>
          {words.seeChange}
        </Link>
      )}
      {problems.length > 0 && (
        <ul className="field-error" aria-label={words.whole}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      {text === undefined ? (
        <>
          <RowOriginal row={row} />
          <Fields run={run} row={row} works={works} />
        </>
      ) : (
        <div>
          <div className="small muted">{words.sourceText}</div>
          <p className="import-text">{text}</p>
        </div>
      )}
    </div>
  )
}

function Fields({ run, row, works }: { run: string; row: ImportRowDetail; works: boolean }) {
  const [typed, setTyped] = useState<Record<string, string>>({})
  const wrong = row.fields.filter(({ problems }) => problems.length > 0)
  const [everything, setEverything] = useState(wrong.length === 0)
  const [asking, setAsking] = useState(false)
  const mending = useMend(run, row.n)
  const aside = useSetAside(run, row.n)
  const told = everything
    ? row.fields.filter((each) => works || each.original !== '' || each.text !== '')
    : row.fields.filter(({ problems, field }) => problems.length > 0 || typed[field] !== undefined)
  const save = () => mending.mutate(typed, { onSuccess: () => setTyped({}) })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {told.map((field) => (
        <MendField
          key={field.field}
          field={field}
          typed={typed[field.field]}
          works={works}
          type={(text) => setTyped({ ...typed, [field.field]: text })}
        />
      ))}
      <div className="row">
        {wrong.length > 0 && (
          <Button onClick={() => setEverything(!everything)}>
            {everything ? words.onlyWrong : words.everyField}
          </Button>
        )}
      </div>
      {works && (
        <div className="row">
          <Button type="primary" htmlType="submit" loading={mending.isPending}>
            {words.save}
          </Button>
          {row.standing === 'set-aside' ? (
            <Button loading={aside.isPending} onClick={() => aside.mutate(undefined)}>
              {words.asideBack}
            </Button>
          ) : (
            <Button onClick={() => setAsking(true)}>{words.aside}</Button>
          )}
          <span role="status">{mending.isSuccess && saidOf(row)}</span>
        </div>
      )}
      {mending.isError && <FailureNote error={mending.error} />}
      {aside.isError && !asking && <FailureNote error={aside.error} />}
      {asking && (
        <AsideDialog
          title={words.aside}
          text={words.asideText}
          button={words.aside}
          sending={aside}
          send={(reason) => aside.mutate(reason, { onSuccess: () => setAsking(false) })}
          close={() => setAsking(false)}
        />
      )}
    </form>
  )
}

const saidOf = ({ standing }: ImportRowDetail): string =>
  standing === 'needs-a-human' ? words.saved : words.saved + words.fine
