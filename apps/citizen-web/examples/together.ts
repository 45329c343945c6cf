import type { CitizenServices, TogetherView } from '#capabilities/portal/contract.ts'
import { sampleItem, sampleSummaries } from './item.ts'
import { samplePlaces } from './views.ts'

export const TOGETHER_ID = '00000000-0000-7000-8000-0000000000f1'

const [first, second] = [
  { id: '00000000-0000-7000-8000-0000000000d1', item: sampleItem.id, itemName: sampleItem.name },
  { id: '00000000-0000-7000-8000-0000000000d2', item: 'food-stall', itemName: '小食品摊点备案' },
]

/** Two matters of one person, half filled in. */
export const sampleTogether: TogetherView = {
  id: TOGETHER_ID,
  title: '开个店',
  drafts: [
    { ...first, place: samplePlaces[0]!, changes: ['新加了一样材料：摊位设备照片（可以后补）。'] },
    { ...second, place: samplePlaces[0]!, changes: [] },
  ],
  form: {
    title: '开个店',
    fields: [
      {
        name: 'partyName',
        label: '姓名',
        type: 'text',
        element: 'party.name',
        required: true,
        section: '申请人',
      },
      {
        name: 'partyPhone',
        label: '手机号码',
        type: 'phone',
        element: 'party.phone',
        required: true,
        section: '申请人',
      },
      { name: 'foods', label: '卖什么', type: 'text', required: false, section: '小食品摊点备案' },
    ],
  },
  values: { partyName: '测试甲', partyPhone: '19900000001' },
  notes: [{ field: 'partyPhone', text: '“手机号码”在《小食品摊点备案》里叫“联系电话”。' }],
  region: '990101001001',
  delivery: 'window',
  deliveries: ['window', 'electronic', 'post'],
  papers: [
    {
      ...{ key: `${first.id}.id-card`, name: '居民身份证', needed: true },
      asks: [
        { draft: first.id, material: 'id-card', itemName: first.itemName, standard: '在有效期内。' },
        { draft: second.id, material: 'identity', itemName: second.itemName, standard: '能看清姓名。' },
      ],
      files: [{ id: 'f1', name: '居民身份证-1.jpg', size: 12_345, mediaType: 'image/jpeg', url: '' }],
    },
    {
      ...{ key: `${second.id}.photo`, name: '摊位照片', needed: true, files: [] },
      asks: [{ draft: second.id, material: 'photo', itemName: second.itemName, standard: '能看清摊位。' }],
    },
  ],
  reusable: [{ field: 'foods', label: '卖什么', text: '煎饼' }],
  today: '2026-11-23',
}

export const filedTogether: TogetherView = {
  ...sampleTogether,
  drafts: sampleTogether.drafts.map((draft, at) => ({ ...draft, no: `990101500${at}20261123000012` })),
}

/** The same in memory, for pages to be walked. */
export function togetherServices(
  record: (act: string, input: unknown) => void,
): Pick<
  CitizenServices,
  | 'togetherChoices'
  | 'beginTogether'
  | 'together'
  | 'saveTogether'
  | 'reuseTogether'
  | 'uploadTogether'
  | 'clearTogether'
  | 'leaveOut'
  | 'fileTogether'
> {
  let filed = false
  const none = {
    refused: true as const,
    code: 'together-not-found',
    sentence: '没有找到这份一起办的申请，请到“我的办件”里看看。',
  }
  const view = (id: string) => (id === TOGETHER_ID ? (filed ? filedTogether : sampleTogether) : none)
  return {
    togetherChoices: async (scene) =>
      scene === 'scene-5'
        ? { title: '开个店', items: sampleSummaries }
        : { refused: true, code: 'scene-not-found', sentence: '没有这个主题，请从首页重新选择。' },
    beginTogether: async (_visitor, _scene, items) =>
      items.length < 2
        ? { refused: true, code: 'together-count', sentence: '请选两件到6件一起办。' }
        : { id: TOGETHER_ID },
    together: async (_visitor, id) => view(id),
    saveTogether: async (_visitor, id, change) => {
      record('saveTogether', change)
      return view(id)
    },
    reuseTogether: async (_visitor, id, use) => {
      record('reuseTogether', use)
      return view(id)
    },
    uploadTogether: async (_visitor, _id, paper, { stream }) => {
      stream.resume()
      record('uploadTogether', paper)
    },
    clearTogether: async (_visitor, _id, paper) => record('clearTogether', paper),
    leaveOut: async (_visitor, _id, draft) => record('leaveOut', draft),
    fileTogether: async (_visitor, id) => {
      if (id !== TOGETHER_ID) return none
      filed = true
      return { filed: filedTogether.drafts.map(({ no = '', itemName }) => ({ no, itemName })) }
    },
  }
}
