import { Link } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { ImportRunDetail } from '#capabilities/catalogue/contract/item-import-routes.ts'
import { moment } from '#ui/format/day.ts'
import { AskDialog } from '../asked/ask-dialog.tsx'
import { AsideDialog } from './aside-dialog.tsx'
import { ProgressLine } from './progress-line.tsx'
import { useMoveRun, useSetAllAside, works as isWorkedOn } from './use-item-imports.ts'
import { importWords as words, runTones } from './words.ts'

type Asked = 'confirm' | 'drop' | 'aside'

/** Where the file stands, what confirming it would do, and the ways on. */
export function RunHead({ run, works }: { run: ImportRunDetail; works: boolean }) {
  const [asked, setAsked] = useState<Asked>()
  const close = () => setAsked(undefined)
  const waiting = run.counts['needs-a-human'] ?? 0
  return (
    <section className="sheet stack-tight">
      <div className="row">
        <span className={`tag ${runTones[run.state]}`}>{run.stateText}</span>
        <span className="small muted">{words.by(run.by, moment(run.at))}</span>
        {run.confirmedBy !== undefined && (
          <span className="small muted">{words.confirmedBy(run.confirmedBy)}</span>
        )}
      </div>
      {isWorkedOn(run.state) && (
        <>
          <ProgressLine run={run} />
          <p className="small muted">{words.background}</p>
        </>
      )}
      {run.failure !== undefined && <Alert type="error" role="alert" title={run.failure} />}
      {run.before && (
        <p className="small">
          {words.again(moment(run.before.at))}{' '}
          <Link to="/item-imports/$run" params={{ run: run.before.id }}>
            {words.seeBefore}
          </Link>
        </p>
      )}
      {run.beside.length > 0 && (
        <details className="small">
          <summary>{words.beside(run.beside.length)}</summary>
          <ul>
            {run.beside.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {works && (
        <>
          <WillDo run={run} />
          {waiting > 0 && <p id="import-waits">{words.waiting(waiting)}</p>}
          <div className="row no-print">
            <Button
              type="primary"
              disabled={waiting > 0}
              aria-describedby={waiting > 0 ? 'import-waits' : undefined}
              onClick={() => setAsked('confirm')}
            >
              {words.confirm}
            </Button>
            {waiting > 0 && <Button onClick={() => setAsked('aside')}>{words.asideAll}</Button>}
            <Button danger onClick={() => setAsked('drop')}>
              {words.drop}
            </Button>
          </div>
        </>
      )}
      {asked === 'confirm' && <MoveDialog run={run} to="confirm" close={close} />}
      {asked === 'drop' && <MoveDialog run={run} to="drop" close={close} />}
      {asked === 'aside' && <AllAside run={run} waiting={waiting} close={close} />}
    </section>
  )
}

function WillDo({ run: { willDo } }: { run: ImportRunDetail }) {
  return (
    <ul>
      {willDo.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

interface DialogProps {
  run: ImportRunDetail
  close: () => void
}

function MoveDialog({ run, to, close }: DialogProps & { to: 'confirm' | 'drop' }) {
  const sending = useMoveRun(run.id, to, close)
  const confirms = to === 'confirm'
  return (
    <AskDialog
      title={confirms ? words.confirmTitle : words.drop}
      help={confirms ? words.confirmText : words.dropText}
      button={confirms ? words.confirmButton : words.drop}
      danger={!confirms}
      sending={sending}
      send={() => sending.mutate()}
      close={close}
    >
      {confirms && <WillDo run={run} />}
    </AskDialog>
  )
}

function AllAside({ run, waiting, close }: DialogProps & { waiting: number }) {
  const sending = useSetAllAside(run.id, close)
  return (
    <AsideDialog
      title={words.asideAllTitle(waiting)}
      text={words.asideAllText}
      button={words.asideAll}
      sending={sending}
      send={(reason) => sending.mutate(reason)}
      close={close}
    />
  )
}
