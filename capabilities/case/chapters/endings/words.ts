import type { Sentences } from '#platform/http/problem.ts'
import type { ChapterWords } from '../chapter-words.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { CaseDossier } from '../../model/dossier.ts'
import { NEXT_STEPS } from '../../words/next-step.ts'
import { DRAFTED, proposedOpinion } from '../../words/proposed.ts'
import type { GivenUp, RefusalGround, TerminationGround } from './dossier.ts'

export const REFUSAL_GROUND_WORDS: Readonly<Record<RefusalGround, string>> = {
  'not-needed': '依法不需要办理这个事项（不受理）',
  'not-competent': '不属于本机关职权范围（不予受理，告知向谁申请）',
  'false-materials': '隐瞒情况或者提供虚假材料（不予受理，并给予警告）',
  other: '其他法定情形（不予受理）',
}

export const GIVEN_UP_WORDS: Readonly<Record<GivenUp, string>> = {
  'in-writing': '申请人书面说明',
  'in-person': '申请人到窗口当面说明',
  'by-phone': '申请人来电说明，已核对身份',
}

export const TERMINATION_WORDS: Readonly<Record<TerminationGround, string>> = {
  'applicant-ended': '申请人死亡、丧失行为能力，或者法人、其他组织依法终止',
  'subject-gone': '申请所涉及的标的已经灭失或者不复存在',
  'other-procedure': '同一事项已由其他法定程序处理',
  'force-majeure': '因不可抗力，申请事项无法实施',
}

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const reason = (least: number, label: string, hint: string, start?: unknown): ActField => ({
  ...{ name: 'reason', label, type: 'long-text', required: true, hint },
  ...{ least, maxLength: least > 4 ? 2000 : 500 },
  ...(typeof start === 'string' ? { start } : {}),
})

const dated = (facts: Readonly<Record<string, unknown>>): string => String(facts['until'] ?? '规定的日子')

const refusals: Sentences = {
  'withdrawal-unsigned':
    '从窗口撤回已经受理的申请或者承诺，要有书面申请，或者由申请人当面签字。请核对身份、收下书面申请后再登记；电话说的不能作为依据。',
  'competent-body-missing': '不属于本机关职权的，要写明申请人可以向哪个机关申请。请填写有权机关后再提交。',
  'refusal-law-missing':
    '不予受理要有法律、法规、规章的依据。请写明名称和条款，例如：行政许可法第七十八条；没有依据的，应当受理。',
  'refusal-is-supplement':
    '材料不齐全或者不符合形式，不能作为不予受理的理由。请用“一次告知补正”把要补的全部写明；当场能改的错误，请申请人当场更正。',
  'barred-78': (facts) =>
    `申请人曾隐瞒情况或者提供虚假材料，依法一年内不得再次申请这项许可，${dated(facts)}以后可以申请。如有异议，请到窗口核实。`,
  'barred-79': (facts) =>
    `申请人曾以欺骗等不正当手段取得许可，依法三年内不得再次申请这项许可，${dated(facts)}以后可以申请。如有异议，请到窗口核实。`,
  'ending-unproved':
    '申请人死亡、丧失行为能力或者终止的，要写明证明文件（死亡证明、法院判决、注销登记等）和出具的单位。请补上后再提交；申请人还在的，请另选情形，先告知并听取陈述申辩。',
  'basis-not-law':
    '依据要写明法律、法规、规章的名称和条款，例如：行政许可法第七十条；内部规定、会议纪要、通知不能作为依据。请改正后再提交。',
  'forward-only': (facts) =>
    `这个事项由${String(facts['to'] ?? '上级机关')}决定，本机关只作初步审查。请用“转报上级机关”报送意见和全部材料。`,
}

/** What the proposal and the refusal ask alike: the ground decides which paper goes out. */
function groundFields({
  ground,
  competentBody,
}: Partial<NonNullable<CaseDossier['proposal']>> = {}): ActField[] {
  return [
    {
      ...{ name: 'ground', label: '属于哪种情形', type: 'choice', required: true },
      options: options(REFUSAL_GROUND_WORDS),
      hint: '不需要办理的出具不受理告知书；其他情形出具不予受理决定书',
      ...(ground ? { start: ground } : {}),
    },
    {
      ...{
        name: 'competentBody',
        label: '申请人可以向哪个机关申请',
        type: 'text',
        required: true,
        maxLength: 100,
      },
      showWhen: { field: 'ground', equals: 'not-competent' },
      ...(competentBody ? { start: competentBody } : {}),
    },
  ]
}

const refusalBasis = (start?: unknown): ActField => ({
  ...{ name: 'basis', label: '依据的法律条款', type: 'text', required: true, least: 4, maxLength: 500 },
  hint: '写到条、款、项，例如：行政许可法第三十二条第一款第二项',
  ...(typeof start === 'string' ? { start } : {}),
})

