import { chineseDay } from '#engine/clock/explain.ts'
import type { ClockEntry } from '#engine/clock/entry.ts'
import type { Fact } from '#engine/fact.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords, Told } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'
import { answeringFields, answeringLines } from '../../words/answering.ts'
import { RECEIVER_FIELDS } from '../special/receiver.ts'
import type { HearingGround, HearingText } from './dossier.ts'
import { examiners, NOTICE_AHEAD } from './rules.ts'

export const GROUND_NAMES: Readonly<Record<HearingGround, string>> = {
  interests: '直接涉及申请人与他人之间重大利益关系（行政许可法第四十七条）',
  prescribed: '法律、法规、规章规定应当听证，或者涉及公共利益的重大事项（行政许可法第四十六条）',
}

const NOTIFY_FIELDS: readonly ActField[] = [
  {
    ...{ name: 'ground', label: '听证的依据', type: 'choice', required: true, start: 'interests' },
    options: [
      { value: 'interests', label: '直接涉及申请人与他人之间重大利益关系' },
      { value: 'prescribed', label: '依法应当听证或者涉及公共利益的重大事项' },
    ],
  },
  {
    ...{ name: 'why', label: '理由', type: 'long-text', required: true, least: 4, maxLength: 500 },
    hint: '会印在听证告知书上。',
  },
  {
    ...{ name: 'others', label: '利害关系人', type: 'long-text', required: false, sent: 'lines' },
    hint: '每行一人。利害关系人同样有权要求听证，要分别告知。',
  },
]

const requestFields = ({ own }: About): ActField[] => [
  ...(own
    ? []
    : ([
        {
          ...{ name: 'who', label: '由谁提出', type: 'choice', required: true, start: 'applicant' },
          options: [
            { value: 'applicant', label: '申请人' },
            { value: 'third-party', label: '利害关系人' },
          ],
        },
        {
          ...{ name: 'name', label: '利害关系人', type: 'text', required: false, maxLength: 60 },
          ...{ showWhen: { field: 'who', equals: 'third-party' } },
        },
      ] satisfies ActField[])),
  {
    ...{
      name: 'reason',
      label: '要求听证的理由',
      type: 'long-text',
      required: true,
      least: 2,
      maxLength: 1000,
    },
    ...(own ? { hint: '听证不收任何费用。' } : {}),
  },
]

/** At a window what was signed is on record, as for every other right to be heard. */
const SIGNATURE = answeringFields('申请人').flatMap(({ showWhen, ...field }): ActField[] =>
  showWhen?.field === 'form' ? [field] : [],
)

const waiveFields = ({ own, dossier }: About): ActField[] =>
  own ? [] : [...((dossier.hearing?.others ?? 0) === 0 ? [] : EVERYBODY), ...SIGNATURE]

const EVERYBODY: readonly ActField[] = [
  {
    ...{ name: 'everybody', label: '利害关系人是否都书面放弃', type: 'yes-no', required: true },
    ...{ sent: 'boolean', hint: '有人没有放弃的选“否”，听证权利保留到期限届满。' },
  },
]

/** Whoever of the deciding body did not examine the case may preside. */
async function conveneFields({ area, dossier, means, today, calendar }: About): Promise<ActField[]> {
  const near = await means.posts.colleagues(area, { body: dossier.decidingBody, place: '' }, today)
  const { posts: examined, people } = examiners(dossier)
  const free = near.filter(({ post, person }) => !examined.includes(post) && !people.includes(person))
  const first = calendar.addWorkingDays(today, NOTICE_AHEAD)
  return [
    {
      ...{ name: 'day', label: '听证日期', type: 'date', required: true, start: first },
      hint: `要在举行的七个工作日前通知，最早${chineseDay(first)}。`,
    },
    {
      ...{ name: 'time', label: '时间', type: 'text', required: true, start: '09:30' },
      pattern: { matches: '^([01]\\d|2[0-3]):[0-5]\\d$', otherwise: '请按 09:30 的样子填写时间' },
    },
    { name: 'place', label: '地点', type: 'text', required: true, least: 2, maxLength: 100 },
    {
      ...{ name: 'presider', label: '听证主持人', type: 'choice', required: true },
      ...{ hint: '由审查本申请的工作人员以外的人担任。' },
      options: free
        .slice(0, 100)
        .map(({ post, personName, title }) => ({ value: post, label: `${personName}（${title}）` })),
    },
    {
      ...{ name: 'closedBecause', label: '不公开的理由', type: 'text', required: false, maxLength: 300 },
      hint: '听证应当公开举行；涉及国家秘密、商业秘密、个人隐私而不公开的，在这里写明。',
    },
  ]
}

