import { shortDay } from '#ui/format/day.ts'
import type { MessageKind, MessageParams } from '../contract.ts'

/**
 * What leaves the house. Screens light up on tables and phones are shared, so no name, no item and no outcome is in it: only
 * the end of the case number and what to do. Kinds that are not here stay in the inbox.
 */
const OUTSIDE: Partial<Record<MessageKind, (params: MessageParams) => string>> = {
  supplement: ({ day }) => `需要补正材料，请${by(day)}登录网站“我的消息”查看并补齐，也可到窗口办理。`,
  'supplement-reminder': ({ day }) => `要补的材料还没有收到，请${by(day)}补齐，逾期视为撤回申请。`,
  accepted: ({ day }) => `已经受理${day ? `，最晚${shortDay(day)}有结果` : ''}，不用再跑，等通知就行。`,
  'accepted-with-gaps': ({ day }) => `已经先行受理，承诺补交的材料请${by(day)}补齐。`,
  'gap-reminder': ({ day }) => `承诺补交的材料还没有收齐，请${by(day)}补齐，逾期视为撤回申请。`,
  'gap-defective': ({ day }) => `补交的材料要改，请${by(day)}登录网站“我的消息”查看并重新补交。`,
  'gap-lapsed': () => '承诺的材料没有按期补齐，视为撤回申请。材料备齐后可以重新申请。',
  'deemed-accepted': ({ day }) => `已依法视为受理${day ? `，最晚${shortDay(day)}有结果` : ''}，等通知就行。`,
  'withdrawn-at-window': () => '已在窗口登记撤回。不是您的意思，请马上联系窗口或拨打12345。',
  'promise-withdrawn': () => '已在窗口登记撤回承诺，需要补交材料。不是您的意思，请马上联系窗口。',
  'returned-at-window': () => '已在窗口登记退件。不是您的意思，请马上联系窗口或拨打12345。',
  terminated: () => '办理已经终止，理由和救济途径请登录网站“我的消息”查看。',
  forwarded: () => '已转报上级机关决定，不用再交材料，等通知就行。',
  'handler-changed': ({ handler }) =>
    `换了承办单位，以后请问${handler ? `${handler.name}（${handler.phone}）` : '受理的窗口'}，期限不变，不用再交材料。`,
  'notice-to-fetch': ({ place }) => `有文书要交给您，请带身份证到${where(place)}签收。`,
  'special-begun': () => '办理期限暂停，原因和要准备的请登录网站“我的消息”查看。',
  'hearing-right': ({ day }) => `您有一项权利可以行使，请${by(day)}登录网站“我的消息”查看，也可到窗口办理。`,
  'hearing-called': () => '有时间、地点要您知道，请登录网站“我的消息”查看。',
  extended: ({ day }) => `办理期限延长${day ? `到${shortDay(day)}` : ''}，理由请登录网站“我的消息”查看。`,
  'version-offered': () => '有更方便的办法可以选，请登录网站“我的消息”查看；不选也照常办理。',
  // That somebody objected at all is nobody else's business, so it reads like any other news.
  'objection-answered': () => '有新进展，请登录网站“我的消息”查看。',
  lapsed: () => '没有按期补正，视为撤回申请。材料备齐后可以重新申请。',
  'deadline-moved': ({ day }) => `放假安排公布了，要您办的事请${by(day)}完成，详情请登录网站“我的消息”查看。`,
  'result-at-window': ({ place }) => `有结果了，请带身份证到${where(place)}领取。`,
  'collect-reminder': ({ place }) => `还有文书没有领取，请带身份证到${where(place)}领取。`,
  waybill: ({ waybill = '' }) => `文书已经寄出，运单号${waybill}，请留意收件。`,
  'post-returned': ({ place }) => `邮件没有送到，已退回，请带身份证到${where(place)}领取。`,
  'delivered-online': () => '有结果了，请登录网站“我的消息”查看和下载。',
  'check-rectify': ({ day }) => `有事项需要您整改，请${by(day)}完成，详情请登录网站“我的消息”查看。`,
  'check-broken': () => '有重要通知，请尽快登录网站“我的消息”查看，或联系窗口。',
  'rectification-over': () => '有重要通知，请尽快登录网站“我的消息”查看，或联系窗口。',
  'intent-told': ({ day }) =>
    `有重要通知，您可以陈述申辩，请${by(day)}登录网站“我的消息”查看，也可到窗口办理。`,
  'revocation-ready': ({ place }) => `有重要文书，请带身份证到${where(place)}领取。`,
  revoked: () => '有重要通知，请尽快登录网站“我的消息”查看，或联系窗口。',
  'licence-reminder': ({ day }) =>
    day === undefined
      ? '发的证照快到期了，到期以后不能再使用，详情请登录网站“我的消息”查看。'
      : `发的证照快到期了，要延续的请${by(day)}申请，详情请登录网站“我的消息”查看。`,
  'licence-expired': () => '发的证照已过有效期，详情请登录网站“我的消息”查看。',
  'licence-renewed-by-law': () => '发的证照有新进展，请登录网站“我的消息”查看。',
  'licence-intent': ({ day }) =>
    `有重要通知，您可以陈述申辩，请${by(day)}登录网站“我的消息”查看，也可到窗口办理。`,
  'licence-intent-dropped': () => '发的证照有新进展，请登录网站“我的消息”查看。',
  'licence-changed-by-office': () => '发的证照内容有变更，请登录网站“我的消息”查看，或联系窗口换发。',
  'licence-corrected': () => '发的证照文字已更正，请登录网站“我的消息”查看，或到窗口换发。',
  'licence-ended': () => '有重要通知，请尽快登录网站“我的消息”查看，或联系窗口。',
}

/** Two parts of a short message at most; longer ones arrive torn. */
export const SMS_CHARACTERS_MAX = 140

export function goesOutside(kind: MessageKind): boolean {
  return OUTSIDE[kind] !== undefined
}

interface Letter {
  kind: MessageKind
  params: MessageParams
  no: string
  areaName: string
}

export function shortMessage(letter: Letter): string {
  return `【${signatory(letter.areaName)}】${sentence(letter)}`
}

export function email(letter: Letter, publicUrl: string): { subject: string; text: string } {
  return {
    subject: `您的办件（尾号${tail(letter.no)}）有新消息`,
    text: [
      '您好：',
      '',
      sentence(letter),
      '',
      `登录后查看：${publicUrl}/my/messages`,
      '',
      `不想再收到邮件，可以在${publicUrl}/my/messages/settings 里去掉邮箱。`,
      '这封邮件是系统发出的，请不要回复。我们不会在邮件里要您的密码、验证码或银行卡号。',
      '',
      signatory(letter.areaName),
    ].join('\n'),
  }
}

function sentence({ kind, params, no }: Letter): string {
  const words = OUTSIDE[kind]
  if (words === undefined) throw new Error(`${kind} is not told outside the house`)
  return `您的办件（尾号${tail(no)}）${words(params)}`
}

/** 博山区 signs as 博山政务服务; a name of two characters such as 单县 stays whole. */
export function signatory(areaName: string): string {
  const short = [...areaName].length > 2 ? areaName.replace(/[区县市]$/u, '') : areaName
  return `${short}政务服务`
}

const tail = (no: string): string => no.slice(-4)
const by = (day: string | undefined): string => (day === undefined ? '尽快' : `最晚${shortDay(day)}`)

/** A name too long for a short message gives way to what everybody understands. */
const where = (place: string): string => ([...place].length > 30 ? '收件的窗口' : place)
