import { Button, Modal } from 'antd'
import { useState } from 'react'
import { FailureNote } from '../../server/failure-note.tsx'
import { announce } from '../../shell/notice.tsx'
import { Unreadable } from '../../shell/unreadable.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { AccountRow, isLocked, type Account } from './account-row.tsx'
import { CreateDialog } from './create-dialog.tsx'
import { OnceDialog } from './once-dialog.tsx'
import { useAccountAct, type AccountAct } from './use-account-act.ts'
import { useAccounts } from './use-accounts.ts'
import { accountsWords as words } from './words.ts'
import '../../lists/lists.css'

/** For the system administrator (系统管理员): locked accounts first. */
export function AccountsPage() {
  const accounts = useAccounts()
  const acting = useAccountAct()
  const [asking, setAsking] = useState<{ account: Account; act: 'resetPassword' | 'disable' }>()
  const [creating, setCreating] = useState(false)
  const [once, setOnce] = useState<{ login: string; password: string }>()
  if (accounts.isPending) return <Waiting />
  if (accounts.isError && accounts.data === undefined) {
    return <Unreadable title={words.title} error={accounts.error} retry={() => void accounts.refetch()} />
  }
  const found = accounts.data.pages.flatMap((page) => page.items)
  const lockedFirst = [...found].sort((one, other) => Number(isLocked(other)) - Number(isLocked(one)))

  function perform({ id, login }: Account, act: AccountAct) {
    setAsking(undefined)
    acting.mutate(
      { id, login, act },
      {
        onSuccess: (password) => {
          if (password !== undefined) setOnce({ login, password })
          announce(words.done(words.acts[act], login))
        },
      },
    )
  }

  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <Button onClick={() => setCreating(true)}>{words.create}</Button>
      </div>
      <p className="muted">{words.text}</p>
      {acting.isError && <FailureNote error={acting.error} />}
      <ul className="rows">
        {lockedFirst.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            busy={acting.isPending}
            choose={(act) =>
              act === 'resetPassword' || act === 'disable'
                ? setAsking({ account, act })
                : perform(account, act)
            }
          />
        ))}
      </ul>
      {found.length === 0 && <p>{words.none}</p>}
      {accounts.hasNextPage && (
        <Button loading={accounts.isFetchingNextPage} onClick={() => void accounts.fetchNextPage()}>
          {words.more}
        </Button>
      )}
      {asking && (
        <Modal
          open
          title={`${words.confirmTitle[asking.act]}：${asking.account.login}`}
          okText={words.acts[asking.act]}
          okButtonProps={{ danger: true }}
          cancelText={words.cancel}
          onOk={() => perform(asking.account, asking.act)}
          onCancel={() => setAsking(undefined)}
        >
          <p>{words.confirmText[asking.act]}</p>
        </Modal>
      )}
      {creating && (
        <CreateDialog
          close={() => setCreating(false)}
          done={(login, password) => {
            setCreating(false)
            setOnce({ login, password })
          }}
        />
      )}
      {once && <OnceDialog {...once} close={() => setOnce(undefined)} />}
    </>
  )
}
