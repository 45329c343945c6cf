import { useNavigate } from '@tanstack/react-router'
import type { AllowedAct, CaseDetail } from '#capabilities/case/contract.ts'
import type { CaseList } from '../../shell/last-list.ts'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { focusAsked } from '../asked/focus-asked.ts'
import { inOrder, keysOf } from '../asked/grouped.ts'
import { useNextCase } from './use-next-case.ts'
import { caseWords } from './words.ts'

const words = caseWords.keys

/** A whole case without a mouse: figures for the acts, letters for where to go. */
export function useCaseKeys(detail: CaseDetail, choose: (act: AllowedAct) => void, list: CaseList): void {
  const navigate = useNavigate()
  const next = useNextCase(detail.summary.no)
  const keys = keysOf(detail.allowed)
  const acts = inOrder(detail.allowed).map((act): Shortcut => {
    const key = keys.get(act.act)
    return { ...(key === undefined ? {} : { key }), means: words.act(act.title), run: () => choose(act) }
  })
  useShortcuts([
    ...acts,
    { key: 'a', means: words.asked, run: () => focusAsked() },
    { key: 'm', means: words.papers, run: () => openTab(0) },
    { key: ']', means: words.tab, run: () => openTab(1) },
    { key: '[', means: words.tabBack, run: () => openTab(-1) },
    { key: 'n', means: words.next, run: () => void next() },
    { key: 'b', means: words.back, run: () => void navigate({ to: list }) },
  ])
}

/** The tab so many steps from the open one, with the keyboard on it. */
function openTab(step: -1 | 0 | 1): void {
  const tabs = [...document.querySelectorAll<HTMLElement>('.case-tabs [role=tab]')]
  const at = tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true')
  const tab = tabs[(at + step + tabs.length) % tabs.length]
  tab?.click()
  tab?.focus()
}
