import { Button } from 'antd'
import { listWords as words } from './words.ts'

/** What is on the screen as a file for a spreadsheet, and where a list is handed round, on paper. */
export function TakeAway({ file, onPaper = false }: { file: string; onPaper?: boolean }) {
  return (
    <>
      <Button href={file} download>
        {words.export}
      </Button>
      {onPaper && <Button onClick={() => window.print()}>{words.print}</Button>}
    </>
  )
}