const RECORD_FIELDS: readonly ActField[] = [
  {
    ...{ name: 'people', label: '听证参加人', type: 'long-text', required: true, sent: 'lines' },
    hint: '每行一人，写明身份，例如：李示例（利害关系人）。',
  },
  {
    ...{ name: 'evidence', label: '审查人员提供的证据、理由', type: 'long-text', required: true },
    ...{ least: 4, maxLength: 4000 },
  },
  {
    ...{ name: 'record', label: '各方陈述、申辩和质证', type: 'long-text', required: true },
    ...{ least: 10, maxLength: 4000, hint: '照参加人的话记录，写明谁说的。' },
  },
  {
    ...{
      name: 'signed',
      label: '参加人都已确认并签字或者盖章',
      type: 'yes-no',
      required: true,
      sent: 'boolean',
    },
    hint: '有人没有签字的选“否”，并在下面写明。',
  },
  {
    ...{ name: 'refused', label: '没有签字的人', type: 'long-text', required: false, sent: 'lines' },
    ...{ showWhen: { field: 'signed', equals: 'no' }, hint: '每行一人，写明姓名和不签字的原因。' },
  },
]

const LAW = '行政许可法'

const day = ({ day: value }: Readonly<Record<string, unknown>>): string =>
  typeof value === 'string' ? chineseDay(value) : '所定日期'

