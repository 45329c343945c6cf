import { Button } from 'antd'
import { moment } from '#ui/format/day.ts'
import type { AccountAct } from './use-account-act.ts'
import { accountsWords as words } from './words.ts'

export interface Account {
  id: string
  login: string
  kind: 'staff' | 'citizen'
  lockedUntil?: string
  disabled: boolean
}

interface Props {
  account: Account
  busy: boolean
  choose: (act: AccountAct) => void
}

export function AccountRow({ account, busy, choose }: Props) {
  return (
    <li className="rows-4">
      <strong>{account.login}</strong>
      <span>{words.kinds[account.kind]}</span>
      <span>{stateOf(account)}</span>
      <span className="row">
        {actsOf(account).map((act) => (
          <Button
            key={act}
            size="small"
            danger={act === 'disable'}
            disabled={busy}
            aria-label={words.actOf(words.acts[act], account.login)}
            onClick={() => choose(act)}
          >
            {words.acts[act]}
          </Button>
        ))}
      </span>
    </li>
  )
}

export function isLocked({ lockedUntil }: Account): boolean {
  return lockedUntil !== undefined
}

function actsOf(account: Account): AccountAct[] {
  if (account.disabled) return ['enable']
  const staff: AccountAct[] = account.kind === 'staff' ? ['resetPassword', 'disable'] : ['disable']
  return isLocked(account) ? ['unlock', ...staff] : staff
}

function stateOf({ lockedUntil, disabled }: Account) {
  if (disabled) return <span className="tag tag-plain">{words.disabled}</span>
  if (lockedUntil === undefined) return words.normal
  return <span className="tag tag-bad">{words.lockedUntil(moment(lockedUntil))}</span>
}
