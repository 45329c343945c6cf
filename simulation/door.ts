import type { Run } from './run.ts'

/** The statement that writes an act on a case. */
export const SAVE = 'cases.save'

/** What happens between the moment at which somebody has decided and the one at which it is written down. */
export async function whileAtTheDoor<Outcome, T>(
  { town }: Run,
  deed: { press(): Promise<Outcome> },
  meanwhile: () => Promise<T>,
): Promise<[Outcome, T]> {
  let open = (): void => {}
  let arrived = (): void => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  const atGate = new Promise<void>((resolve) => (arrived = resolve))
  let held = false
  const before = async (name: string): Promise<void> => {
    if (held || (name !== SAVE && name !== 'BEGIN')) return
    held = true
    arrived()
    await gate
  }
  const outcome = town.faulty.during({ before }, () => deed.press())
  await Promise.race([atGate, outcome])
  const happened = await meanwhile().finally(open)
  return [await outcome, happened]
}
