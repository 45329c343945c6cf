import { Readable } from 'node:stream'
import type {
  CitizenServices,
  DraftView,
  PageRefusal,
  SupplementFile,
  Upload,
  Visitor,
} from '#capabilities/portal/contract.ts'
import { sampleItem, sampleSummaries } from './item.ts'
import { sampleLicenceDetail, sampleLicences } from './licences.ts'
import { answeredObjection, sampleNotices, sampleObjection } from './notices.ts'
import { stationServices } from './stations.ts'
import { togetherServices } from './together.ts'
import {
  closedDetail,
  sampleCases,
  sampleDetail,
  sampleDraft,
  sampleGuide,
  sampleHandbooks,
  sampleHome,
  sampleMessages,
  sampleNear,
  samplePlaces,
  sampleProgress,
  sampleRating,
  sampleRegions,
  sampleUndertakingGuide,
  sampleVerify,
  addingDetail,
  supplementingDetail,
} from './views.ts'

export interface SampleServices extends CitizenServices {
  /** What the pages asked to be done, in order. */
  readonly done: { act: string; input: unknown }[]
  readonly state: { draft: DraftView | undefined; filed: Map<string, string>; ready: SupplementFile[] }
}

const notFound = (code: string): PageRefusal => ({
  refused: true,
  code,
  sentence: '没有找到，请从“我的办件”里重新打开。',
})
const citizen = { account: 'a', party: 'p', displayName: '测*甲' }

