import type { CaseDetail } from '#capabilities/case/contract.ts'
import { Menu, type MenuLine } from '../../../shell/menu.tsx'
import { useShortcuts, type Shortcut } from '../../../shell/shortcuts.ts'
import { printFile } from '../viewer/print-file.ts'
import { printChoices, type PrintChoice } from './print-choices.ts'
import './printing.css'
import { printWords as words } from './words.ts'

/** Everything that can be put on paper here: the receipt, each notice and decision that exists, and the page itself. */
export function PrintMenu({ detail }: { detail: CaseDetail }) {
  const papers = printChoices(detail)
  useShortcuts([
    { key: 'p', means: words.open, run: openMenu },
    ...papers.flatMap(({ title, url }): Shortcut[] =>
      url === undefined ? [] : [{ means: words.of(title), run: () => printFile(url) }],
    ),
    { means: words.of(words.page), run: () => window.print() },
  ])
  const page: MenuLine = { key: 'page', label: words.page, run: () => window.print() }
  return (
    <div className="case-print no-print">
      <Menu
        loading={false}
        label={
          <>
            {words.print} <span aria-hidden="true">▾</span>
          </>
        }
        groups={[
          ...(papers.length === 0 ? [] : [{ key: 'papers', title: words.papers, lines: papers.map(lineOf) }]),
          { key: 'page', lines: [page] },
        ]}
      />
    </div>
  )
}

function lineOf({ key, title, url }: PrintChoice): MenuLine {
  if (url === undefined) return { key, label: words.pending(title), waits: true, run: () => undefined }
  return { key, label: title, run: () => printFile(url) }
}

function openMenu(): void {
  document.querySelector<HTMLElement>('.case-print [aria-haspopup=menu]')?.click()
}
