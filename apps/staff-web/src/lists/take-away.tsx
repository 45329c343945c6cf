import { Button } from 'antd'
import { Suspense, useState, type ReactNode } from 'react'
import { Menu } from '../shell/menu.tsx'
import { useTaking, type Format } from './use-taking.ts'
import { listWords as words } from './words.ts'

export const FORMATS = ['xlsx', 'csv'] as const satisfies readonly Format[]

interface Props {
  /** Its address; where its columns can be chosen, the dialog that asks for them first. */
  file: string | ((asking: Asking) => ReactNode)
  onPaper?: boolean
}

export interface Asking {
  take: (url: string, format: Format) => void
  close: () => void
}

/** What is on the screen as a file for a spreadsheet, and where a list is handed round, on paper. */
export function TakeAway({ file, onPaper = false }: Props) {
  const { take, giveUp, isPending } = useTaking()
  const [asking, setAsking] = useState(false)
  const close = () => setAsking(false)
  return (
    <div className="row take-away no-print">
      {typeof file === 'string' ? (
        <Menu
          loading={isPending}
          groups={[
            {
              key: 'all',
              lines: FORMATS.map((format) => ({
                key: format,
                label: words.formats[format],
                run: () => take(file, format),
              })),
            },
          ]}
          label={
            <>
              {words.export} <span aria-hidden="true">▾</span>
            </>
          }
        />
      ) : (
        <Button aria-haspopup="dialog" loading={isPending} onClick={() => setAsking(true)}>
          {words.export}
        </Button>
      )}
      {asking && typeof file !== 'string' && <Suspense>{file({ take, close })}</Suspense>}
      <span role="status" className={isPending ? 'muted' : 'visually-hidden'}>
        {isPending && words.making}
      </span>
      {isPending && <Button onClick={giveUp}>{words.stop}</Button>}
      {onPaper && <Button onClick={() => window.print()}>{words.print}</Button>}
    </div>
  )
}
