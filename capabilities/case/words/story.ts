import type { Fact } from '#engine/fact.ts'
import { chineseDay } from '#engine/clock/explain.ts'
import type { PaperName } from '../contract.ts'
import type { Teller } from '../chapters/chapter-words.ts'
import { joinedWords } from '../chapters/words.ts'
import type { ServingMode } from '#capabilities/licence-seal/model.ts'
import { SERVED_BY, servingLines } from './serving.ts'
import { LEFT_OPEN_TITLES, PAPER_TITLES } from './titles.ts'
import { toldNotice } from './supplement.ts'

export type { Teller }

const CHAPTERS_TELL = joinedWords('told')

const CHECKED = {
  met: '事后核查：情况与承诺一致',
  rectify: '事后核查发现问题，责令限期整改',
  broken: '事后核查：情况与承诺不符',
}

/** Which seal it was; facts from before seals were named say only that one was used. */
const sealName = ({ use }: Fact['body']): string => {
  const { name } = (use ?? {}) as { name?: string }
  return name === undefined ? '' : `印章：${name}`
}

/** One fact as a Chinese sentence with its details: the trail as a story, the same for citizen and clerk. */
export function tell(fact: Fact, teller: Teller): { text: string; details: string[] } {
  const { body } = fact
  const { open, material } = teller
  const opened = (key: string): string => String(open(body[key]) ?? '')
  const part = (key: string, name: string): string => {
    const value = open(body[key])
    return typeof value === 'object' && value !== null && name in value
      ? String((value as Record<string, unknown>)[name])
      : ''
  }
  const plain = (text: string, ...details: string[]) => ({
    text,
    details: details.filter((line) => line !== ''),
  })
  switch (fact.kind) {
    case 'received': {
      const missing = (body['missing'] as string[]) ?? []
      const later = missing.length ? `还没有提供：${missing.map(material).join('、')}` : ''
      const again = opened('again') === '' ? '' : `同一事项正在办理，再次申请的理由：${opened('again')}`
      if (body['sentFrom'] !== undefined) return plain('便民服务站代受理：材料齐全，已上报受理', later, again)
      return plain(
        body['channel'] === 'online' ? '网上提交了申请，已收件' : '窗口收下了申请材料',
        later,
        again,
      )
    }
    case 'pre-reviewed':
      return plain(body['passed'] ? '预审通过' : '预审发现问题', opened('remark'))
    case 'supplement-notified':
      return toldNotice(body, teller)
    case 'supplied':
      return plain(
        body['byPost'] === true ? `${chineseDay(String(body['on']))}收到邮寄的补正材料` : '提交了补正材料',
        Object.keys(body['materials'] as object)
          .map(material)
          .join('、'),
      )
    case 'refusal-proposed':
      return plain('窗口建议不予受理，提交审定', opened('reason'), opened('basis'))
    case 'returned-to-window':
      return plain('审定后退回窗口继续办理', opened('reason'))
    case 'acceptance-refused':
      return plain(
        body['ground'] === 'not-needed' ? '告知依法不需要办理，不受理' : '决定不予受理',
        part('reason', 'reason'),
        part('reason', 'basis'),
        typeof body['competentBody'] === 'string' ? `可以向${body['competentBody']}申请` : '',
      )
    case 'accepted':
      return body['deemed']
        ? plain(`五个工作日内没有一次告知，依法自${chineseDay(String(body['on']))}收到材料之日起视为受理`)
        : plain(body['tolerated'] ? '主要材料齐全，容缺受理' : '材料齐全，予以受理', opened('remark'))
    case 'reviewed':
      return plain(`审查完成，建议${body['opinion'] === 'grant' ? '准予' : '不予'}`, opened('text'))
    case 'returned-to-review':
      return plain('退回重新审查', opened('reason'))
    case 'granted':
      return plain('作出准予决定', part('reason', 'conclusion'))
    case 'denied':
      return plain('作出不予决定', part('reason', 'reason'), part('reason', 'basis'))
    case 'sealed':
      return plain('加盖印章，制作决定书', sealName(body))
    case 'delivered':
      if (body['mode'] === 'post') return plain('邮件已签收', part('receiver', 'receiver'))
      return body['mode'] === 'electronic'
        ? plain('决定书已送到申请人的网上账户')
        : plain('在窗口送达', part('receiver', 'receiver'))
    case 'promised':
      return plain('选择告知承诺方式，签署了告知承诺书')
    case 'commitment-withdrawn':
      return plain('撤回承诺，改按一般程序办理', opened('reason'))
    case 'left-open':
      return plain(
        `说明未当场办结的原因：${LEFT_OPEN_TITLES[body['code'] as keyof typeof LEFT_OPEN_TITLES]}`,
        opened('text'),
      )
    case 'visit-ended':
      return plain(body['explained'] ? '当天没有办结，原因已经记录' : '当天没有办结，也没有说明原因')
    case 'surveyed':
      return plain(
        `完成现场勘验，${body['result'] === 'met' ? '符合条件' : '不符合条件'}`,
        part('text', 'text'),
      )
    case 'posted':
      return plain('决定书已交付邮寄', body['freight'] === 'collect' ? '邮费到付' : '邮费由政府承担')
    case 'waybill-recorded':
      return plain(`${String(body['carrier'])}运单号：${String(body['waybill'])}`)
    case 'tracked': {
      const events = open(body['events']) as { text: string }[] | undefined
      return plain('邮件有新动态', events?.at(-1)?.text ?? '')
    }
    case 'post-returned':
      return plain('邮件退回，决定书留在窗口待领取', opened('reason'))
    case 'checked':
      return plain(CHECKED[body['result'] as keyof typeof CHECKED], part('text', 'text'))
    case 'rectification-lapsed':
      return plain('整改期限届满没有改正，按不符合承诺处理')
    case 'revocation-decided':
      return plain('决定撤销', part('reason', 'reason'), part('reason', 'basis'))
    case 'revoked':
      return plain(
        `撤销决定${SERVED_BY[body['mode'] as ServingMode] ?? '已送达'}，原决定失去效力`,
        ...servingLines(open(body['receiver'])),
      )
    case 'closed':
      return plain('办结')
    case 'withdrawn':
      return plain('申请人撤回申请', opened('reason'))
    case 'lapsed':
      return plain(body['of'] === 'gaps' ? '承诺没有守住，视为撤回申请' : '期限内没有补正，视为撤回申请')
    case 'clock-recomputed':
      return plain('放假安排已公布，办理期限按新的日历重新计算')
    case 'document-rendered':
      return plain(`生成文书：${PAPER_TITLES[(body['paper'] as { kind: PaperName }).kind]}`)
    default:
      return CHAPTERS_TELL[fact.kind]?.(fact, teller) ?? plain(fact.kind)
  }
}
