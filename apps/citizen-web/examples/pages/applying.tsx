import type { Example } from '#ui/components/example.ts'
import { postalProblems } from '#capabilities/portal/model.ts'
import { CheckPage } from '../../pages/apply/check-page.tsx'
import { CounterPage } from '../../pages/apply/counter-page.tsx'
import { DropPage } from '../../pages/apply/drop-page.tsx'
import { FormPage } from '../../pages/apply/form-page.tsx'
import { MaterialsPage } from '../../pages/apply/materials-page.tsx'
import { ReusePage } from '../../pages/apply/reuse-page.tsx'
import { StartPage } from '../../pages/apply/start-page.tsx'
import { WayPage } from '../../pages/apply/way-page.tsx'
import { WherePage } from '../../pages/apply/where-page.tsx'
import { sampleItem } from '../item.ts'
import { promisingDraft, sampleDraft, sampleGuide, samplePlaces, sampleRegions } from '../views.ts'
import { requestId, emptyDraft, type Visits } from '../visits.ts'

const { commitment } = promisingDraft

/** The steps of an application, on a screen of one's own and at a terminal in the hall. */
export const applyingPages = ({ atKiosk, guest, visit }: Visits): Example[] => [
  { title: 'apply-start-guest', node: StartPage({ visit: guest, view: sampleGuide }) },
  { title: 'apply-start', node: StartPage({ visit, view: sampleGuide }) },
  {
    title: 'apply-where-empty',
    node: WherePage({ visit, draft: emptyDraft, regions: sampleRegions, places: [] }),
  },
  {
    title: 'apply-where',
    node: WherePage({ visit, draft: sampleDraft, regions: sampleRegions, places: samplePlaces }),
  },
  {
    title: 'apply-where-wrong',
    node: WherePage({
      visit,
      draft: { ...emptyDraft, region: '990101001001' },
      regions: sampleRegions,
      places: samplePlaces,
      problems: [
        { target: 'field-acceptPlace', message: '请选择由哪个地方收您的材料' },
        { target: 'field-delivery', message: '请选择办好以后怎样拿结果' },
      ],
    }),
  },
  {
    title: 'apply-form-empty',
    node: FormPage({ visit, draft: emptyDraft, regions: sampleRegions, values: {} }),
  },
  {
    title: 'apply-form',
    node: FormPage({
      visit,
      draft: { ...sampleDraft, changes: ['新加了一样材料：摊位设备照片（可以后补）。'] },
      regions: sampleRegions,
      values: sampleDraft.values,
    }),
  },
  {
    title: 'apply-form-wrong',
    node: FormPage({
      visit,
      draft: sampleDraft,
      regions: sampleRegions,
      values: { ...sampleDraft.values, citizenId: '12' },
      errors: [
        {
          field: 'citizenId',
          message: '请核对“身份证号”：18位里有一位不对，请对着身份证再看一遍，最后一位可以是X',
        },
      ],
    }),
  },
  {
    title: 'apply-form-second',
    node: FormPage({
      visit,
      draft: sampleDraft,
      regions: sampleRegions,
      values: sampleDraft.values,
      part: 'region',
    }),
  },
  {
    title: 'apply-form-back',
    node: FormPage({
      visit,
      draft: sampleDraft,
      regions: sampleRegions,
      values: sampleDraft.values,
      back: true,
    }),
  },
  {
    title: 'apply-form-second-wrong',
    node: FormPage({
      visit,
      draft: sampleDraft,
      regions: sampleRegions,
      part: 'region',
      values: { ...sampleDraft.values, handlers: '三个' },
      errors: [
        { field: 'region', message: '请选择“摊位在哪个村或社区”' },
        { field: 'goods', message: '请选择“卖什么”' },
        { field: 'handlers', message: '“做食品的有几个人”请写整数，例如 3' },
      ],
    }),
  },
  { title: 'apply-materials-empty', node: MaterialsPage({ visit, draft: emptyDraft }) },
  { title: 'apply-materials', node: MaterialsPage({ visit, draft: sampleDraft }) },
  {
    title: 'apply-materials-lacking',
    node: MaterialsPage({
      visit,
      draft: emptyDraft,
      mayGoOn: true,
    }),
  },
  {
    title: 'apply-materials-refused-wrong',
    node: MaterialsPage({
      visit,
      draft: sampleDraft,
      problems: [
        {
          target: 'material-id-card-file',
          message: '申请人居民身份证还没有通过安全检查。请过几分钟再提交，或者换一份',
        },
      ],
    }),
  },
  {
    title: 'apply-check',
    node: CheckPage({ visit, draft: sampleDraft, regions: sampleRegions, places: samplePlaces, requestId }),
  },
  {
    title: 'apply-check-wrong',
    node: CheckPage({
      visit,
      draft: emptyDraft,
      regions: sampleRegions,
      places: [],
      requestId,
      problems: [
        { target: '/apply/x/form?part=name&back=check&mend=1#field-name', message: '请填写“申请人姓名”' },
      ],
    }),
  },
  {
    title: 'apply-check-twin-wrong',
    node: CheckPage({
      visit,
      draft: sampleDraft,
      regions: sampleRegions,
      places: samplePlaces,
      requestId,
      again: '',
      problems: [
        {
          target: 'field-again',
          message:
            '同一个申请人的这个事项正在办理（办件编号990101400120261120000123K，2026年11月20日申请）。想知道进度，请查这个办件；确实要再申请一件的，请写明理由后再提交。',
        },
      ],
    }),
  },
  {
    title: 'apply-where-post-wrong',
    node: WherePage({
      visit,
      draft: promisingDraft,
      regions: sampleRegions,
      places: samplePlaces,
      postal: { receiver: '测试甲', phone: '123', address: '' },
      problems: postalProblems({ receiver: '测试甲', phone: '123' }).map(({ field, message }) => ({
        target: `field-${field}`,
        message,
      })),
    }),
  },
  { title: 'apply-way', node: WayPage({ visit, draft: promisingDraft, commitment: commitment! }) },
  {
    title: 'apply-way-wrong',
    node: WayPage({
      visit,
      draft: promisingDraft,
      commitment: commitment!,
      problems: [{ target: 'field-confirmed', message: '选告知承诺的，请看完承诺书并勾选确认' }],
    }),
  },
  { title: 'apply-materials-promised', node: MaterialsPage({ visit, draft: promisingDraft }) },
  {
    title: 'apply-check-promised',
    node: CheckPage({
      visit,
      draft: promisingDraft,
      regions: sampleRegions,
      places: samplePlaces,
      requestId,
      keep: true,
    }),
  },
  {
    title: 'apply-form-reused',
    node: FormPage({ visit, draft: promisingDraft, regions: sampleRegions, values: promisingDraft.values }),
  },
  {
    title: 'apply-reuse',
    node: ReusePage({
      visit,
      draft: {
        ...sampleDraft,
        reusable: [{ field: 'address', label: '家庭住址', text: '示例县示例街道第一社区1号' }],
      },
    }),
  },
  {
    title: 'apply-counter-empty',
    node: CounterPage({ visit, view: { id: sampleDraft.id, itemName: sampleItem.name } }),
  },
  {
    title: 'apply-counter-code',
    node: CounterPage({
      visit,
      view: {
        id: sampleDraft.id,
        itemName: sampleItem.name,
        code: { digits: '12345678', until: '2026-11-26T09:00:00.000+08:00' },
      },
    }),
  },
  {
    title: 'apply-counter-taken',
    node: CounterPage({
      visit,
      view: { id: sampleDraft.id, itemName: sampleItem.name, atCounter: '示例街道便民服务中心' },
    }),
  },
  { title: 'kiosk-materials', node: MaterialsPage({ visit: atKiosk, draft: sampleDraft }) },
  {
    title: 'kiosk-form',
    node: FormPage({ visit: atKiosk, draft: sampleDraft, regions: sampleRegions, values: {} }),
  },
  { title: 'apply-drop', node: DropPage({ visit, draft: sampleDraft }) },
]