export const endingsWords: ChapterWords = {
  group: 'end',
  refusals,
  clocks: { 'at-once': '即时告知期限' },
  acts: {
    'propose-refusal': {
      title: '建议不予受理',
      tone: 'danger',
      help: '窗口没有不予受理的权力，提交给有权人员审定。不需要办理的和不属于本机关职权的，要当天审定。',
      next: NEXT_STEPS['propose-refusal'],
      fields: [
        ...groundFields(),
        reason(4, '为什么拟不予受理', '窗口只提出，由有权的人决定；缺材料的请用“一次告知补正”'),
        { ...refusalBasis(), showWhen: { field: 'ground', equals: 'other' } },
      ],
    },
    'refuse-acceptance': {
      title: '不予受理',
      tone: 'danger',
      lawful: '不予受理要出具加盖专用印章、注明日期的书面凭证（行政许可法第三十二条）。',
      fields: ({ dossier: { proposal }, open }) => [
        ...groundFields(proposal),
        reason(
          4,
          '不予受理的理由',
          proposal === undefined
            ? '会写进给申请人的文书'
            : '照窗口的建议起草，请核对改好；会写进给申请人的文书',
          proposal && open(proposal.reason),
        ),
        refusalBasis(proposal?.basis && open(proposal.basis)),
      ],
    },
    'return-application': {
      title: '退件（申请人放弃）',
      tone: 'danger',
      help: '只用于还没有受理、申请人自己说明不再办理的；窗口不能替申请人放弃。已经受理的，凭书面申请登记撤回。退件通知会发给申请人，原件一并退还。',
      fields: [
        {
          ...{ name: 'how', label: '申请人怎样说明的', type: 'choice', required: true },
          options: options(GIVEN_UP_WORDS),
        },
        reason(4, '申请人说明的原因', '照申请人的话写，会写进退件通知书'),
      ],
    },
    terminate: {
      title: '终止办理',
      tone: 'danger',
      help: '申请已经没有可以决定的内容时使用。申请人还在的，先办“告知拟终止办理”，听取陈述申辩。会出具终止办理通知书，并告知申请人可以复议或者诉讼。',
      lawful: '终止办理要写明事实和依据；能够作出决定的，应当依法作出决定。',
      fields: ({ dossier }) => [
        {
          ...{ name: 'ground', label: '终止的情形', type: 'choice', required: true },
          options: options(TERMINATION_WORDS),
          ...(dossier.intent?.ground === undefined ? {} : { start: dossier.intent.ground }),
        },
        reason(10, '事实和理由', '会写进终止办理通知书，至少10个字；申请人陈述申辩的，写明是否采纳和理由'),
        {
          ...{ name: 'basis', label: '依据', type: 'text', required: true, least: 4, maxLength: 500 },
          hint: '写到条、款、项，例如：参照行政许可法第七十条第五项',
        },
        {
          ...{ name: 'document', label: '证明文件和出具的单位', type: 'text', required: true, least: 4 },
          ...{ maxLength: 300, showWhen: { field: 'ground', equals: 'applicant-ended' } },
          hint: '例如：死亡证明，博山区医院，2026年11月3日',
        },
      ],
    },
    forward: {
      title: '转报上级机关',
      tone: 'primary',
      help: '初步审查意见和全部申请材料直接报送上级机关；上级机关不再要求申请人重复提供材料。',
      lawful: '下级机关应当自受理之日起二十日内审查完毕（行政许可法第三十五条、第四十三条）。',
      next: NEXT_STEPS.forward,
      fields: (about) => {
        const start = proposedOpinion(about)
        return [
          {
            ...{ name: 'opinion', label: '初步审查意见', type: 'long-text', required: true },
            ...{ least: 10, maxLength: 2000 },
            ...(start === undefined ? {} : { start, hint: `${DRAFTED.opinion}；会报送上级机关` }),
          },
        ]
      },
    },
    'return-to-check': {
      group: 'forward',
      title: '退回重新核查',
      tone: 'normal',
      help: '认为不符合承诺的事实还不清楚的，退回重新核查；重新计算核查期限。',
      fields: [reason(4, '为什么退回', '写明哪些事实要再核实')],
    },
    'restore-credit': {
      group: 'special',
      title: '信用修复',
      tone: 'normal',
      help: '核实申请人已经纠正或者没有过错后，解除限制；以后可以再用告知承诺和容缺受理。',
      fields: [reason(4, '修复的理由', '写明核实的情况')],
    },
  },
  told: {
    returned: ({ body }, { open }) => ({
      text: `申请人放弃办理，退件（${GIVEN_UP_WORDS[body['how'] as GivenUp]}）`,
      details: lines(open(body['reason'])),
    }),
    terminated: ({ body }, { open }) => {
      const said = open(body['reason']) as { reason: string; basis: string } | undefined
      return {
        text: `终止办理：${TERMINATION_WORDS[body['ground'] as TerminationGround]}`,
        details: said === undefined ? [] : [said.reason, said.basis],
      }
    },
    forwarded: ({ body }) => ({
      text: `初步审查完毕，转报${String(body['to'])}决定`,
      details: ['全部申请材料已随初步审查意见报送，不需要再交一次'],
    }),
    'returned-to-check': ({ body }, { open }) => ({
      text: '退回重新核查',
      details: lines(open(body['reason'])),
    }),
    'credit-restored': ({ body }, { open }) => ({
      text: '信用已修复，不再限制使用承诺方式',
      details: lines(open(body['reason'])),
    }),
  },
}

function lines(text: unknown): string[] {
  return typeof text === 'string' && text !== '' ? [text] : []
}
