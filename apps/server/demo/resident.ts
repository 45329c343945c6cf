import { isRefused } from '#platform/refusal.ts'
import type { Assembly } from '../assemble.ts'
import { demoPerson, type DemoPerson } from './people.ts'

/** Applies for several things, so that whoever signs in for them sees lawful paths from the applicant's side. */
export const RESIDENT: DemoPerson = demoPerson(1999)
export const RESIDENT_LOGIN = 'citizen.demo'

type House = Pick<Assembly, 'parties' | 'accounts'>

/** Opens the account; one that is there already stays. */
export async function openResident(
  { parties, accounts }: House,
  password: string | undefined,
): Promise<void> {
  if (password === undefined || (await hasResident({ parties, accounts }))) return
  const { name, citizenId, phone } = RESIDENT
  const subject = await parties.findOrCreate({ name, idKind: 'citizen-id', idNumber: citizenId, phone })
  const made = await accounts.create(
    {
      ...{ kind: 'citizen', login: RESIDENT_LOGIN, names: [phone, citizenId], subject, password },
      ...{ mustChange: false, demo: true },
    },
    'job:demo',
  )
  if (isRefused(made)) throw new Error(`the account ${RESIDENT_LOGIN}: ${made.code}`)
}

export async function hasResident({ parties, accounts }: House): Promise<boolean> {
  const party = await parties.find('citizen-id', RESIDENT.citizenId)
  return party !== undefined && (await accounts.findBySubject('citizen', party)) !== null
}
