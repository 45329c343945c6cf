import { procedureOf } from '../../model/procedures.ts'
import type { Body } from '#capabilities/organisation/contract.ts'
import type { ActField } from '../../contract/act-field.ts'
import type { ChapterWords } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'
import { mayBeSigner, openSigners } from './dossier.ts'
import { nearEnough } from './holding.ts'
import { powersOf } from './refer.ts'

const reason = (label: string, required: boolean, least = 4): ActField => ({
  ...{ name: 'reason', label, type: 'long-text', required, maxLength: 300 },
  ...(required ? { least } : {}),
})

const OPTIONS_MAX = 60

/** Colleagues who may be given the case, the present holder left out; whoever is away says so. */
async function colleagues({ area, dossier, means, today }: About): Promise<ActField> {
  const role = procedureOf(dossier).states[dossier.state]?.waitsFor[0] ?? ''
  const near = await means.posts.colleagues(
    area,
    { place: dossier.acceptPlace, body: dossier.decidingBody },
    today,
  )
  const fit = near.filter(
    (one) =>
      one.roles.some((held) => held === role) &&
      nearEnough(role, one, dossier) &&
      one.away === undefined &&
      one.post !== dossier.holder?.post,
  )
  return {
    ...{ name: 'to', label: '交给谁', type: 'choice', required: true },
    hint: fit.length === 0 ? '没有其他在岗的同事担任这个职责' : '只列出在岗、职责相同的同事',
    options: fit.slice(0, OPTIONS_MAX).map(({ post, personName, title }) => ({
      value: post,
      label: `${personName}（${title}）`.slice(0, 80),
    })),
  }
}

/** Colleagues of the deciding body who are not asked yet. */
async function mayBeAsked({ area, dossier, means, today }: About): Promise<ActField['options']> {
  const asked = new Set((dossier.signers ?? []).filter(({ excused }) => !excused).map(({ post }) => post))
  const near = await means.posts.colleagues(area, { place: '', body: dossier.decidingBody }, today)
  return near
    .filter((one) => one.body === dossier.decidingBody && mayBeSigner(one) && !asked.has(one.post))
    .slice(0, OPTIONS_MAX)
    .map(({ post, personName, title, away }) => ({
      value: post,
      label: `${personName}（${title}）${away ? '，离岗' : ''}`.slice(0, 80),
    }))
}

const othersWithPower = ({ area, dossier, world, means, today }: About): Promise<Body[]> => {
  const ids = [...new Set(world.grants.map(({ body }) => body))].filter(
    (body) => body !== dossier.decidingBody && powersOf(world.grants, body, today).length > 0,
  )
  return means.organisation.bodiesByIds(area, ids)
}

/** A town other than the one the matter was taken down for is right only where the place was wrong. */
async function rightPlace(about: About): Promise<ActField[]> {
  const towns = (await othersWithPower(about)).filter(({ id }) => about.world.towns.has(id))
  if (towns.length === 0) return []
  return [
    {
      ...{ name: 'region', label: '正确的属地', type: 'region', required: false },
      hint: '转给别的镇（街道）的才选：申请人的户籍地、事项所在地在哪里。收件时没有填错的不能转。',
    },
  ]
}

/** Other bodies that hold the decision on this item today. */
async function bodiesWithPower(about: About): Promise<ActField> {
  const bodies = await othersWithPower(about)
  return {
    ...{ name: 'toBody', label: '转给哪个机构', type: 'choice', required: true },
    hint:
      bodies.length === 0
        ? '没有其他机构有决定这个事项的权限'
        : '只列出有权决定这个事项的机构；办理期限照常计算',
    options: bodies.slice(0, OPTIONS_MAX).map(({ id, name }) => ({ value: id, label: name.slice(0, 80) })),
  }
}

async function openOnes({ dossier, post }: About): Promise<ActField> {
  return {
    ...{ name: 'signer', label: '不再等谁会签', type: 'choice', required: true },
    options: openSigners(dossier).map((id) => ({ value: id, label: post(id).slice(0, 80) })),
  }
}

