import type { EntryDetail, EntryRow } from '#capabilities/books/contract/book.ts'
import type { CertificateDetail, CertificateRow, KnownOf } from '#capabilities/agency/contract/certificate.ts'
import type { Canned } from './canned-server.ts'

const asked: CertificateRow = {
  ...{
    id: 'c1',
    typeName: '家庭承包土地情况证明',
    holder: '测*甲',
    purpose: '土地纠纷起诉，交示例区人民法院',
  },
  ...{ basis: '《中华人民共和国农村土地承包法》第十三条', placeName: '示例村便民服务站', by: '', version: 1 },
  ...{ standing: 'asked', stateText: '待核实', online: true, askedOn: '2026-11-23', dueDay: '2026-11-30' },
  late: false,
}
const issued: CertificateRow = {
  ...{ ...asked, id: 'c2', no: '证〔2026〕370304004207-0001', standing: 'issued', stateText: '已开具' },
  ...{ online: false, issuedOn: '2026-11-24', by: '示例村代办岗', version: 3 },
}
const { dueDay: _due, ...issuedRow } = issued

export const waiting: CertificateDetail = {
  ...{
    summary: asked,
    states: '写明承包方、地块和承包期限，与承包合同一致',
    wish: '承包五亩地',
    printable: false,
  },
  person: { name: '测试甲', idNumber: '370304********0013', phone: '19900000001' },
  story: [{ seq: 1, at: '2026-11-23T10:20:00.000+08:00', who: '申请人', text: '网上申请', details: [] }],
  allowed: [
    {
      ...{ act: 'check', title: '登记核实情况', tone: 'primary' },
      input: {
        type: 'object',
        properties: {
          how: { title: '核实方式', type: 'string' },
          found: { title: '核实情况', type: 'string', minLength: 4, maxLength: 300 },
        },
        required: ['how', 'found'],
      },
      choices: { how: [{ value: 'register', label: '查了登记册、台账' }] },
    },
    {
      ...{ act: 'decline', title: '不予开具', tone: 'normal' },
      input: {
        type: 'object',
        properties: { reason: { title: '理由', type: 'string', minLength: 4 } },
        required: ['reason'],
      },
    },
  ],
}

export const given: CertificateDetail = {
  ...{ summary: issuedRow, states: waiting.states, person: waiting.person, story: waiting.story },
  ...{ content: '该户承包本村土地五亩。', printable: true, allowed: [], code: '370304-7K3M-QX9T-PA4C' },
  verifyUrl: 'http://127.0.0.1/verify/370304-7K3M-QX9T-PA4C',
}

const kinds = {
  items: [
    {
      ...{ type: 'land-contract', name: '家庭承包土地情况证明', online: true },
      ...{ basis: '《中华人民共和国农村土地承包法》第十三条', states: '写明承包方、地块和承包期限' },
    },
  ],
  never: [{ name: '亲属关系证明', instead: '公安机关户籍档案、公证机构或者有关单位档案' }],
  issuesHere: true,
}

const known: KnownOf = {
  ...{ known: true, certificates: [{ id: 'c2', text: '家庭承包土地情况证明，2026年11月23日申请，已开具' }] },
  licences: [{ number: '示例审批准予〔2026〕12号', name: '出版物经营许可证', stateText: '有效' }],
}

const paid: EntryRow = {
  ...{
    id: 'p1',
    title: '水费 37****12',
    cells: ['水费', '86.40元', '37****12', 'W0123456789AB'],
    version: 2,
  },
  ...{ state: 'paid', stateText: '已缴费', tone: 'good', late: false },
}
const differing: EntryRow = {
  ...{
    id: 'r1',
    title: '电费 2026-11-22',
    version: 1,
    state: 'differing',
    stateText: '有差异，待处理',
    tone: 'bad',
  },
  ...{
    cells: ['2026年11月22日', '1笔，86.40元', '1笔，86.41元', '金额不同：370304-p9，我方86.40元'],
    late: true,
  },
  dueDay: '2026-11-23',
}
const book = (kind: string, title: string) => ({
  ...{ book: kind, title, entry: '这一笔', text: '', basis: [], columns: [], states: [], waiting: 0 },
})
const payments = book('utility-payment', '水电气暖代缴登记')

export const payment = (state: 'ordered' | 'paid' | 'failed', reason?: string): EntryDetail => ({
  book: payments,
  row: { ...paid, state },
  record: reason === undefined ? [] : [{ label: '未成功的原因', text: reason }],
  ...{ story: [], allowed: [] },
})

/** What a station asks of the server about certificates and bills. */
export const stations: Canned = {
  'GET /certificates': { items: [asked, issuedRow, { ...asked, id: 'c3', late: true }] },
  'GET /certificates/types': kinds,
  'GET /certificates/c1': waiting,
  'GET /certificates/c2': given,
  'POST /certificates/known': known,
  'POST /certificates': { id: 'c1', state: 'asked', version: 1 },
  'POST /utilities/owed': {
    ...{ bill: 'W-1', utilityText: '水费', account: '37****12', holder: '测*', period: '2026-11' },
    amountText: '86.40元',
  },
  'GET /books/utility-payment': { book: payments, items: [paid], begins: [] },
  'POST /books/utility-payment/begin/order': { id: 'p1', state: 'ordered', version: 1 },
  'GET /books/utility-payment/entries/p1': payment('paid'),
  'GET /books/utility-reconciliation': {
    ...{ book: book('utility-reconciliation', '水电气暖代缴对账'), items: [differing], begins: [] },
  },
}
