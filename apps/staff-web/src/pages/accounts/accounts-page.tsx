import { Button } from 'antd'
import { moment } from '#ui/format/day.ts'
import { FailureNote } from '../../server/failure-note.tsx'
import { announce } from '../../shell/notice.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useAccounts } from './use-accounts.ts'
import { useUnlock } from './use-unlock.ts'
import { accountsWords as words } from './words.ts'
import '../rows.css'

/** For the system administrator (系统管理员): locked accounts first. */
export function AccountsPage() {
  const accounts = useAccounts()
  const unlock = useUnlock()
  if (accounts.isPending) return <Waiting />
  if (accounts.isError && accounts.data === undefined) {
    return <FailureNote error={accounts.error} retry={() => void accounts.refetch()} />
  }
  const found = accounts.data.pages.flatMap((page) => page.items)
  const lockedFirst = [...found].sort((one, other) => Number(isLocked(other)) - Number(isLocked(one)))
  return (
    <>
      <h1>{words.title}</h1>
      <p className="muted">{words.text}</p>
      {unlock.isError && <FailureNote error={unlock.error} />}
      <ul className="rows">
        {lockedFirst.map((account) => (
          <li key={account.id} className="rows-4">
            <strong>{account.login}</strong>
            <span>{words.kinds[account.kind]}</span>
            <span>{stateOf(account)}</span>
            <span>
              {isLocked(account) && (
                <Button
                  size="small"
                  aria-label={words.unlockOf(account.login)}
                  loading={unlock.isPending && unlock.variables === account.id}
                  onClick={() =>
                    unlock.mutate(account.id, { onSuccess: () => announce(words.unlocked(account.login)) })
                  }
                >
                  {words.unlock}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>{words.none}</p>}
      {accounts.hasNextPage && (
        <Button loading={accounts.isFetchingNextPage} onClick={() => void accounts.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  )
}

interface Account {
  lockedUntil?: string
  disabled: boolean
}

function isLocked({ lockedUntil }: Account): boolean {
  return lockedUntil !== undefined
}

function stateOf({ lockedUntil, disabled }: Account) {
  if (disabled) return <span className="tag tag-plain">{words.disabled}</span>
  if (lockedUntil !== undefined)
    return <span className="tag tag-bad">{words.lockedUntil(moment(lockedUntil))}</span>
  return words.normal
}
