import type { PublicNotice } from '#capabilities/case/contract.ts'
import { day } from '#ui/format/day.ts'
import type { CitizenWebOptions } from '../../house.ts'

/** The same list as RSS 2.0, so that a village notice board or a reader can follow it. */
export function feedOf(
  notices: readonly PublicNotice[],
  { areaName, publicOrigin }: Pick<CitizenWebOptions, 'areaName' | 'publicOrigin'>,
): string {
  const page = `${publicOrigin}/publicity`
  const items = notices.map(
    (notice) =>
      `<item><title>${xml(titleOf(notice))}</title><link>${xml(`${page}#${notice.id}`)}</link>` +
      `<guid isPermaLink="false">${xml(notice.id)}</guid><description>${xml(summaryOf(notice))}</description></item>`,
  )
  return (
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>' +
    `<title>${xml(`${areaName}公示公告`)}</title><link>${xml(page)}</link><language>zh-CN</language>` +
    `<description>${xml('正在公示的拟决定和将要举行的听证。')}</description>${items.join('')}</channel></rss>`
  )
}

/** Two people of one surname are told apart by their town and by the number the office finds the case by. */
export function titleOf(notice: PublicNotice): string {
  return `${headingOf(notice)}（编号${notice.number}）`
}

export function headingOf({ kind, item, applicant, town }: PublicNotice): string {
  const who = town === undefined ? applicant : `${applicant}，${town}`
  return `${item}${kind === 'publicity' ? '公示' : '听证公告'}：${who}`
}

function summaryOf(notice: PublicNotice): string {
  return notice.kind === 'publicity'
    ? `${notice.text.replace(/[。；]+$/u, '')}。公示期${day(notice.from)}至${day(notice.until)}，${notice.body}。`
    : `${day(notice.day)}${notice.time}在${notice.place}公开举行听证，${notice.body}。`
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' },
}
/** Characters XML has no place for are left out: one of them would make the whole feed unreadable. */
const xml = (text: string): string =>
  text.replace(/(?![\t\n\r])\p{Cc}/gu, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign]!)
