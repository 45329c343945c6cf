import { Button, Input } from 'antd'
import { useState } from 'react'
import type { DemoAccounts } from './use-demo-accounts.ts'
import { pageWords as words } from './words.ts'

const SHOWN = 12

export function DemoAccountList({ demo, choose }: { demo: DemoAccounts; choose: (login: string) => void }) {
  const [filter, setFilter] = useState('')
  const wanted = filter.trim()
  const found = demo.accounts.filter(
    ({ login, name, title }) => wanted === '' || `${login}${name}${title}`.includes(wanted),
  )
  return (
    <section className="sheet stack" aria-labelledby="demo-title">
      <h2 id="demo-title">{words.demoTitle}</h2>
      <p className="small">{words.demoText(demo.password)}</p>
      <Input
        value={filter}
        aria-label={words.filter}
        placeholder={words.filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <ul className="demo-accounts">
        {found.slice(0, SHOWN).map((account) => (
          <li key={account.login}>
            <Button block onClick={() => choose(account.login)}>
              <span>{account.login}</span>
              <span className="muted">{account.title}</span>
            </Button>
          </li>
        ))}
      </ul>
      {found.length > SHOWN && <p className="small muted">{words.more(found.length - SHOWN)}</p>}
    </section>
  )
}
