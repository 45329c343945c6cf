import fs from 'node:fs'

// The kernel counts in hundredths of a second on every Linux that Node runs on.
const TICKS_PER_SECOND = 100

/** CPU milliseconds that a process and everything below it have used so far, ended children included. */
export function cpuMs(pid: number): number {
  const children = new Map<number, number[]>()
  for (const name of fs.readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? statOf(Number(name))?.parent : undefined
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const ticks = (process: number): number =>
    (statOf(process)?.ticks ?? 0) +
    (children.get(process) ?? []).reduce((sum, child) => sum + ticks(child), 0)
  return (ticks(pid) * 1000) / TICKS_PER_SECOND
}

function statOf(pid: number): { parent: number; ticks: number } | undefined {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces; the numbered fields begin after it with the third.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const [user, system, childUser, childSystem] = fields.slice(11, 15).map(Number)
    return { parent: Number(fields[1]), ticks: user! + system! + childUser! + childSystem! }
  } catch {
    return undefined
  }
}