export const hearingWords: ChapterWords = {
  group: 'special',
  acts: {
    'notify-hearing-right': {
      title: '告知听证权利',
      tone: 'normal',
      help: '决定以前告知申请人、利害关系人。告知和等待不停办理期限，有人要求听证（或者依法应当听证）才暂停。',
      lawful: `${LAW}第四十七条：直接涉及申请人与他人之间重大利益关系的，在作出决定前应当告知享有要求听证的权利。`,
      fields: NOTIFY_FIELDS,
    },
    'serve-hearing-notice': {
      title: '送达听证文书',
      tone: 'primary',
      help: '送达听证告知书或者听证通知书。',
      lawful: `${LAW}第四十七条、第四十八条第一款第一项。`,
      fields: RECEIVER_FIELDS,
    },
    'request-hearing': {
      title: '要求听证',
      tone: 'normal',
      clock: 'hearing-request',
      help: '在告知书写明的期限内提出；听证不收费。从提出之日到听证举行之日，不计算在办理期限内。',
      lawful: `${LAW}第四十七条：被告知听证权利之日起五日内提出，行政机关应当在二十日内组织听证；不承担组织听证的费用。`,
      fields: requestFields,
    },
    'waive-hearing': {
      title: '放弃听证',
      tone: 'normal',
      clock: 'hearing-request',
      help: '放弃以后不能再要求听证。不放弃的不用操作，期限届满自动视为放弃。',
      fields: waiveFields,
    },
    'convene-hearing': {
      title: '组织听证',
      tone: 'primary',
      help: '定下时间、地点和主持人，通知申请人、利害关系人；再次组织的以最后一次为准。',
      lawful: `${LAW}第四十八条第一款：举行听证的七日前通知，公开举行，由审查人员以外的人主持。`,
      fields: conveneFields,
    },
    'object-to-presider': {
      title: '申请主持人回避',
      tone: 'normal',
      help: '认为主持人与这个事项有直接利害关系的，可以申请换人。',
      lawful: `${LAW}第四十八条第一款第三项：有权申请回避。`,
      fields: ({ own }) => [
        ...(own
          ? []
          : ([
              { name: 'name', label: '提出人', type: 'text', required: false, maxLength: 60 },
            ] satisfies ActField[])),
        { name: 'reason', label: '理由', type: 'long-text', required: true, least: 2, maxLength: 500 },
      ],
    },
    'keep-presider': {
      title: '不同意回避申请',
      tone: 'normal',
      help: '同意回避的，用“组织听证”另定主持人。',
      fields: [
        { name: 'reason', label: '理由', type: 'long-text', required: true, least: 4, maxLength: 500 },
      ],
    },
    'record-hearing': {
      title: '登记听证笔录',
      tone: 'primary',
      help: '由主持人登记；办理期限从听证次日起继续计算。',
      lawful: `${LAW}第四十八条第一款第五项：听证笔录应当交听证参加人确认无误后签字或者盖章。`,
      fields: RECORD_FIELDS,
    },
    'weigh-hearing': {
      title: '说明听证笔录的采纳情况',
      tone: 'primary',
      help: '写明采纳和不采纳的意见及理由，决定书随之引用。',
      lawful: `${LAW}第四十八条第二款：行政机关应当根据听证笔录，作出行政许可决定。`,
      fields: [
        { name: 'text', label: '采纳情况', type: 'long-text', required: true, least: 10, maxLength: 2000 },
      ],
    },
  },
  stands({ dossier: { hearing }, body, until }) {
    if (hearing === undefined || hearing.over !== undefined) return undefined
    if (hearing.served === undefined) return `由${body}告知您要求听证的权利；送达以后您可以要求听证。`
    const { convened, requested } = hearing
    if (convened !== undefined)
      return `${chineseDay(convened.day)}${convened.time}在${convened.place}听证，由${body}的听证主持人主持；听证以后再作出决定。`
    return requested === undefined &&
      hearing.ground === 'interests' &&
      hearing.applicantWaivedOn === undefined
      ? `等您决定要不要听证${until('hearing-request')}；不要求的，由${body}接着办理。`
      : `由${body}组织听证${until('hearing')}；听证以后再作出决定。`
  },
  clocks: { 'hearing-request': '要求听证的期限', hearing: '组织听证期限' },
  asks: { 'hearing-request': () => '决定要不要听证' },
  roles: { 'hearing-presider': '听证主持人' },
  refusals: {
    'presider-reviewed':
      '听证主持人应当是审查这个申请的工作人员以外的人。请另选主持人；主持过听证的人也不再审查。',
    'presider-objected':
      '有人申请主持人回避，还没有答复。请另定主持人重新组织听证，或者说明不同意回避的理由。',
    'presider-unknown': '听证主持人要从决定机关在岗的人员里选。请重新选择主持人。',
    'hearing-notice-short': (facts) =>
      `听证的七个工作日前要通知到申请人、利害关系人，${day(facts)}太近了。请选${typeof facts['first'] === 'string' ? `${chineseDay(facts['first'])}或者更晚` : '更晚'}的日期，重新组织听证。`,
    'hearing-too-late': (facts) =>
      `收到听证申请后二十个工作日内要组织听证，最晚${typeof facts['last'] === 'string' ? chineseDay(facts['last']) : '到期限届满'}。请选更早的日期。`,
    'hearing-request-late': (facts) =>
      `要求听证的期限到${day(facts)}为止，已经过了。您仍然可以到窗口书面陈述意见，决定机关会一并考虑。`,
    'hearing-not-held':
      '已经告知听证权利，听证程序还没有结束。请等期限届满、各方放弃或者听证举行以后再继续。',
    'hearing-not-weighed': '听证已经举行，决定要根据听证笔录作出。请先写明笔录的采纳情况，再作决定。',
    'hearing-notice-unserved': '听证通知书还没有送达，听证不能算依法举行。请先送达，或者重新组织听证。',
    'hearing-not-yet': (facts) => `听证定在${day(facts)}举行，还没有到。请在听证举行以后登记笔录。`,
    'hearing-unsigned':
      '听证笔录要交参加人确认无误后签字或者盖章。请先请参加人签字；有人拒绝签字的，在笔录里写明情况。',
  },
  told: {
    'hearing-right-told': ({ body }, { open }) => {
      const { why, others = [] } = (open(body['text']) ?? {}) as Partial<HearingText>
      return told('告知听证权利', why ?? '', others.length > 0 ? `利害关系人：${others.join('、')}` : '')
    },
    'hearing-notice-served': ({ body, clock = [] }, { open }) => {
      const { receiver } = (open(body['receiver']) ?? {}) as { receiver?: string }
      const right = body['which'] === 'right'
      const where = body['mode'] === 'electronic' ? '申请人的网上账户' : ''
      return told(
        right ? `听证告知书已送达${where}${pausing(clock)}` : `听证通知书已送达${where}`,
        receiver ? `签收人：${receiver}` : '',
      )
    },
    'hearing-requested': ({ body, clock = [] }, { open }) => {
      const { reason = '', name } = (open(body['text']) ?? {}) as { reason?: string; name?: string }
      const who = body['by'] === 'third-party' ? `利害关系人${name ?? ''}` : '申请人'
      return told(`${who}要求听证${pausing(clock)}`, reason)
    },
    'hearing-waived': ({ body }, { open }) =>
      told(
        body['closes'] ? '放弃听证' : '申请人放弃听证，利害关系人的听证权利保留到期限届满',
        ...signatureLines(open(body['signature'])),
      ),
    'hearing-lapsed': ({ body }) => told(`到${chineseDay(String(body['on']))}没有人要求听证，视为放弃`),
    'hearing-convened': (fact) => told(`定于${when(fact)}在${String(fact.body['place'])}举行听证`),
    'presider-objected': ({ body }, { open }) => {
      const { reason = '', name } = (open(body['text']) ?? {}) as { reason?: string; name?: string }
      return told(`${name ?? '申请人'}申请听证主持人回避`, reason)
    },
    'presider-kept': ({ body }, { open }) => told('不同意听证主持人回避', String(open(body['reason']) ?? '')),
    'hearing-held': ({ body }, { open }) => {
      const people = open(body['people'])
      return told(
        `${chineseDay(String(body['on']))}举行了听证，笔录已经参加人签字`,
        Array.isArray(people) ? `参加人：${people.join('、')}` : '',
        String(open(body['record']) ?? ''),
      )
    },
    'hearing-weighed': ({ body }, { open }) =>
      told('说明听证笔录的采纳情况', String(open(body['text']) ?? '')),
  },
}

function told(text: string, ...details: string[]): Told {
  return { text, details: details.filter((line) => line !== '') }
}

const pausing = (clock: readonly ClockEntry[]): string =>
  clock.some(({ entry }) => entry === 'stop') ? '，办理期限暂停' : ''

const signatureLines = (said: unknown): string[] =>
  typeof said === 'object' ? answeringLines({ form: 'signed', ...said }) : []

export function when({ body }: Pick<Fact, 'body'>): string {
  return `${chineseDay(String(body['day']))}${String(body['time'])}`
}
