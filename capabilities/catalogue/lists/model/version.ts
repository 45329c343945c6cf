import { Type as T } from 'typebox'
import { field, record } from '#capabilities/books/model.ts'
import { ListLine } from '../line.ts'

/** How a list reaches the public; an entrusted newspaper of the county counts as one. */
export const CHANNELS = {
  website: '政府网站',
  portal: '政务服务网',
  hall: '大厅、中心公告栏',
  village: '村（社区）公开栏',
  newspaper: '报纸',
  account: '政务新媒体',
} as const

/** What was made public, where, on which day and under which number (BS-2.1-07). */
export const Notice = record({
  on: field.day('公告日期'),
  channel: field.choice('公告渠道', CHANNELS),
  documentNo: field.text('公告文号', { most: 60 }),
  link: field.optional(field.text('公告地址', { most: 300 })),
})

export interface NoticeGiven {
  on: string
  channel: keyof typeof CHANNELS
  documentNo: string
  link?: string
}

/** Why a line stays although the list it is tied to has changed. */
export interface Explained {
  line: string
  reason: string
  /** Number of the version above that it was explained against. */
  against: number
}

export const VersionBody = record({
  title: field.text('清单名称', { most: 120 }),
  no: field.count('版次', { least: 1, most: 9999 }),
  from: field.day('施行日期'),
  lines: T.Array(ListLine, { title: '目录行' }),
  approvalNo: field.optional(field.text('审定文号', { most: 60 })),
  announcedOn: field.optional(field.day('公告日期')),
  channel: field.optional(field.choice('公告渠道', CHANNELS)),
  documentNo: field.optional(field.text('公告文号', { most: 60 })),
  link: field.optional(field.text('公告地址', { most: 300 })),
  handbookOn: field.optional(field.day('受理手册公告日期')),
  handbookChannel: field.optional(field.choice('受理手册公告渠道', CHANNELS)),
  handbookNo: field.optional(field.text('受理手册公告文号', { most: 60 })),
  handbookLink: field.optional(field.text('受理手册公告地址', { most: 300 })),
  explained: field.optional(
    T.Array(
      T.Object(
        { line: T.String(), reason: T.String(), against: T.Integer() },
        { additionalProperties: false },
      ),
      { title: '已说明的目录行' },
    ),
  ),
})

/** One version of a list as it is recorded. */
export interface ListVersion {
  title: string
  no: number
  from: string
  lines: readonly ListLine[]
  approvalNo?: string
  announcedOn?: string
  channel?: keyof typeof CHANNELS
  documentNo?: string
  link?: string
  handbookOn?: string
  handbookChannel?: keyof typeof CHANNELS
  handbookNo?: string
  handbookLink?: string
  explained?: readonly Explained[]
}

/** It holds from its day, and never before the public could know of it. */
export const firstDayOf = ({ from, announcedOn }: Pick<ListVersion, 'from' | 'announcedOn'>): string =>
  announcedOn !== undefined && announcedOn > from ? announcedOn : from
