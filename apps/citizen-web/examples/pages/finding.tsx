import type { Example } from '#ui/components/example.ts'
import { GroupPage } from '../../pages/group/page.tsx'
import { situationOf } from '../../pages/guide/situation.tsx'
import { GuidePage } from '../../pages/guide/page.tsx'
import { HomePage } from '../../pages/home/page.tsx'
import type { PublicityNotice } from '#capabilities/case/contract.ts'
import { ObjectingPage, ObjectionToConfirmPage } from '../../pages/objection/form-page.tsx'
import { ObjectionPage } from '../../pages/objection/receipt-page.tsx'
import { PublicityPage } from '../../pages/publicity/page.tsx'
import { NearPage } from '../../pages/near/page.tsx'
import { SearchPage } from '../../pages/search/page.tsx'
import { askingItem, sampleItem, sampleSummaries } from '../item.ts'
import { sampleLifecycle } from '../licences.ts'
import { answeredObjection, sampleNotices, sampleObjection } from '../notices.ts'
import {
  promisingItem,
  sampleCases,
  sampleDraft,
  sampleGuide,
  sampleHall,
  sampleHome,
  sampleNear,
  sampleRegions,
  sampleUndertaking,
} from '../views.ts'
import { requestId, type Visits } from '../visits.ts'

/** Finding a matter and reading its guide. */
export const findingPages = ({ guest, visit }: Visits): Example[] => [
  { title: 'home', node: HomePage({ visit: guest, view: sampleHome }) },
  {
    title: 'home-closed-and-new',
    node: HomePage({
      visit,
      view: {
        ...sampleHome,
        scenes: [],
        domains: [],
        hall: { ...sampleHall, now: { open: false, sentence: '今天星期日，大厅休息。网上随时可以申请。' } },
      },
      mine: { cases: [], drafts: [] },
    }),
  },
  {
    title: 'home-mine-and-near',
    node: HomePage({
      visit,
      view: { ...sampleHome, near: sampleNear },
      mine: {
        cases: sampleCases,
        drafts: [{ id: sampleDraft.id, itemName: sampleItem.name, savedAt: sampleDraft.savedAt }],
      },
    }),
  },
  { title: 'near', node: NearPage({ visit: guest, regions: sampleRegions }) },
  { title: 'near-chosen', node: NearPage({ visit: guest, regions: sampleRegions, near: sampleNear }) },
  {
    title: 'near-wrong',
    node: NearPage({
      ...{ visit: guest, regions: sampleRegions },
      problems: [{ target: 'field-region', message: '请从列表里选一个村或社区' }],
    }),
  },
  {
    title: 'scene',
    node: GroupPage({ visit: guest, kind: 'scene', title: '开个店', items: sampleSummaries }),
  },
  { title: 'search-empty', node: SearchPage({ visit: guest, words: '', items: [] }) },
  {
    title: 'search-misspelt',
    node: SearchPage({ visit: guest, words: '摆滩', items: [], near: ['摆摊', '夜市摆摊'] }),
  },
  {
    title: 'search-nothing',
    node: SearchPage({
      ...{ visit: guest, words: '摘星星', items: [] },
      scenes: [{ key: 'elderly', title: '家里有老人', count: 6 }],
      hall: sampleNear.places.at(-1)!,
      note: '您写得比较长，只按前40个字找。短一点，只写要办的事，找得更准。',
    }),
  },
  {
    title: 'search-by-sound',
    node: SearchPage({
      ...{ visit: guest, words: '摆滩' },
      items: sampleSummaries.map(({ because: _because, ...item }) => ({
        ...item,
        why: '按读音相近找到“夜市摆摊”',
      })),
    }),
  },
  {
    title: 'search-unsure',
    node: SearchPage({
      ...{ visit: guest, words: '卖烤肠的小推车', items: sampleSummaries, sure: false },
      hall: sampleNear.places.at(-1)!,
    }),
  },
  {
    title: 'search-found',
    node: SearchPage({ visit: guest, words: '摆摊', items: sampleSummaries, nextCursor: 'x', later: true }),
  },
  {
    title: 'search-in-order',
    node: SearchPage({
      visit: guest,
      words: '摆摊',
      items: sampleSummaries,
      undertaking: sampleUndertaking,
    }),
  },
  {
    title: 'domain',
    node: GroupPage({ visit: guest, kind: 'domain', title: '市场准入', items: sampleSummaries }),
  },
  { title: 'domain-empty', node: GroupPage({ visit: guest, kind: 'domain', title: '户籍', items: [] }) },
  { title: 'publicity', node: PublicityPage({ visit: guest, notices: sampleNotices }) },
  {
    title: 'objecting',
    node: ObjectingPage({
      visit,
      notice: sampleNotices[0] as PublicityNotice,
      said: { text: '不', from: '', contact: '' },
      problems: [{ target: 'field-text', message: '请写出异议内容，至少4个字' }],
    }),
  },
  {
    title: 'objection-to-confirm',
    node: ObjectionToConfirmPage({
      ...{ visit, notice: sampleNotices[0] as PublicityNotice, requestId },
      said: { text: sampleObjection.text, from: '', contact: '19900000001' },
    }),
  },
  { title: 'objection', node: ObjectionPage({ visit, objection: sampleObjection }) },
  { title: 'objection-answered', node: ObjectionPage({ visit, objection: answeredObjection }) },
  {
    title: 'publicity-narrowed',
    node: PublicityPage({
      visit: guest,
      notices: Array.from({ length: 4 }, (_, at) =>
        sampleNotices.map((one) => ({ ...one, id: `${one.id}-${at}` })),
      ).flat(),
      wanted: { town: '演示镇', item: '最低生活保障' },
    }),
  },
  { title: 'publicity-empty', node: PublicityPage({ visit: guest, notices: [] }) },
  { title: 'guide', node: GuidePage({ visit: guest, view: sampleGuide }) },
  {
    title: 'guide-situation',
    node: GuidePage({
      visit: guest,
      view: { ...sampleGuide, item: askingItem },
      answers: situationOf(askingItem, { household: 'no' }),
    }),
  },
  {
    title: 'guide-paid',
    node: GuidePage({
      visit: guest,
      view: {
        ...sampleGuide,
        onlineFiling: false,
        item: {
          ...sampleItem,
          visits: 1,
          visitReason: '要当面核对原件。',
          fee: {
            charged: true,
            basis: '《示例收费办法》',
            lines: [
              { name: '工本费', standard: '10元/本', basis: '《示例收费办法》第三条', reducible: true },
            ],
          },
        },
      },
    }),
  },
  {
    title: 'guide-promise',
    node: GuidePage({
      visit: guest,
      view: { ...sampleGuide, item: promisingItem, nearest: sampleNear.places[0]! },
    }),
  },
  {
    title: 'guide-afterwards',
    node: GuidePage({
      visit: guest,
      view: { ...sampleGuide, item: { ...sampleItem, lifecycle: sampleLifecycle } },
    }),
  },
]
