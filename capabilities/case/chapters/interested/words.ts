import { chineseDay } from '#engine/clock/explain.ts'
import type { ActField } from '../../contract/act-field.ts'
import { answeringFields } from '../../words/answering.ts'
import { SERVED_BY, SERVING_FIELDS } from '../../words/serving.ts'
import type { ChapterWords } from '../chapter-words.ts'
import type { About } from '../chapter-page.ts'
import { EXAMINED } from '../special/rules.ts'
import type { Interested, InterestedText } from './dossier.ts'
import { hasSpoken, unanswered, unserved, unweighed } from './rules.ts'

const who = ({ open }: About, all: readonly Interested[]): ActField => {
  const options = all.map(({ id, text }) => ({
    value: id,
    label: ((open(text) ?? {}) as Partial<InterestedText>).name ?? id,
  }))
  return {
    ...{ name: 'id', label: '利害关系人', type: 'choice', required: true, options },
    ...(options.length === 1 ? { start: options[0]!.value } : {}),
  }
}

/** A right is given up with a signature, which is on record as for every other answer. */
const WAIVED_IN_WRITING = answeringFields('利害关系人')
  .filter(({ showWhen }) => showWhen?.field === 'form')
  .map((field): ActField => ({ ...field, showWhen: { field: 'result', equals: 'waived' } }))

const LAW = '行政许可法'
const HEARD = `${LAW}第三十六条：行政许可事项直接关系他人重大利益的，应当告知该利害关系人，听取意见。`

const day = ({ day: value }: Readonly<Record<string, unknown>>): string =>
  typeof value === 'string' ? chineseDay(value) : '期限届满'

export const interestedWords: ChapterWords = {
  group: 'special',
  acts: {
    'name-interested': {
      title: '告知利害关系人',
      tone: 'normal',
      help: '一次登记一人，系统给每人做一份告知书；登记以后要送达并听取意见，才能作出决定。',
      lawful: HEARD,
      fields: [
        { name: 'name', label: '姓名或者名称', type: 'text', required: true, least: 2, maxLength: 60 },
        {
          ...{ name: 'interest', label: '关系到的利益', type: 'long-text', required: true, least: 4 },
          ...{ maxLength: 500, hint: '会印在告知书上，例如：相邻房屋的采光和通行。' },
        },
        { name: 'phone', label: '电话', type: 'phone', required: false, hint: '电话、地址至少填一项。' },
        { name: 'address', label: '地址', type: 'text', required: false, maxLength: 200 },
        {
          ...{ name: 'hearing', label: '是否涉及重大利益关系', type: 'yes-no', required: true },
          ...{ sent: 'boolean', hint: '选“是”的，告知书同时告知要求听证的权利。' },
        },
      ],
    },
    'serve-interested': {
      title: '送达利害关系人告知书',
      tone: 'primary',
      help: '送达以后陈述申辩的期限开始计算，系统制作送达回证。',
      lawful: HEARD,
      fields: (about) => [who(about, unserved(about.dossier)), ...SERVING_FIELDS],
    },
    'hear-interested': {
      title: '登记利害关系人意见',
      tone: 'primary',
      help: '写下他们说了什么；要求听证的，登记以后由审查人员告知听证权利、组织听证。',
      lawful: HEARD,
      fields: (about) => [
        who(about, unanswered(about.dossier)),
        {
          ...{ name: 'result', label: '答复', type: 'choice', required: true, start: 'stated' },
          options: [
            { value: 'stated', label: '陈述、申辩' },
            { value: 'waived', label: '书面表示没有意见、放弃听证' },
            { value: 'hearing', label: '要求听证' },
          ],
          hint: '陈述意见以后，在告知书写明的期限内仍然可以要求听证。',
        },
        { name: 'text', label: '内容', type: 'long-text', required: true, least: 4, maxLength: 2000 },
        ...WAIVED_IN_WRITING,
      ],
    },
    'weigh-interested': {
      title: '说明利害关系人意见的采纳情况',
      tone: 'primary',
      help: '写明采纳和不采纳的意见及理由。',
      lawful: HEARD,
      fields: (about) => [
        who(about, unweighed(about.dossier)),
        { name: 'text', label: '采纳情况', type: 'long-text', required: true, least: 4, maxLength: 1000 },
      ],
    },
    'drop-interested': {
      title: '更正：不是利害关系人',
      tone: 'normal',
      help: '登记错了的，写明理由后不再作为利害关系人；登记和理由都留在案卷里。',
      fields: (about) => [
        who(
          about,
          unanswered(about.dossier).filter((one) => !hasSpoken(one)),
        ),
        { name: 'reason', label: '理由', type: 'long-text', required: true, least: 4, maxLength: 500 },
      ],
    },
  },
  stands({ dossier, body, until }) {
    const open = (dossier.interested ?? []).filter(
      ({ answer, dropped }) => answer === undefined && dropped === undefined,
    ).length
    return open === 0 || !EXAMINED.includes(dossier.state)
      ? undefined
      : `正在听取${open}位利害关系人的意见，听取以后由${body}作出决定${until('promised', 'statutory')}。`
  },
  clocks: { interested: '利害关系人答复期限' },
  refusals: {
    'interested-too-many': (facts) =>
      `利害关系人最多登记${String(facts['max'] ?? '')}人。人数更多的，请改用公示或者听证公告。`,
    'interested-unreachable': '电话、地址至少要填一项，否则告知书送不到。请补上后再提交。',
    'interested-unknown': '没有找到这位利害关系人，或者这一步已经办过。请刷新页面，按页面上的列表选择。',
    'interested-unserved': '还有利害关系人没有收到告知书。请先登记送达；登记错了的，由审批人员更正。',
    'interested-days-running': (facts) =>
      `利害关系人答复的期限到${day(facts)}，还没有答复。请登记他们的意见，或者到期以后再决定。`,
    'interested-hearing-owed':
      '涉及重大利益关系或者利害关系人要求听证的，要先向申请人“告知听证权利”；有人要求的，组织听证以后再作决定。',
    'interested-unweighed': '利害关系人提出了意见，还没有说明采纳情况。请先写明，再作决定。',
  },
  told: {
    'interested-named': ({ body }) => ({
      text: body['hearing'] === true ? '告知利害关系人，并告知要求听证的权利' : '告知利害关系人',
      details: [],
    }),
    'interested-served': ({ body }) => ({
      text: `利害关系人告知书${SERVED_BY[body['mode'] as keyof typeof SERVED_BY] ?? '送达'}（${chineseDay(String(body['on']))}）`,
      details: [],
    }),
    'interested-announced': ({ body }) => ({
      text: `利害关系人告知书公告送达，${chineseDay(String(body['until']))}届满视为送达`,
      details: [],
    }),
    // Who said what is for the office; the applicant is told that somebody did.
    'interested-heard': ({ body }) => ({
      text:
        body['result'] === 'hearing'
          ? '利害关系人要求听证'
          : body['result'] === 'waived'
            ? '利害关系人没有意见或者放弃陈述'
            : '利害关系人提出了意见',
      details: [],
    }),
    'interested-silent': ({ body }) => ({
      text: `到${chineseDay(String(body['on']))}利害关系人没有${body['stated'] === true ? '要求听证' : '提出意见'}`,
      details: [],
    }),
    'interested-weighed': () => ({ text: '说明利害关系人意见的采纳情况', details: [] }),
    'interested-dropped': () => ({ text: '更正：登记的利害关系人与本事项没有利害关系', details: [] }),
  },
}
