import { chineseDay } from '#engine/clock/explain.ts'
import { limitSentence } from '#capabilities/catalogue/model.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'
import { RECEIVER_FIELDS } from './receiver.ts'
import {
  SPECIAL_KINDS,
  SPECIAL_NAMES,
  SPECIAL_RESULTS,
  type SpecialKind,
  type SpecialProcedure,
  type SpecialResult,
  type SpecialText,
} from './dossier.ts'
import { allowedAgain, repeatable } from './again.ts'
import { clockOf, EXAMINED, extendable, hasRun, listedKinds, running, unassigned, unserved } from './rules.ts'

export const RESULT_NAMES: Readonly<Record<SpecialResult, string>> = {
  met: '合格（符合要求）',
  'not-met': '不合格（不符合要求）',
  'called-off': '终止，不再进行',
}

const choice = (name: string, label: string, kinds: readonly SpecialKind[]): ActField => ({
  ...{ name, label, type: 'choice', required: true },
  options: kinds.map((value) => ({ value, label: SPECIAL_NAMES[value] })),
  ...(kinds.length === 1 ? { start: kinds[0]! } : {}),
})

/** What the guide lists comes first; anything else says that it needs its law. */
function kindField(lawful: readonly SpecialKind[], { dossier }: About): ActField {
  // A kind that has run is left out until the head allows it once more.
  const free = (kind: SpecialKind) => !hasRun(dossier, kind) || allowedAgain(dossier, kind) !== undefined
  const others = SPECIAL_KINDS.filter((kind) => !lawful.includes(kind) && free(kind))
  const { options = [], ...field } = choice('kind', '特别程序', lawful.filter(free))
  const unlisted = others.map((value) => ({
    value,
    label: `${SPECIAL_NAMES[value]}（指南没有列出，要写明依据）`,
  }))
  return { ...field, options: [...options, ...unlisted] }
}

const startFields = (about: About): ActField[] => {
  const lawful = listedKinds(about.item)
  return [
    kindField(lawful, about),
    {
      ...{ name: 'basis', label: '法律、法规、规章依据', type: 'text', required: lawful.length === 0 },
      ...{ maxLength: 200, hint: '写到条，例如：《森林法》第五十九条。服务指南已经列出的程序不用填。' },
    },
    {
      ...{ name: 'why', label: '为什么需要', type: 'long-text', required: true, least: 4, maxLength: 500 },
      hint: '写清要弄清的问题，会印在告知书上。',
    },
    { name: 'doneBy', label: '实施单位', type: 'text', required: true, least: 2, maxLength: 100 },
    {
      ...{ name: 'amount', label: '所需时间', type: 'integer', required: true, minimum: 1, maximum: 365 },
      ...{ sent: 'number', hint: '要书面告知申请人；超过告知的时间，办理期限自次日起继续计算，系统会预警。' },
    },
    {
      ...{ name: 'unit', label: '时间单位', type: 'choice', required: true, start: 'working-day' },
      options: [
        { value: 'working-day', label: '工作日' },
        { value: 'calendar-day', label: '自然日' },
      ],
    },
    {
      ...{ name: 'preparation', label: '申请人要准备什么', type: 'long-text', required: false },
      ...{ maxLength: 500, hint: '例如：样品、到场时间。没有的不填。' },
    },
  ]
}

const endFields = ({ dossier }: About): ActField[] => [
  choice(
    'kind',
    '结束的程序',
    running(dossier).map(({ kind }) => kind),
  ),
  {
    ...{ name: 'result', label: '结果', type: 'choice', required: true },
    options: SPECIAL_RESULTS.map((value) => ({ value, label: RESULT_NAMES[value] })),
  },
  { name: 'text', label: '结论', type: 'long-text', required: false, maxLength: 2000 },
  {
    ...{ name: 'standard', label: '所依据的技术标准、技术规范', type: 'text', required: false },
    ...{ maxLength: 300, hint: '检验、检测、检疫必填；据此不予许可的，决定书要写明。' },
  },
]

const extendFields = ({ dossier }: About): ActField[] => [
  choice('kind', '特别程序', extendable(dossier)),
  {
    ...{ name: 'amount', label: '延长多少', type: 'integer', required: true, minimum: 1, maximum: 365 },
    ...{ sent: 'number', hint: '单位与告知书相同（工作日或者自然日），不超过原来告知的时间。' },
  },
  {
    ...{ name: 'why', label: '理由', type: 'long-text', required: true, least: 4, maxLength: 500 },
    hint: '会印在延长告知书上。',
  },
]

