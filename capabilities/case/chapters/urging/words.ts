import { chineseDay } from '#engine/clock/explain.ts'
import type { Sentences } from '#platform/http/problem.ts'
import type { ActField } from '../../contract/act-field.ts'
import { procedureOf } from '../../model/procedures.ts'
import type { ChapterWords } from '../chapter-words.ts'
import { urgesOpen } from '../owed.ts'
import type { About } from '../chapter-page.ts'
import { STEP, type Addressee } from './dossier.ts'
import { isUrged, mayUrge, targetsOf, type Target } from './targets.ts'

const ROLES: Readonly<Record<string, string>> = {
  'window-clerk': '窗口人员',
  reviewer: '审查人员',
  approver: '审批人员',
  issuer: '制证人员',
  head: '单位负责人',
  'government-head': '政府负责人',
}

/** Whom it is about, as colleagues call them: by name where somebody has it in hand. */
export function addressed(
  { posts = [], roles = [], body, place }: Addressee,
  named: { post(id: string): string; body(id: string): string },
): string {
  if (posts.length > 0) return posts.map((post) => named.post(post)).join('、')
  const where = body === undefined || place !== undefined ? '' : named.body(body)
  return `${where}${roles.map((role) => ROLES[role] ?? role).join('、')}`
}

const DOING = '办这一步'

function label(about: About, { who, what, limit }: Target): string {
  const named = {
    post: (id: string) => about.world.posts.find(({ post }) => post === id)?.personName ?? about.post(id),
    body: (id: string) => about.world.bodies.get(id) ?? '',
  }
  if (limit.standing === 'stopped') return ''
  // Without the weekday: its brackets would stand within these.
  const date = chineseDay(limit.day).replace(/（.*$/, '')
  const day = limit.standing === 'late' ? `${date}已经到期` : `${date}到期`
  return `${addressed(who, named)}：${what ?? DOING}（${day}）`
}

const urgeFields = (about: About): ActField[] => {
  const { dossier, world, today, actor } = about
  const [role] = procedureOf(dossier).states[dossier.state]?.waitsFor ?? []
  const waits = role === 'applicant' || role === 'system' ? undefined : role
  const near = targetsOf(dossier, waits, world, today).filter(
    (target) =>
      (target.limit.standing === 'near' || target.limit.standing === 'late') &&
      (actor === undefined || mayUrge(actor, target)),
  )
  return [
    {
      ...{ name: 'to', label: '催谁', type: 'choice', required: true },
      options: near.map((target) => ({ value: target.to, label: label(about, target) })),
      ...(near[0] === undefined ? {} : { start: near[0].to }),
    },
    {
      ...{ name: 'text', label: '催办内容', type: 'long-text', required: true, least: 4, maxLength: 1000 },
      hint: '写清楚要办什么、什么时候前办完；会记入案卷，同一个人一个工作日只能催一次',
    },
  ]
}

/** As much as a hint may say. */
const HINT_MAX = 200
const WHOLE_TEXT = '……”，全文看“催办”一栏'

function asHint(said: string): string {
  const signs = [...said]
  return signs.length <= HINT_MAX
    ? said
    : `${signs.slice(0, HINT_MAX - WHOLE_TEXT.length - 10).join('')}${WHOLE_TEXT}`
}

/** What is to be answered is read right above the answer. */
const answerFields = ({ dossier, actor, open }: About): ActField[] => {
  const mine = urgesOpen(dossier).filter(({ who }) => actor === undefined || isUrged(actor, who))
  const said = mine.map(({ on, text }) => `${chineseDay(on)}催办：“${String(open(text) ?? '')}”`)
  return [
    {
      ...{ name: 'text', label: '答复', type: 'long-text', required: true, least: 4, maxLength: 500 },
      ...(said.length === 0 ? {} : { hint: asHint(said.join('；')) }),
    },
  ]
}

const refusals: Sentences = {
  'urge-nobody': '现在没有您可以催办的人：办件在等申请人、已经结束，或者不归您这里管。请看“办到哪一步”。',
  'urge-stopped': '办理期限依法停着，不计时，不能催办。等特别程序或者听证结束、恢复计时以后再看。',
  'urge-early': (facts) =>
    `还没有临近期限${typeof facts['from'] === 'string' ? `，${chineseDay(facts['from'])}起可以催办` : ''}。请到时再催。`,
  'urge-once': '这个工作日已经催过，同一个人一个工作日只能催一次。请等答复，或者下一个工作日再催。',
  'urge-oneself': '这一步就在您名下，不能催自己。请直接办理，或者移交给同事。',
}

export const urgingWords: ChapterWords = {
  group: 'pass-on',
  refusals,
  acts: {
    urge: {
      title: '催办',
      tone: 'normal',
      help: '快到期或者已经超期的，催该办的人：对方会收到提醒，办件排到待办最前面，并要答复。催办不改变期限，依法停止计时的不能催。',
      lawful: '行政许可法第十条、第六十条：上级机关要监督检查行政许可的实施。',
      fields: urgeFields,
    },
    'answer-urge': {
      title: '答复催办',
      tone: 'normal',
      // Whoever is urged is to answer now; it is no passing on.
      group: 'forward',
      help: '马上就能办的直接办，办了就算答复；一时办不了的，写明卡在哪里、什么时候办完。',
      fields: answerFields,
    },
  },
  ofTheOffice: ['urged', 'urge-answered', 'urge-ended'],
  told: {
    urged: ({ body }, { open, post, body: bodyName }) => ({
      text: `催办：${addressed(body['who'] as Addressee, { post, body: bodyName })}${body['to'] === STEP ? DOING : String(body['what'] ?? '')}`,
      details: [
        String(open(body['text']) ?? ''),
        `${chineseDay(String(body['day']))}${body['late'] === true ? '已经到期' : '到期'}`,
      ].filter((line) => line !== ''),
    }),
    'urge-answered': ({ body }, { open }) => ({
      text: '答复催办',
      details: [String(open(body['text']) ?? '')].filter((line) => line !== ''),
    }),
    'urge-ended': ({ body }) => ({
      text: body['met'] === true ? '催办以后已经办理' : '办件已往下走，催办结束',
      details: [],
    }),
  },
}
