import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { session } from './canned-office.ts'
import type { Canned } from './canned-server.ts'
import { packItem } from './server-side.ts'

const before: ItemVersion = packItem('adoption-registration')
const paper = before.materials[1]!
const body: ItemVersion = {
  ...before,
  version: before.version + 1,
  summary: '收养人到民政部门登记，自登记之日起成立收养关系。',
  materials: [before.materials[0]!, { ...paper, necessity: 'tolerable' }, ...before.materials.slice(2)],
}

const act = (name: string, title: string) => ({ act: name, title, tone: 'normal', input: { type: 'object' } })

const draft = {
  summary: {
    ...{ id: 'c1', item: before.id, name: before.name, itemVersion: body.version, base: before.version },
    ...{ state: 'draft', stateText: '起草中', reason: '承诺时限压缩', authorBody: '区民政局' },
    ...{ late: false, version: 3 },
  },
  ...{ body, before },
  differences: [{ at: '/summary', part: '事项简介', text: '“事项简介”有变化。' }],
  quality: {
    ...{ item: before.id, name: before.name, version: body.version, score: 98, passes: true },
    ...{ blocking: 0, remarks: 1, elements: 26, missing: [] },
  },
  findings: [
    {
      ...{ check: 'plain-summary', group: 'complete', groupTitle: '要素齐全', title: '简介说清楚' },
      ...{
        source: '本平台的检查',
        severity: 'warn',
        at: '/summary',
        what: '事项简介太长',
        remedy: '写成一句话',
      },
    },
  ],
  comments: [
    {
      ...{ at: '2026-11-23T10:00:00.000+08:00', who: '示例审定人员', text: '请写明由谁出具。' },
      on: `/materials/${paper.id}/source`,
    },
  ],
  ...{ clocks: [], story: [], ways: ['延长期限'] },
  answers: [
    {
      ...{ book: 'guide-revision', entry: 'e1', title: '公众意见', text: '群众反映材料名称看不懂' },
      dueDay: '2026-12-15',
    },
  ],
  allowed: [act('edit', '修改'), act('comment', '写意见')],
}

/** An author before a draft, with what the editor asks for beside it. */
export const itemDraft: Canned = {
  'GET /session': session('item-author'),
  'GET /authoring/changes': { items: [draft.summary] },
  'GET /authoring/changes/c1': draft,
  'POST /authoring/changes/c1/acts/edit': { id: 'c1', state: 'draft', version: 4 },
  'GET /authoring/changes/c1/impact': { lines: [] },
  'GET /authoring/materials': {
    materials: [{ name: paper.name, material: paper, items: [{ id: 'a', name: '示例事项' }] }],
  },
  'GET /authoring/data-elements': {
    elements: [
      { id: 'party.name', name: '姓名', definition: '申请人的姓名', type: 'text', maxLength: 50 },
      { id: 'home.area', name: '住房面积', definition: '家庭住房的面积', type: 'integer' },
    ],
  },
  'GET /authoring/choices': {
    bodies: [{ value: 'civil-affairs-bureau', label: '区民政局' }],
    standards: [{ value: 'grassroots@1', label: '基层事项拆分标准（第1版）' }],
  },
  'GET /authoring/upper-items': { items: [{ id: 'x', name: '示例事项', tierTitle: '国家' }] },
  [`GET /items/${before.id}/lineage`]: { lines: [] },
  'GET /authoring/items': {
    items: [{ id: before.id, name: before.name, version: before.version, own: true }],
  },
}

const news = {
  ...{ area: '370304', areaName: '示例区', item: before.id, name: before.name, version: 2, unread: true },
  ...{ effectiveFrom: '2026-12-01', at: '2026-12-01T00:00:00.000+08:00', isNew: false },
  changes: ['承诺时限改为：8个工作日'],
}

/** A body that follows a domain, with one version it has not looked at. */
export const itemNews: Canned = {
  'GET /session': session('item-author'),
  'GET /item-news': { unread: 1, upTo: news.at, items: [news] },
  'POST /item-news/read': { done: true },
  'GET /item-subscriptions': {
    areas: [
      { code: '370304', name: '示例区' },
      { code: '640202', name: '邻近区' },
    ],
    subscriptions: [
      {
        ...{ kind: 'domain', subject: 'civil-affairs', title: '民政', area: '370304', areaName: '示例区' },
        since: '2026-11-01T09:00:00.000+08:00',
      },
    ],
  },
}
