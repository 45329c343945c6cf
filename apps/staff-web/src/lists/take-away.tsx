import { Button } from 'antd'
import { Menu, type MenuGroup } from '../shell/menu.tsx'
import { useTaking, type Format } from './use-taking.ts'
import { listWords as words } from './words.ts'

const FORMATS = ['xlsx', 'csv'] as const satisfies readonly Format[]

interface Props {
  file: string
  /** The same list with the columns on the screen alone, where its columns can be chosen. */
  fileOfThese?: string
  onPaper?: boolean
}

/** What is on the screen as a file for a spreadsheet, and where a list is handed round, on paper. */
export function TakeAway({ file, fileOfThese, onPaper = false }: Props) {
  const { take, giveUp, isPending } = useTaking()
  const group = (key: string, url: string, title?: string): MenuGroup => ({
    key,
    ...(title === undefined ? {} : { title }),
    lines: FORMATS.map((format) => ({
      key: `${key}-${format}`,
      // The title above is seen once; a listener hears it with each line.
      label: (
        <>
          {title !== undefined && <span className="visually-hidden">{title}，</span>}
          {words.formats[format]}
        </>
      ),
      run: () => take(url, format),
    })),
  })
  return (
    <div className="row take-away no-print">
      <Menu
        loading={isPending}
        groups={
          fileOfThese === undefined
            ? [group('all', file)]
            : [group('these', fileOfThese, words.theseColumns), group('all', file, words.allColumns)]
        }
        label={
          <>
            {words.export} <span aria-hidden="true">▾</span>
          </>
        }
      />
      <span role="status" className={isPending ? 'muted' : 'visually-hidden'}>
        {isPending && words.making}
      </span>
      {isPending && <Button onClick={giveUp}>{words.stop}</Button>}
      {onPaper && <Button onClick={() => window.print()}>{words.print}</Button>}
    </div>
  )
}