const names = (value: unknown): string => (Array.isArray(value) ? value.join('、') : '')
const kindOf = (value: unknown): string => SPECIAL_NAMES[value as SpecialKind] ?? ''

export const specialWords: ChapterWords = {
  group: 'special',
  acts: {
    'start-special': {
      title: '启动特别程序',
      tone: 'normal',
      help: '检验、检测、检疫、鉴定、专家评审、招标、拍卖。告知书送达申请人以后，办理期限才暂停。',
      lawful: '行政许可法第四十五条：所需时间不计算在办理期限内，行政机关应当将所需时间书面告知申请人。',
      fields: startFields,
    },
    'serve-special': {
      title: '送达特别程序告知书',
      tone: 'primary',
      help: '从送达当日起，办理期限暂停计算。',
      lawful: '行政许可法第四十五条：应当将所需时间书面告知申请人。',
      fields: ({ dossier }) => [choice('kind', '特别程序', unserved(dossier)), ...RECEIVER_FIELDS],
    },
    'assign-inspectors': {
      title: '指派检验检测检疫人员',
      tone: 'primary',
      help: '自受理之日起五个工作日内，指派两名以上工作人员。',
      lawful: '行政许可法第五十五条第二款：应当自受理申请之日起五日内指派两名以上工作人员。',
      fields: ({ dossier }) => [
        choice('kind', '特别程序', unassigned(dossier)),
        {
          ...{ name: 'people', label: '工作人员', type: 'long-text', required: true, sent: 'people' },
          hint: '每行一个姓名，至少两人。',
        },
      ],
    },
    'extend-special': {
      title: '延长特别程序所需时间',
      tone: 'normal',
      help: '在告知的时间届满以前书面告知申请人，只能延长一次；延长告知书也要在届满以前送达，否则办理期限自届满次日起继续计算。',
      lawful: '行政许可法第四十五条：行政机关应当将所需时间书面告知申请人。',
      fields: extendFields,
    },
    'ask-special-again': {
      title: '提请再次进行特别程序',
      tone: 'normal',
      help: '同一程序在一个办件里只进行一次。出现新情况、确需再次进行的，写明新情况，由本机关负责人批准。',
      lawful: '行政许可法第四十五条：只有依法需要的时间不计算在期限内。',
      fields: ({ dossier }) => [
        choice('kind', '特别程序', repeatable(dossier)),
        {
          ...{
            name: 'fact',
            label: '新的情况',
            type: 'long-text',
            required: true,
            least: 10,
            maxLength: 500,
          },
          hint: '上一次进行时还没有、或者还不知道的情况，至少10个字。',
        },
      ],
    },
    'answer-special-again': {
      title: '批准或不批准再次进行特别程序',
      tone: 'primary',
      help: '由本机关负责人决定。批准的，可以再进行一次，仍要书面告知所需时间并送达。',
      fields: [
        { name: 'approved', label: '是否批准', type: 'yes-no', required: true, sent: 'boolean' },
        { name: 'reason', label: '理由', type: 'long-text', required: true, least: 4, maxLength: 500 },
      ],
    },
    'end-special': {
      title: '特别程序结束',
      tone: 'primary',
      help: '登记结果；办理期限自次日起继续计算，超过告知时间的部分照常计算。',
      lawful: '行政许可法第四十五条、第五十五条：根据检验、检测、检疫的结果作出决定。',
      fields: endFields,
    },
  },
  stands({ dossier, body, day }) {
    const [one] = (dossier.special ?? []).filter(({ ended }) => ended === undefined)
    if (one === undefined || !EXAMINED.includes(dossier.state)) return undefined
    const name = SPECIAL_NAMES[one.kind]
    if (one.served === undefined)
      return `要进行${name}，由${body}书面告知您所需的时间；送达以后办理时限才暂停。`
    if (one.overToldSince !== undefined)
      return `${name}超过了书面告知您的时间，办理时限已经接着算；由${body}尽快完成，结束以后接着审查。`
    const until = day(clockOf(one.kind))
    return `正在进行${name}，由${body}组织${until === undefined ? '' : `，预计到${chineseDay(until)}`}；结束以后接着审查。`
  },
  clocks: {
    ...Object.fromEntries(SPECIAL_KINDS.map((kind) => [clockOf(kind), `${SPECIAL_NAMES[kind]}所需时间`])),
    inspection: '指派检验检测检疫人员期限',
  },
  refusals: {
    'special-not-lawful': (facts) =>
      `这个事项的服务指南没有列出“${String(facts['procedure'] ?? '这一程序')}”${names(facts['lawful']) === '' ? '' : `（列出的有：${names(facts['lawful'])}）`}。依法确需进行的，请写明法律、法规、规章的名称和条款；没有依据的不能启动，所用时间照常计入办理期限。`,
    'special-running': (facts) =>
      `特别程序${names(facts['procedures'])}还没有结束，要等结果出来再审查、决定。请先登记“特别程序结束”。`,
    'special-not-running': '这项特别程序没有在进行，或者已经做过这一步。请刷新页面，按最新状态继续。',
    'special-once': (facts) =>
      `${String(facts['procedure'] ?? '这项程序')}已经进行过一次，不能再次停止计算期限。确有新情况的，请用“提请再次进行特别程序”写明，由本机关负责人批准后再启动；没有新情况的，请按已有结果审查决定。`,
    'special-again-not-needed': (facts) =>
      `${String(facts['procedure'] ?? '这项程序')}还没有进行过，或者已经批准再次进行。需要的，请直接“启动特别程序”。`,
    'special-extension-late': (facts) =>
      `告知的所需时间到${typeof facts['day'] === 'string' ? chineseDay(facts['day']) : '期限'}已经届满，不能再延长；办理期限已经继续计算。请尽快结束这项程序，按期作出决定。`,
    'special-extension-long': (facts) =>
      `延长的时间不能超过原来告知的时间（最多${String(facts['most'] ?? '')}）。请改短后再提交。`,
    'notice-not-ready': '告知书正在生成，请过几秒刷新页面再送达。',
    'inspectors-two': '检验、检测、检疫要指派两名以上工作人员。请再填写一个人的姓名。',
    'inspectors-missing': '还没有指派检验、检测、检疫人员，不能登记结果。请先指派两名以上工作人员。',
    'inspection-standard-missing': '检验、检测、检疫的结论要写明所依据的技术标准、技术规范。请补填后再提交。',
    'inspection-failed': (facts) =>
      `${names(facts['procedures'])}结果不合格，依法不能准予。请作出不予决定并写明所依据的技术标准；出现新情况、确需重新${names(facts['procedures'])}的，提请本机关负责人批准。`,
    'inspection-missing': (facts) =>
      `这个事项要根据${names(facts['procedures'])}的结果作出决定，现在还没有结果。请先启动特别程序。`,
  },
  told: {
    'special-started': ({ body }, { open }) => {
      const { why, doneBy, law } = (open(body['text']) ?? {}) as Partial<SpecialText>
      const told = body['told'] as SpecialProcedure['told']
      return {
        text: `启动${kindOf(body['kind'])}，告知所需时间${limitSentence(told)}`,
        details: [why ?? '', law ? `依据：${law}` : '', doneBy ? `实施单位：${doneBy}` : ''].filter(
          (line) => line !== '',
        ),
      }
    },
    'special-served': ({ body }, { open }) => {
      const { receiver } = (open(body['receiver']) ?? {}) as { receiver?: string }
      const where = body['mode'] === 'electronic' ? '申请人的网上账户' : ''
      const longer = body['longer'] === true
      return {
        text: longer ? `特别程序延长告知书已送达${where}` : `特别程序告知书已送达${where}，办理期限暂停`,
        details: receiver ? [`签收人：${receiver}`] : [],
      }
    },
    'inspectors-assigned': ({ body }, { open }) => ({
      text: `指派${String(body['count'])}名工作人员进行检验、检测、检疫`,
      details: [names(open(body['people']))].filter((line) => line !== ''),
    }),
    'special-over-told': ({ clock = [] }) => ({
      text: `特别程序超过了告知的所需时间，已预警${clock.length > 0 ? '，办理期限继续计算' : ''}`,
      details: [],
    }),
    'special-extended': ({ body }, { open }) => ({
      text: `告知${kindOf(body['kind'])}所需时间延长${limitSentence(body['told'] as SpecialProcedure['told'])}`,
      details: [String(open(body['why']) ?? '')],
    }),
    'special-again-asked': ({ body }, { open }) => ({
      text: `提请再次进行${kindOf(body['kind'])}`,
      details: [String(open(body['fact']) ?? '')],
    }),
    'special-again-answered': ({ body }, { open }) => ({
      text: body['approved'] === true ? '批准再次进行特别程序' : '不批准再次进行特别程序',
      details: [String(open(body['reason']) ?? '')],
    }),
    'special-ended': ({ body }, { open }) => ({
      text: `特别程序结束：${RESULT_NAMES[body['result'] as SpecialResult]}`,
      details: [
        String(open(body['text']) ?? ''),
        body['standard'] ? `依据：${String(open(body['standard']) ?? '')}` : '',
      ].filter((line) => line !== ''),
    }),
  },
}
