import { day as dayText } from '#ui/format/day.ts'
import { CHANNELS, type ListVersion } from '../lists/model/version.ts'
import type { LinkFlag } from '../lists/model/linkage.ts'

type Facts = Readonly<Record<string, unknown>>

/** Sentences of refusals about lists (清单). */
export const listSentences: Readonly<Record<string, string | ((facts: Facts) => string)>> = {
  'list-not-found': '没有这张清单，或者没有这个版次。',
  'list-empty': '清单里还没有事项。请先增加目录行，再提交审定。',
  'list-from-before-last': ({ day, no }) =>
    `施行日期不能早于第${String(no)}版的施行日期（${dayText(String(day))}）。请改为那天或者以后的日期。`,
  'list-line-no-mode': ({ name }) => `“${String(name)}”没有进驻方式。请选择受理或者直接办理后再保存。`,
  'list-line-no-origin': ({ name }) =>
    `“${String(name)}”没有指导目录的来源。请选择对应的指导目录行；市里同意增加的，填写批准文号。`,
  'list-line-origin-unknown': ({ name, origin }) =>
    `“${String(name)}”的来源“${String(origin)}”不在现行指导目录里。请重新选择来源，或者填写市级批准文号。`,
  'list-line-no-centre-line': ({ name }) =>
    `“${String(name)}”在现行的中心进驻事项目录里没有对应的行。请先公布中心目录，或者删去这一行。`,
  'list-line-not-in-catalogue': ({ item }) =>
    `事项“${String(item)}”今天不在事项库里。请先发布事项，再列入清单。`,
  'list-line-unknown': '选中的目录行已经不在这个版本里。请刷新后重新选择。',
  'certificate-struck-off': ({ name, instead }) =>
    `“${String(name)}”不应由村（居）委会出具。请告诉群众到${String(instead)}办理。`,
  'list-notice-in-future': ({ day }) => `公告日期${dayText(String(day))}还没有到。请在公告发出以后登记。`,
}

export const flagText = (flag: LinkFlag): string => {
  if (flag.flag === 'gone') return '中心目录已经没有对应的事项，请更新本目录或者说明保留原因'
  if (flag.flag === 'renamed') return `中心目录已改为“${flag.above}”，请更新或者说明原因`
  return '中心目录有这一事项，本目录没有对应的行，请增加或者说明原因'
}

export function noticeText({
  announcedOn,
  channel,
  documentNo,
  link,
}: Partial<ListVersion>): string | undefined {
  if (announcedOn === undefined || channel === undefined) return undefined
  return [dayText(announcedOn), CHANNELS[channel], documentNo, link].filter(Boolean).join('，')
}

export function handbookText(version: Partial<ListVersion>): string | undefined {
  const {
    handbookOn: announcedOn,
    handbookChannel: channel,
    handbookNo: documentNo,
    handbookLink: link,
  } = version
  return noticeText({
    ...(announcedOn === undefined ? {} : { announcedOn }),
    ...(channel === undefined ? {} : { channel }),
    ...(documentNo === undefined ? {} : { documentNo }),
    ...(link === undefined ? {} : { link }),
  })
}

export const listColumns = [
  '序号:number',
  '事项名称',
  '领域',
  '事项类型',
  '进驻方式',
  '来源目录行',
  '说明',
] as const
export const changeColumns = ['变化', '事项名称', '说明'] as const
export const CHANGE_WORDS = { came: '新增', went: '删去', changed: '改动' } as const
export const LIST_WORDS = { none: '（无）', changesSheet: '与上一版的差异' } as const