/** One person with one draft and three cases in memory: enough for pages to be walked without a server behind them. */
export function sampleServices(): SampleServices {
  const done: SampleServices['done'] = []
  const state: SampleServices['state'] = {
    draft: { ...sampleDraft, files: {}, region: undefined, acceptPlace: undefined, delivery: undefined },
    filed: new Map(),
    ready: [],
  }
  const details = [supplementingDetail, sampleDetail, closedDetail, addingDetail]
  const draftOf = (id: string) => (state.draft?.id === id ? state.draft : undefined)
  const record = (act: string, input: unknown) => void done.push({ act, input })
  return {
    done,
    state,
    visitor: async ({ session, anonymous }) =>
      session === 'good' ? { csrfToken: 'of-session', citizen } : { csrfToken: `of-${anonymous}` },
    home: async (region) => (region === sampleNear.region ? { ...sampleHome, near: sampleNear } : sampleHome),
    search: async (words) =>
      words === '摆摊' ? { items: sampleSummaries } : { items: [], near: words === '摆滩' ? ['摆摊'] : [] },
    suggest: async (words) => (words === '摆摊' ? sampleSummaries : []),
    near: async (region) => (region === sampleNear.region ? sampleNear : notFound('region-unknown')),
    scene: async (key) =>
      key === 'scene-5'
        ? { title: '开个店', who: 'firm', items: sampleSummaries }
        : notFound('scene-not-found'),
    itemsOfDomain: async (domain) =>
      domain === 'market-access'
        ? { title: '市场准入', items: sampleSummaries }
        : notFound('domain-not-found'),
    guide: async (id) => (id === sampleItem.id ? sampleGuide : notFound('item-not-found')),
    guideFile: async () => ({ fileName: '示例申请表.pdf', bytes: new Uint8Array([37, 80, 68, 70]) }),
    guidePdf: async () => ({ fileName: '示例指南.pdf', bytes: new Uint8Array([37, 80, 68, 70]) }),
    undertaking: async (key) =>
      key === 'night-stall' ? sampleUndertakingGuide : notFound('undertaking-not-found'),
    handbooks: async () => sampleHandbooks,
    handbookFile: async () => ({
      ...{ fileName: '示例手册.pdf', size: 4 },
      stream: Readable.from([Buffer.from('%PDF')]),
    }),
    ask: async (_item, question) => {
      if (question.length < 4)
        return {
          refused: true,
          code: 'guide-question-short',
          sentence: '问题太短，看不出要问什么。请写四个字以上。',
        }
      record('ask', question)
      return { asked: true }
    },
    regions: async () => sampleRegions,
    places: async () => samplePlaces,
    register: async (input) => {
      record('register', input)
      return { session: 'good' }
    },
    signIn: async ({ password }) =>
      password === 'right'
        ? { session: 'good' }
        : { refused: true, code: 'sign-in-wrong', sentence: '账号或者密码不对，请再试一次。' },
    signOut: async (session) => record('signOut', session),
    openDraft: async () => state.draft ?? notFound('item-not-found'),
    draft: async (_visitor, id) => draftOf(id) ?? notFound('draft-not-found'),
    drafts: async () =>
      state.draft ? [{ id: state.draft.id, itemName: sampleItem.name, savedAt: state.draft.savedAt }] : [],
    saveDraft: async (_visitor, id, change) => {
      if (!draftOf(id)) return notFound('draft-not-found')
      record('saveDraft', change)
      const values = { ...state.draft!.values, ...change.values }
      state.draft = { ...state.draft!, ...change, values }
      return state.draft
    },
    uploadToDraft: async (_visitor, _id, material, upload) => {
      const file = await kept(upload)
      if (file.text === 'broken')
        return { refused: true, code: 'file-type-refused', sentence: '这个文件打不开，请重新拍一张。' }
      record('uploadToDraft', { material, ...file })
      return { id: 'new-file', name: file.name, size: file.text.length, mediaType: 'image/jpeg', url: '' }
    },
    removeFromDraft: async (_visitor, _id, material, file) => record('removeFromDraft', { material, file }),
    draftFile: async () => ({
      ...{ fileName: '示例.pdf', mediaType: 'application/pdf', size: 4 },
      stream: Readable.from([Buffer.from('%PDF')]),
    }),
    dropDraft: async () => {
      state.draft = undefined
    },
    file: async (_visitor, id, requestId) => {
      const before = state.filed.get(requestId)
      if (before !== undefined) return { no: before }
      if (!draftOf(id)) return notFound('draft-not-found')
      if (!state.draft?.region) {
        return {
          refused: true,
          code: 'form-invalid',
          sentence: '还有几处没有填好。',
          problems: [{ field: 'citizenId', message: '请核对“身份证号”' }],
        }
      }
      state.draft = undefined
      state.filed.set(requestId, sampleDetail.summary.no)
      record('file', requestId)
      return { no: sampleDetail.summary.no }
    },
    myCases: async () => ({ items: sampleCases }),
    myMatters: async () => ({ items: sampleCases, objections: [sampleObjection, answeredObjection] }),
    myCase: async (_visitor, no) =>
      details.find((detail) => detail.summary.no === no) ?? notFound('case-not-found'),
    ...stationServices(record, notFound),
    myLicences: async () => ({ items: sampleLicences }),
    myLicence: async (_visitor, number) =>
      number === sampleLicenceDetail.summary.number ? sampleLicenceDetail : notFound('licence-not-found'),
    actOnLicence: async (_visitor, number, act) => record('actOnLicence', { number, ...act }),
    applyAbout: async (_visitor, number, kind) => {
      record('applyAbout', { number, kind })
      return state.draft ?? notFound('licence-not-found')
    },
    licencePaper: async () => ({ fileName: '决定书.pdf', bytes: new Uint8Array([37, 80, 68, 70]) }),
    uploadForCase: async (_visitor, _no, material, upload) => {
      const file = await kept(upload)
      if (file.text === 'broken')
        return { refused: true, code: 'file-type-refused', sentence: '这个文件打不开，请重新拍一张。' }
      return {
        id: `${material}-file`,
        name: file.name,
        size: file.text.length,
        mediaType: 'image/jpeg',
        url: '',
      }
    },
    supplementFiles: async () => state.ready,
    keepForSupplement: async (_visitor, _no, material, upload) => {
      const file = await kept(upload)
      if (file.text === 'broken')
        return { refused: true, code: 'file-type-refused', sentence: '这个文件打不开，请重新拍一张。' }
      const count = state.ready.filter((one) => one.material === material).length
      const ready = {
        ...{ id: `${material}-file-${count + 1}`, name: file.name, size: file.text.length },
        ...{ mediaType: 'image/jpeg', url: '', material },
      }
      state.ready.push(ready)
      return ready
    },
    dropFromSupplement: async (_visitor, no, id) => {
      state.ready = state.ready.filter((file) => file.id !== id)
      record('dropFromSupplement', { no, id })
    },
    supplementFile: async () => ({
      fileName: '正面.jpg',
      mediaType: 'image/jpeg',
      size: 5,
      stream: Readable.from([Buffer.from('photo')]),
    }),
    supply: async (_visitor, no, files, requestId) => record('supply', { no, files, requestId }),
    actOnCase: async (_visitor, no, { act, input }) => record(act, { no, input }),
    withdraw: async (_visitor, no, reason) => record('withdraw', { no, reason }),
    withdrawPromise: async (_visitor, no, reason) => record('withdrawPromise', { no, reason }),
    paper: async () => ({ fileName: '申请材料接收凭证.pdf', bytes: new Uint8Array([37, 80, 68, 70]) }),
    caseFile: async () => ({
      fileName: '正面.jpg',
      mediaType: 'image/jpeg',
      stream: Readable.from([Buffer.from('photo')]),
    }),
    ratedCase: async (_visitor: Visitor, no) => {
      const detail = details.find(({ summary }) => summary.no === no)
      if (detail === undefined) return notFound('case-not-found')
      return {
        detail,
        rating: { ...sampleRating, open: no === closedDetail.summary.no && sampleRating.open },
        siblings: [],
      }
    },
    submittedCase: async (_visitor: Visitor, no) => {
      const detail = details.find(({ summary }) => summary.no === no)
      return detail === undefined ? notFound('case-not-found') : { detail, queryCode: '123456' }
    },
    rate: async (_visitor, no, input) => record('rate', { no, input }),
    messages: async () => ({ items: sampleMessages, unread: 2 }),
    readMessage: async (_visitor, id) => {
      const found = sampleMessages.find((message) => message.id === id)
      if (found === undefined) return notFound('message-not-found')
      record('readMessage', id)
      return { no: found.no }
    },
    readAllMessages: async (_visitor, upTo) => record('readAllMessages', upTo),
    messageSettings: async () => ({ sms: true, phone: '199****0001' }),
    saveMessageSettings: async (_visitor, wish) => {
      if (wish.email === 'wrong')
        return {
          refused: true,
          code: 'email-invalid',
          sentence: '请核对邮箱。',
          problems: [{ field: 'email', message: '请核对邮箱。' }],
        }
      return record('saveMessageSettings', wish)
    },
    reuse: async (_visitor, id, use) => {
      record('reuse', use)
      return draftOf(id) ?? notFound('draft-not-found')
    },
    handover: async (_visitor, id) => {
      if (!draftOf(id)) return notFound('draft-not-found')
      const code = { digits: '12345678', until: '2026-11-26T09:00:00.000+08:00' }
      return {
        id,
        itemName: sampleItem.name,
        ...(done.some(({ act }) => act === 'makeCode') ? { code } : {}),
      }
    },
    makePickUpCode: async (_visitor, id) => record('makeCode', id),
    revokePickUpCode: async (_visitor, id) => record('revokeCode', id),
    takeDraftBack: async (_visitor, id) => record('takeBack', id),
    myData: async () => ({ values: [] }),
    forgetData: async (_visitor, holder, element) => record('forgetData', { holder, element }),
    withdrawConsent: async () => record('withdrawConsent', undefined),
    publicNotices: async () => sampleNotices,
    ownNotices: async () => [],
    object: async (_visitor, notice, input, requestId) => {
      if (input.text.startsWith('期满'))
        return { refused: true, code: 'publicity-over', sentence: '公示期已经届满，请拨打12345反映。' }
      record('object', { notice, input, requestId })
      return { id: sampleObjection.id }
    },
    myObjections: async () => [sampleObjection, answeredObjection],
    progress: async (no, code) =>
      no === sampleProgress.no && code === '123456'
        ? sampleProgress
        : { refused: true, code: 'query-not-matched', sentence: '没有查到。' },
    unlockKiosk: async ({ password }) =>
      password === 'right'
        ? undefined
        : { refused: true, code: 'sign-in-wrong', sentence: '账号或者密码不对，请再试一次。' },
    verify: async (token) => (token === 'good' ? sampleVerify : { genuine: false }),
    ...togetherServices(record),
    verifyFile: async (_token, upload) => ({
      view: sampleVerify,
      same: (await kept(upload)).text === 'original',
    }),
  }
}

async function kept(upload: Upload): Promise<{ name: string; text: string }> {
  const chunks: Buffer[] = []
  for await (const chunk of upload.stream) chunks.push(Buffer.from(chunk))
  return { name: upload.fileName, text: Buffer.concat(chunks).toString('utf8') }
}