const holder = (facts: Readonly<Record<string, unknown>>): string => String(facts['name'] ?? '同事')
const names = (facts: Readonly<Record<string, unknown>>): string =>
  Array.isArray(facts['names']) ? facts['names'].join('、') : ''

export const queueWords: ChapterWords = {
  group: 'pass-on',
  acts: {
    claim: {
      group: 'forward',
      title: '认领',
      tone: 'normal',
      help: '认领后这一步由您办理，同岗位的同事不能再办，直到进入下一环节。',
    },
    release: {
      title: '放回待办',
      tone: 'normal',
      help: '不再由您办理，同岗位的同事都可以办。',
      fields: [reason('为什么放回', false)],
    },
    assign: {
      title: '指派',
      tone: 'normal',
      help: '指定由谁办理这一步。',
      fields: async (about) => [await colleagues(about), reason('说明', false)],
    },
    'hand-over': {
      title: '移交',
      tone: 'normal',
      fields: async (about) => [await colleagues(about), reason('为什么移交', true)],
    },
    refer: {
      title: '转办',
      tone: 'normal',
      help: '收件时选错了机构，转给有权决定的机构办理。本机构有权决定的，不能转给上级机构。',
      fields: async (about) => [
        await bodiesWithPower(about),
        ...(await rightPlace(about)),
        { ...reason('为什么转办', true), maxLength: 1000 },
      ],
    },
    'ask-countersign': {
      group: 'joint',
      title: '送会签',
      tone: 'normal',
      help: '请本机构同事会签；全部签完才能作出决定。',
      fields: async (about) => [
        {
          name: 'signers',
          label: '请谁会签',
          type: 'choices',
          required: true,
          options: (await mayBeAsked(about)) ?? [],
        },
        { name: 'matter', label: '请他们看什么', type: 'long-text', required: false, maxLength: 1000 },
      ],
    },
    countersign: {
      title: '会签',
      tone: 'primary',
      fields: [
        {
          ...{ name: 'opinion', label: '会签意见', type: 'choice', required: true },
          options: [
            { value: 'agree', label: '同意' },
            { value: 'disagree', label: '不同意' },
          ],
        },
        {
          name: 'text',
          label: '说明',
          type: 'long-text',
          required: false,
          maxLength: 1000,
          hint: '不同意的要写明理由',
        },
      ],
    },
    'add-signer': {
      group: 'joint',
      title: '加签',
      tone: 'normal',
      help: '再请一位本机构同事会签。',
      fields: async (about) => [
        {
          name: 'signer',
          label: '再请谁会签',
          type: 'choice',
          required: true,
          options: (await mayBeAsked(about)) ?? [],
        },
        reason('为什么加签', true),
      ],
    },
    'excuse-signer': {
      group: 'joint',
      title: '免签',
      tone: 'normal',
      help: '会签人调离、长期离岗等确实不能签的，写明理由后不再等。',
      fields: async (about) => [await openOnes(about), reason('为什么不再等', true)],
    },
    'settle-disagreement': {
      group: 'joint',
      title: '说明如何处理不同意见',
      tone: 'normal',
      help: '有会签人不同意，作出决定前要说明怎样考虑和处理。',
      fields: [{ ...reason('如何处理不同意见', true, 10), maxLength: 1000 }],
    },
  },
  clocks: { countersign: '会签时限' },
  roles: { director: '中心主任', signer: '会签人' },
  refusals: {
    'claimed-by-other': (facts) =>
      `这个办件已由${holder(facts)}认领，您不能办这一步。需要由您办的，请对方移交，或请主任指派。`,
    'nothing-to-claim': '这个办件现在不等您的岗位办理，不需要认领。请在“待办”里看等您办的办件。',
    'claim-elsewhere': '这个办件由收件的窗口或决定机构的同事认领。您要办的，请在自己场所的待办里选。',
    'already-held': (facts) => `这个办件已经在${holder(facts)}名下，不需要再办这一步。`,
    'not-holding': '这个办件不在您名下，不能放回或移交。请由认领人办理，或请主任指派。',
    'colleague-unknown': '没有查到这位在任的同事，请刷新页面重新选择。',
    'colleague-unfit': (facts) => `${holder(facts)}不担任这一步的职责，请选同场所、同机构中职责相同的同事。`,
    'colleague-away': (facts) => `${holder(facts)}现在离岗，请选在岗的同事。`,
    'refer-to-itself': '这个办件本来就由本机构办理，请选其他机构，或直接办理。',
    'refer-without-power': '所选机构没有决定这个事项的权限，不能转办。请选列出的有权机构。',
    'refer-beyond-region': (facts) =>
      `这件事的属地不归${String(facts['to'] ?? '所选机构')}管辖，不能转给它。收件时填错属地的，请同时选正确的属地；没有填错的，由现在的机构办理。`,
    'countersign-not-now': '现在还没有到作出决定的环节，不需要会签。请在审批环节送会签。',
    'countersign-missing': (facts) =>
      `还有会签没有完成：${names(facts)}。请等会签人签完，或写明理由免签后再决定。`,
    'disagreement-unanswered': (facts) =>
      `会签中${names(facts)}不同意。请先说明如何处理不同意见，再作出决定。`,
    'disagreement-needs-reason': '不同意的要写明理由（至少四个字），请补充后再提交。',
    'not-asked-to-sign': '这个办件没有请您会签，或您已经签过。请从“待办”进入需要您办的办件。',
    'not-a-signer': '所选的人不在等待会签的名单里，请刷新页面重新选择。',
    'signer-of-another-body': '会签人须是决定机构的同事。需要其他部门意见的，请用联合审查征求意见。',
    'signer-is-oneself': '不能请自己会签，请选其他同事。',
    'signer-already-asked': '已经请过这位同事会签，不需要再请。',
    'too-many-signers': '会签人最多十位，请只请确有必要的同事。',
  },
  ofTheOffice: [
    ...['claimed', 'released', 'assigned', 'handed-over', 'stood-in', 'countersign-asked', 'signer-added'],
    ...['countersigned', 'signer-excused', 'disagreement-settled', 'countersign-void'],
  ],
  told: {
    claimed: () => ({ text: '认领了这个办件', details: [] }),
    released: (fact, { open }) => ({
      text: '放回待办，同岗位的同事都可以办',
      details: said(open(fact.body['reason'])),
    }),
    assigned: (fact, { open, post }) => ({
      text: `指派${post(fact.body['post'])}办理`,
      details: said(open(fact.body['reason'])),
    }),
    'handed-over': (fact, { open, post }) => ({
      text: `移交${post(fact.body['post'])}办理`,
      details: said(open(fact.body['reason'])),
    }),
    'stood-in': (fact, { post }) => ({
      text: `代${post(fact.body['post'])}办理（对方离岗，由顶岗人员代办）`,
      details: [],
    }),
    referred: (fact, { open, body }) => ({
      text: `由${body(fact.body['from'])}转办${body(fact.body['to'])}，办理期限照常计算`,
      details: said(open(fact.body['reason'])),
    }),
    'countersign-asked': (fact, { open, post }) => ({
      text: `送会签：${list(fact.body['posts'], post)}`,
      details: said(open(fact.body['matter'])),
    }),
    'signer-added': (fact, { open, post }) => ({
      text: `加签：${list(fact.body['posts'], post)}`,
      details: said(open(fact.body['reason'])),
    }),
    countersigned: (fact, { open }) => ({
      text: fact.body['opinion'] === 'agree' ? '会签同意' : '会签不同意',
      details: said(open(fact.body['text'])),
    }),
    'signer-excused': (fact, { open, post }) => ({
      text: `不再等${post(fact.body['post'])}会签`,
      details: said(open(fact.body['reason'])),
    }),
    'disagreement-settled': (fact, { open }) => ({
      text: '说明了如何处理会签中的不同意见',
      details: said(open(fact.body['reason'])),
    }),
    'countersign-void': () => ({ text: '办件进入其他环节，没有完成的会签不再需要', details: [] }),
  },
}

function said(text: unknown): string[] {
  return typeof text === 'string' && text !== '' ? [text] : []
}

function list(posts: unknown, name: (id: unknown) => string): string {
  return Array.isArray(posts) ? posts.map(name).join('、') : ''
}
