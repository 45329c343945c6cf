import { chineseDay } from '#engine/clock/explain.ts'
import type { Sentences } from '#platform/http/problem.ts'
import type { AskedPaper, ChapterWords } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'
import { EXAMINED } from '../special/rules.ts'
import { lastDayOf } from '../../model/served.ts'
import type { ActField } from '../../contract/act-field.ts'
import { owed, toVerify, type Gap, type GapWay } from './dossier.ts'
import { gapDaysAtMost } from './limits.ts'
import { tolerable } from './offer.ts'

export const GAP_WAY_WORDS: Readonly<Record<GapWay, string>> = {
  'at-window': '送到窗口',
  'by-post': '邮寄到收件的窗口',
  upload: '在网上办件里上传',
}

export const GAP_STANDING_WORDS: Readonly<Record<Gap['standing'], string>> = {
  open: '还没有补交',
  'handed-in': '已收到，待核验',
  ok: '核验合格',
  defective: '不合要求，需要重新补交',
}

/** What follows when nothing comes, in the words the applicant signs. */
export const IF_MISSED =
  '到期没有补齐的，视为撤回申请，可以重新申请；没有守诺的，信用修复前不再适用容缺受理。'

const option = (item: About['item']) => (id: string) => ({
  value: id,
  label: (item.materials.find((material) => material.id === id)?.name ?? id).slice(0, 80),
})

/** What may follow, within how many days and by which way: the same for whoever writes it down. */
function termsAsked({ dossier, item, world, today }: About): ActField[] {
  const most = Math.max(1, gapDaysAtMost(dossier, { day: today, world }))
  return [
    {
      ...{ name: 'gaps', label: '以后补交的材料', type: 'choices', required: true },
      hint: '只有指南上写明可以后补的才列在这里',
      options: tolerable(item, dossier).map(option(item)),
    },
    {
      ...{ name: 'days', label: '受理后几个工作日内补齐', type: 'integer', required: true, sent: 'number' },
      ...{ minimum: 1, maximum: most, hint: `最多${most}个工作日，不超过承诺办结的日子` },
    },
    {
      ...{ name: 'how', label: '打算怎样补交', type: 'choice', required: true },
      options: Object.entries(GAP_WAY_WORDS).map(([value, label]) => ({ value, label })),
      hint: '改用别的方式也可以，以材料送到的日子为准',
    },
  ]
}

function acceptAsked(about: About): ActField[] {
  const remark: ActField = {
    name: 'remark',
    label: '受理备注',
    type: 'long-text',
    required: false,
    maxLength: 300,
  }
  const inOrder: ActField = {
    ...{ name: 'inOrder', type: 'yes-no', required: true, sent: 'boolean' },
    label: '其余材料已逐项核对，需要的都已收到并且符合要求',
  }
  const promised = about.dossier.gapPromise
  if (promised !== undefined) return [inOrder, remark]
  return [
    ...termsAsked(about),
    inOrder,
    {
      ...{ name: 'signed', label: '申请人的书面承诺', type: 'choice', required: true },
      options: [{ value: 'on-paper', label: '申请人已在承诺书上签名，原件留存' }],
    },
    remark,
  ]
}

function papersOwed({ dossier, item }: About): AskedPaper[] {
  return owed(dossier).map((id) => {
    const material = item.materials.find((candidate) => candidate.id === id)
    const defective = dossier.gaps?.materials[id]?.standing === 'defective'
    return {
      material: id,
      name: material?.name ?? id,
      problem: defective ? '上次补交的不合要求。' : '容缺受理时说好以后补交。',
      remedy: material?.acceptStandard ?? '符合服务指南的要求。',
    }
  })
}

const untilWhen = ({ dossier, calendar }: About): string => {
  const last = lastDayOf(dossier, 'gap', calendar)
  return last === undefined ? '' : `最晚${chineseDay(last)}`
}

const names = (facts: Readonly<Record<string, unknown>>): string =>
  Array.isArray(facts['names']) ? `：${facts['names'].join('、')}` : ''

const refusals: Sentences = {
  'gap-not-offered':
    '这个事项没有可以容缺的材料，不能容缺受理。材料齐全的请直接受理，缺少材料的请用“一次告知补正”。',
  'gap-main-missing': (facts) =>
    `主要材料还不齐${names(facts)}，不能容缺受理。请用“一次告知补正”把缺少的一次写全。`,
  'gap-blocked':
    '申请人以前的承诺没有守诺，信用修复前不能容缺受理。请按一般程序办理，或请审批人员核实后修复信用。',
  'gap-too-late': (facts) =>
    `补交的期限太长，最多${String(facts['most'] ?? '')}个工作日，不能超过承诺办结的日子。请改短后再提交。`,
  'gap-not-promised': '还没有申请人的承诺。请申请人在网上承诺，或在窗口签名后写明材料、期限和补交方式。',
  'gap-open': (facts) =>
    `容缺的材料还没有全部补齐并核验合格${names(facts)}，现在不能作出决定。请等补齐核验后再办理。`,
  'gap-over': '补交的期限已经过了，这个申请将视为撤回。材料备齐后请重新申请。',
  'gap-not-owed': (facts) => `这些材料不在要补交的清单里${names(facts)}。请按办件里列出的材料补交。`,
  'gap-note-missing': '有材料不合要求的，请写明哪里不合要求、怎样改，至少四个字。',
}

