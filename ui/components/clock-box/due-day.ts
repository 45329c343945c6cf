import { day as dayInWords, longDay } from '../../format/day.ts'
import type { ClockSentence } from './clock-box.tsx'

/** Why a clock stands still, and the day told for it where one was told. */
export interface Pause {
  since: string
  waitsFor: string
  until?: string
}

/** The large words of a clock and the short note below them. */
export function dueDay(clock: ClockSentence): { words: string; note?: string } {
  const day = clock.day === undefined ? undefined : longDay(clock.day)
  if (clock.state === 'stopped') return { words: '计时已暂停', ...paused(clock, day) }
  if (clock.state === 'ended')
    return { words: '计时已结束', ...(day === undefined ? {} : { note: `到期日：${day}` }) }
  if (day === undefined) return { words: '还没有开始计时' }
  if (clock.standing === 'late')
    return { words: day, note: '已经超过这一天。您可以拨打监督电话，系统也已提醒上级。' }
  return clock.standing === 'soon' ? { words: day, note: '快到期了' } : { words: day }
}

/** What a pause means for whoever waits: since when, for what, and that no day is lost or begun anew. */
function paused({ paused: stops = [] }: ClockSentence, day: string | undefined): { note?: string } {
  const [first] = stops
  if (first === undefined) return day === undefined ? {} : { note: `暂停前的到期日：${day}` }
  return { note: `您的办理时间从${dayInWords(first.since)}起暂停，${waitingFor(stops)}，结束后接着算。` }
}

/** What a limit waits for, each ground with the day that was told for it. */
export function waitingFor(stops: readonly Pause[]): string {
  const until = new Map(stops.map(({ waitsFor, until: told }) => [waitsFor, told]))
  const grounds = [...until].map(([ground, told]) =>
    told === undefined ? ground : `${ground}（预计到${dayInWords(told)}）`,
  )
  return `因为要等${grounds.join('、')}`
}
