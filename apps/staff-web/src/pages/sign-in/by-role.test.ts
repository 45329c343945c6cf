import { expect, test } from 'vitest'
import { byRole } from './by-role.ts'

const account = (login: string) => ({ login, name: '演示', title: login })

test('accounts stand under what their posts do, in the order a matter passes them', () => {
  const groups = byRole(['deputy.x', 'approver.a', 'supervisor', 'clerk.b', 'clerk.a'].map(account))
  expect(groups.map(({ role, accounts }) => [role, ...accounts.map(({ login }) => login)])).toEqual([
    ['窗口收件', 'clerk.b', 'clerk.a'],
    ['审批', 'approver.a'],
    ['政务服务监督', 'supervisor'],
    ['其他', 'deputy.x'],
  ])
})