const listed = (ids: unknown, material: (id: string) => string): string =>
  Array.isArray(ids) ? ids.map((id) => material(String(id))).join('、') : ''

export const gapsWords: ChapterWords = {
  group: 'special',
  refusals,
  clocks: { gap: '容缺材料补交期限' },
  asks: { gap: (dossier) => (owed(dossier).length > 0 ? '补交说好以后补的材料' : undefined) },
  stands({ dossier, place, until }) {
    if (!EXAMINED.includes(dossier.state)) return undefined
    if (owed(dossier).length > 0)
      return `等您补交说好以后补的材料${until('gap')}；审查照常进行，材料补齐、核对合格以后才作出决定。`
    return toVerify(dossier).length > 0
      ? `您补交的材料由${place}的窗口核对，合格以后作出决定${until('promised', 'statutory')}。`
      : undefined
  },
  acts: {
    'promise-gap': {
      title: '承诺以后补交',
      tone: 'normal',
      help: '次要材料一时拿不到的，可以先受理、以后补。请选好以后补哪些、几天内补齐。',
      lawful: IF_MISSED,
      fields: (about) => [
        ...termsAsked(about),
        {
          ...{ name: 'confirmed', type: 'yes-no', required: true, sent: 'boolean' },
          label: '我承诺按期补齐，知道到期没有补齐视为撤回申请',
        },
      ],
    },
    'accept-with-gaps': {
      title: '容缺受理',
      tone: 'normal',
      help: '主要材料齐全、只缺可以后补的材料时，凭申请人的书面承诺先受理、进入审查；补齐核验后才能作出决定。',
      lawful: `要补的材料、期限、补交方式和逾期后果当场一次告知，出具容缺受理告知书。${IF_MISSED}`,
      fields: acceptAsked,
    },
    'supply-gap': {
      title: '补交说好以后补的材料',
      tone: 'primary',
      clock: 'gap',
      help: '可以一次交齐，也可以先交一部分，期限内交齐就行。',
      fields: [],
      papers: papersOwed,
    },
    'supply-gap-at-window': {
      title: '接收容缺材料',
      tone: 'normal',
      help: '写下收到的容缺材料；邮寄来的按送到的日子登记。',
      fields: (about) => [
        {
          ...{ name: 'arrivedOn', label: '送到的日子', type: 'date', required: false },
          hint: `今天送到的不填。${untilWhen(about)}`,
        },
      ],
      papers: papersOwed,
    },
    'verify-gap': {
      title: '核验容缺材料',
      tone: 'primary',
      help: '逐项核验补交的材料。全部合格后才能作出决定；不合要求的，写明怎样改，请申请人重新补交。',
      fields: ({ dossier, item }) => {
        const options = toVerify(dossier).map(option(item))
        return [
          { name: 'ok', label: '合格的', type: 'choices', required: false, options },
          { name: 'defective', label: '不合要求的', type: 'choices', required: false, options },
          {
            ...{ name: 'note', label: '哪里不合要求、怎样改', type: 'long-text', required: false },
            ...{ maxLength: 300, hint: '有不合要求的必须写，申请人会看到' },
          },
        ]
      },
    },
  },
  told: {
    'gap-promised': ({ body }, { material }) => ({
      text: `承诺受理后${String(body['days'])}个工作日内补齐次要材料`,
      details: [listed(body['materials'], material)],
    }),
    'gaps-tolerated': ({ body }, { material }) => ({
      text: `容缺受理：凭申请人${body['signed'] === 'online' ? '网上' : '签名'}的承诺，先受理后补交`,
      details: [listed(body['materials'], material)],
    }),
    'gap-supplied': ({ body, actor }, { material }) => ({
      text: actor.kind === 'staff' ? '窗口收到补交的容缺材料' : '补交了容缺材料',
      details: [
        listed(Object.keys(body['materials'] as object), material),
        `送到的日子：${chineseDay(String(body['arrived']))}`,
      ],
    }),
    'gap-verified': ({ body }, { material, open }) => {
      const defective = body['defective'] as string[]
      return {
        text: defective.length === 0 ? '补交的材料核验合格' : '补交的材料有不合要求的，需要重新补交',
        details: [
          ...(defective.length > 0 ? [`不合要求：${listed(defective, material)}`] : []),
          ...(body['note'] ? [String(open(body['note']) ?? '')] : []),
        ].filter((line) => line !== ''),
      }
    },
    'gap-reminded': ({ body }, { material }) => ({
      text: '提醒申请人补交说好以后补的材料',
      details: [listed(body['materials'], material)],
    }),
    'gap-broken': ({ body }, { material }) => ({
      text: '约定的日子过了，承诺补交的材料没有补齐',
      details: [listed(body['materials'], material)],
    }),
  },
}
