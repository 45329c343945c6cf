import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useShortcuts } from '../../shell/shortcuts.ts'
import { isFiltered, sameSearch, workListSearch, type WorkListSearch } from './search.ts'
import type { Saved } from './use-saved-lists.ts'
import { workListWords } from './words.ts'

const SaveDialog = lazy(() => import('./save-dialog.tsx'))
const KeptDialog = lazy(() => import('./kept-dialog.tsx'))
const words = workListWords.saved
/** As many as there are figures to press. */
const KEYS_MAX = 9

interface Props {
  saved: Saved
  search: WorkListSearch
  change: (next: WorkListSearch) => void
}

/** 常用条件: filters that are asked for again and again, one press or one figure away. */
export function SavedBar({ saved, search, change }: Props) {
  const [open, setOpen] = useState<'save' | 'kept'>()
  const { lists } = saved
  const close = () => setOpen(undefined)
  useShortcuts(
    lists.slice(0, KEYS_MAX).map((list, at) => ({
      key: String(at + 1),
      means: workListWords.rowKeys.saved(list.name),
      run: () => change(workListSearch(list.search)),
    })),
  )
  const current = lists.some((list) => sameSearch(workListSearch(list.search), search))
  if (lists.length === 0 && !isFiltered(search)) return null
  return (
    <div className="saved no-print" role="group" aria-label={words.title}>
      <span className="small muted">{words.title}</span>
      {lists.map((list) => {
        const wanted = workListSearch(list.search)
        const pressed = sameSearch(wanted, search)
        return (
          <Button
            key={list.id}
            size="small"
            type={pressed ? 'primary' : 'default'}
            aria-pressed={pressed}
            onClick={() => change(wanted)}
          >
            {list.name}
          </Button>
        )
      })}
      {isFiltered(search) && !current && (
        <Button size="small" onClick={() => setOpen('save')}>
          {words.save}
        </Button>
      )}
      {lists.length > 0 && (
        <Button size="small" type="link" onClick={() => setOpen('kept')}>
          {words.manage}
        </Button>
      )}
      <Suspense>
        {open === 'save' && <SaveDialog saved={saved} search={search} close={close} />}
        {open === 'kept' && <KeptDialog saved={saved} close={close} />}
      </Suspense>
    </div>
  )
}
