import type {
  CertificateKinds,
  CertificateView,
  OwedView,
  PageRefusal,
  StationServices,
} from '#capabilities/portal/contract.ts'

export const sampleKinds: CertificateKinds = {
  kinds: [
    {
      ...{ type: 'land-contract', name: '家庭承包土地情况证明', online: true },
      ...{ basis: '《中华人民共和国农村土地承包法》第十三条', states: '写明承包方、地块和承包期限' },
    },
    {
      ...{ type: 'guardian-appointed', name: '指定监护人证明', online: false },
      ...{ basis: '《中华人民共和国民法典》第三十一条第一款', states: '写明被监护人、指定的监护人' },
    },
  ],
  never: [
    { name: '亲属关系证明', instead: '公安机关户籍档案、公证机构或者有关单位档案' },
    { name: '健在证明', instead: '社会保险经办机构' },
  ],
  places: [{ id: 'station-1', name: '示例村便民服务站' }],
}

export const sampleCertificate: CertificateView = {
  row: {
    ...{ id: 'c1', no: '证〔2026〕370304004207-0001', typeName: '家庭承包土地情况证明', holder: '测*甲' },
    ...{ basis: '《中华人民共和国农村土地承包法》第十三条', purpose: '土地纠纷起诉，交示例区人民法院' },
    ...{ placeName: '示例村便民服务站', standing: 'issued', stateText: '已开具', online: true, late: false },
    ...{ askedOn: '2026-11-23', issuedOn: '2026-11-24', by: '代办员', version: 3 },
  },
  place: { name: '示例村便民服务站', address: '示例村88号', phone: '0533-0000000' },
  story: [
    ...[{ seq: 1, at: '2026-11-23T10:20:00.000+08:00', who: '申请人', text: '网上申请', details: [] }],
    ...[{ seq: 3, at: '2026-11-24T10:20:00.000+08:00', who: '工作人员', text: '开具', details: ['已盖章'] }],
  ],
  ...{ withdrawable: false, code: '370304-7K3M-QX9T-PA4C' },
}

export const waitingCertificate: CertificateView = {
  ...sampleCertificate,
  row: {
    ...{ id: 'c2', typeName: '家庭承包土地情况证明', holder: '测*甲', basis: sampleCertificate.row.basis },
    ...{ purpose: '申请贷款，交示例银行', placeName: '示例村便民服务站', standing: 'asked', online: true },
    ...{ stateText: '待核实', late: true, dueDay: '2026-11-20', askedOn: '2026-11-13', by: '', version: 1 },
  },
  withdrawable: true,
}

export const sampleOwed: OwedView = {
  ...{ utilityText: '水费', account: '37****12', holder: '测*', period: '2026-11', amountText: '86.40元' },
}

type Recording = (act: string, input: unknown) => void

/** Certificates and bills in memory. */
export const stationServices = (
  record: Recording,
  notFound: (code: string) => PageRefusal,
): StationServices => ({
  certificateKinds: async () => sampleKinds,
  myCertificates: async () => ({ items: [waitingCertificate.row, sampleCertificate.row] }),
  myCertificate: async (_visitor, id) =>
    [sampleCertificate, waitingCertificate].find(({ row }) => row.id === id) ??
    notFound('own-certificate-not-found'),
  askCertificate: async (_visitor, wish) => {
    record('askCertificate', wish)
    return { id: 'c2' }
  },
  withdrawCertificate: async (_visitor, id) => record('withdrawCertificate', id),
  owed: async (_visitor, { account }) =>
    account.endsWith('0000')
      ? { refused: true, code: 'utility-nothing-owed', sentence: '这个户号现在没有欠费，或者户号不对。' }
      : sampleOwed,
})
