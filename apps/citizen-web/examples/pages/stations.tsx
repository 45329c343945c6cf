import type { Example } from '#ui/components/example.ts'
import { AskCertificatePage } from '../../pages/certificates/ask-page.tsx'
import { MyCertificatePage, MyCertificatesPage } from '../../pages/certificates/mine-page.tsx'
import { CertificatesPage } from '../../pages/certificates/page.tsx'
import { OwedPage, UtilitiesPage } from '../../pages/utilities/page.tsx'
import { VerifyPage } from '../../pages/verify/page.tsx'
import { sampleCertificate, sampleKinds, sampleOwed, waitingCertificate } from '../stations.ts'
import { sampleNear } from '../views.ts'
import type { Visits } from '../visits.ts'

const [kind] = sampleKinds.kinds
const { places } = sampleKinds

/** Certificates of villages, and bills for water, electricity, gas and heating. */
export const stationPages = ({ guest, visit }: Visits): Example[] => [
  { title: 'certificates', node: CertificatesPage({ visit: guest, ...sampleKinds }) },
  { title: 'certificates-none', node: CertificatesPage({ visit: guest, ...sampleKinds, kinds: [] }) },
  { title: 'certificate-ask', node: AskCertificatePage({ visit, kind: kind!, places, requestId: 'r' }) },
  {
    title: 'certificate-ask-wrong',
    node: AskCertificatePage({
      ...{ visit, kind: kind!, places, requestId: 'r', values: { place: '', purpose: '', wish: '' } },
      problems: [
        { target: 'field-place', message: '请选择便民服务站' },
        { target: 'field-purpose', message: '请写明做什么用、交给谁，2到100个字' },
      ],
    }),
  },
  {
    title: 'my-certificates',
    node: MyCertificatesPage({ visit, items: [waitingCertificate.row, sampleCertificate.row] }),
  },
  { title: 'my-certificates-none', node: MyCertificatesPage({ visit, items: [] }) },
  { title: 'my-certificate', node: MyCertificatePage({ visit, view: sampleCertificate, requestId: 'r' }) },
  {
    title: 'my-certificate-waiting',
    node: MyCertificatePage({ visit, view: waitingCertificate, requestId: 'r' }),
  },
  {
    title: 'verify-void',
    node: VerifyPage({
      ...{ visit: guest, token: '370304-7K3M-QX9T-PA4C' },
      view: {
        ...{ genuine: true, over: true, onPaper: true, title: '家庭承包土地情况证明', body: '示例村' },
        ...{ number: '证〔2026〕370304004207-0001', status: '2026年11月25日作废，不能再使用' },
        fields: [{ label: '申请人', text: '测*甲' }],
      },
    }),
  },
  { title: 'utilities', node: UtilitiesPage({ visit }) },
  {
    title: 'utilities-wrong',
    node: UtilitiesPage({
      ...{ visit, near: sampleNear, account: '12', utility: 'water' },
      problems: [{ target: 'field-account', message: '请填写户号，4到20位数字' }],
    }),
  },
  { title: 'utilities-owed', node: OwedPage({ visit, owed: sampleOwed, near: sampleNear }) },
]
