import { uploadWords as words } from '../words.ts'
import type { Line } from './line.ts'
import { post, type Sending } from './post.ts'

export interface Job extends Sending {
  line: Line
  /** Given up by the person. */
  gone: AbortController
  arrived(line: string): void
}

const PAUSES_SECONDS = [1, 4, 10]
const waiting: Job[] = []
const stopped = new Set<Job>()
let current: Job | undefined

/** Told when nothing is on its way any more. */
let whenIdle = (): void => {}

export function onIdle(tell: () => void): void {
  whenIdle = tell
}

export const underWay = (): number => waiting.length + (current === undefined ? 0 : 1)
export const stoppedJobs = (): readonly Job[] => [...stopped]

/** One after the other: on a slow line two at once only both take longer. */
export function send(job: Job): void {
  stopped.delete(job)
  waiting.push(job)
  void next()
}

export function giveUp(job: Job): void {
  stopped.delete(job)
  if (waiting.includes(job)) waiting.splice(waiting.indexOf(job), 1)
  job.gone.abort()
  job.line.element.remove()
}

async function next(): Promise<void> {
  if (current !== undefined) return
  current = waiting.shift()
  if (current === undefined) return whenIdle()
  await bring(current)
  current = undefined
  return next()
}

/** Tried again after a lost connection, a little later each time; the phone says itself when it is back on line. */
async function bring(job: Job): Promise<void> {
  for (const pause of [...PAUSES_SECONDS, undefined]) {
    const outcome = await post(job, job.gone.signal)
    if (job.gone.signal.aborted) return
    if (outcome !== undefined && 'line' in outcome) return job.arrived(outcome.line)
    if (outcome !== undefined) return stop(job, outcome.sentence || words.stale)
    job.again = true
    if (pause === undefined) break
    job.line.say(navigator.onLine ? words.again(pause) : words.offline)
    await (navigator.onLine ? seconds(pause) : backOnLine())
    if (job.gone.signal.aborted) return
  }
  stop(job, words.lost, () => send(job))
}

/** What has been judged is not judged otherwise by sending it once more. */
export function stop(job: Job, text: string, again?: () => void): void {
  stopped.add(job)
  job.line.stop(text, again)
}

const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000))
const backOnLine = () => new Promise((resolve) => addEventListener('online', resolve, { once: true }))
