import { chineseDay } from '#engine/clock/explain.ts'
import type { Serving, ServingMode } from '#capabilities/licence-seal/model.ts'
import type { DeliveryData } from '../documents/papers.ts'

export type ServedBy = ServingMode | 'electronic'

const MODES: Readonly<Record<ServedBy, DeliveryData['mode']>> = {
  ...{ window: 'direct', leave: 'leave', post: 'post', electronic: 'electronic', announcement: 'notice' },
}

interface Place {
  /** The place whose window handed it over. */
  window: string
  /** Whose address and account it went to: 持证人, 申请人. */
  whose: string
}

/** What a record of service (送达回证) says of one service: how, where, by whose hand (参照民事诉讼法第八十七条). */
export function serviceRecord(mode: ServedBy, record: Partial<Serving>, { window, whose }: Place) {
  const where: Readonly<Record<ServedBy, string | undefined>> = {
    window,
    leave: record.leftAt,
    post: `${whose}登记的地址`,
    electronic: `网上办事大厅${whose}账户`,
    announcement: record.announcedAt,
  }
  return {
    mode: MODES[mode],
    ...(where[mode] === undefined ? {} : { place: where[mode] }),
    ...signedBy(record),
    ...(record.refusal === undefined ? {} : { refusal: record.refusal }),
    ...(record.witness === undefined ? {} : { witness: record.witness }),
    ...noteOf(mode, record),
  }
}

function signedBy({ receiver, signer, relation }: Partial<Serving>) {
  if (receiver !== undefined && relation === 'agent') return { receivedFor: receiver }
  const name = receiver ?? signer
  return name === undefined ? {} : { signedBy: name }
}

function noteOf(mode: ServedBy, { identified, waybill, reason, announcedOn }: Partial<Serving>) {
  const notes: Readonly<Partial<Record<ServedBy, string>>> = {
    ...(identified ? { window: `核验：${identified}` } : {}),
    ...(waybill ? { post: `邮件号码：${waybill}，送达日期为回执上注明的收件日期` } : {}),
    ...(reason
      ? {
          announcement: `${announcedOn ? chineseDay(announcedOn) : ''}发出公告。公告原因：${reason}。公告期满视为送达`,
        }
      : {}),
  }
  return notes[mode] === undefined ? {} : { note: notes[mode] }
}
