import { Button, Input } from 'antd'
import { useState } from 'react'
import { byRole, type DemoAccount } from './by-role.ts'
import type { DemoAccounts } from './use-demo-accounts.ts'
import { pageWords as words } from './words.ts'

interface Props {
  demo: DemoAccounts
  choose: (login: string) => void
}

/** Folded away: one post of each kind to try, and all of them by name below it. */
export function DemoAccountList({ demo, choose }: Props) {
  const [filter, setFilter] = useState('')
  const wanted = filter.trim()
  const found = demo.accounts.filter(
    ({ login, name, title }) => wanted === '' || `${login}${name}${title}`.includes(wanted),
  )
  return (
    <details className="sheet demo-fold">
      <summary>{words.demoTitle}</summary>
      <div className="stack">
        <p className="small">{words.demoText(demo.password)}</p>
        <Input
          value={filter}
          aria-label={words.filter}
          placeholder={words.filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        {found.length === 0 && <p role="status">{words.noneFound}</p>}
        <ul className="demo-roles">
          {byRole(found).map(({ role, accounts }) => (
            <li key={role}>
              <details open={wanted !== '' || undefined}>
                <summary>{words.role(role, accounts.length)}</summary>
                <Accounts accounts={accounts} choose={choose} />
              </details>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function Accounts({ accounts, choose }: { accounts: readonly DemoAccount[]; choose: Props['choose'] }) {
  return (
    <ul className="demo-accounts">
      {accounts.map(({ login, title }) => (
        <li key={login}>
          <Button type="text" block onClick={() => choose(login)}>
            <span>{title}</span>
            <span className="muted small">{login}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}
