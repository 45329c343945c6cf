import { useQuery } from '@tanstack/react-query'
import type { DemoAccount } from './by-role.ts'

export interface DemoAccounts {
  password: string
  accounts: readonly DemoAccount[]
}

/** Accounts to try the demo with; a server in production does not know this address and nothing is shown. */
export function useDemoAccounts() {
  return useQuery({
    queryKey: ['demo-accounts'],
    retry: false,
    staleTime: Infinity,
    queryFn: async (): Promise<DemoAccounts | null> => {
      const reply = await fetch('/api/v1/demo/accounts')
      return reply.ok ? ((await reply.json()) as DemoAccounts) : null
    },
  })
}
