import { afterAll, describe, expect, test } from 'vitest'
import { isPdfA2b, readPages, readQr, readText } from '#platform/documents/reading.ts'
import { createRenderer } from '#platform/documents/render.ts'
import { drawSeal } from '#platform/documents/seal.ts'
import { examplePapers } from './examples.ts'
import { composePaper } from './papers.ts'
import type { PaperData, PaperKind, ReceivedMaterial } from './papers.ts'

const renderer = createRenderer()
afterAll(() => renderer.close())

const kinds = Object.keys(examplePapers) as PaperKind[]
const seal = drawSeal({
  organisation: '淄博市博山区行政审批服务局',
  line: '行政审批专用章',
  diameterMm: 42,
  demo: true,
})
const print = (data: PaperData) => renderer.render(composePaper(data, seal))
const titleOf = (data: PaperData) => String(composePaper(data).data['title'])
const textOf = async (data: PaperData) => readText(await print(data))

describe.each(kinds)('paper %s', (kind) => {
  const data = examplePapers[kind]

  test('is PDF/A with its title, body, party, case number and day', async () => {
    const pdf = await print(data)
    expect(isPdfA2b(pdf)).toBe(true)
    const text = await readText(pdf)
    for (const part of [titleOf(data), data.body.name, data.party.name, data.caseNo, data.contact.phone])
      expect(text).toContain(part)
    if (data.number !== undefined) expect(text).toContain(data.number)
    if (kind !== 'delivery') expect(text).toContain('2026年11月23日')
  })

  test('leads to its verification by QR code', async () => {
    expect(readQr(composePaper(data).images?.['qr'] ?? '')).toBe(data.verifyUrl)
    expect(await textOf(data)).toContain('扫码核验真伪')
  })

  test('says on every page that a demo paper has no legal effect, and a real one does not', async () => {
    for (const page of await readPages(await print(data))) expect(page).toContain('演示环境生成，无法律效力')
    expect(await textOf({ ...data, demo: false })).not.toContain('演示')
  })

  test('comes out the same to the byte', async () => {
    expect(Buffer.compare(await print(data), await print(data))).toBe(0)
  })

  test('prints for a person with a rare name and a malicious one as for anybody', async () => {
    const party = { name: '䶮𠀋#import "x"*_$', kind: 'person' } as const
    expect(await textOf({ ...data, party })).toContain('䶮𠀋#import"x"*_$')
  })

  test('cites the licensing law only for licences, in its title and in its text', async () => {
    const service: PaperData = { ...data, item: { name: '老年人优待证', type: '20' } }
    const text = await textOf(service)
    expect(text).not.toContain('行政许可法')
    expect(text).toContain(titleOf(service))
  })

  test('bears very long names', async () => {
    const body = { name: '淄博市博山区自然资源和城乡规划建设管理综合行政执法监督服务中心' }
    const item = {
      name: `${'建设工程消防设计审查、验收、备案及抽查'.repeat(8)}（示例）`,
      type: '01',
    } as const
    const text = await textOf({
      ...data,
      body,
      item,
      party: { name: '博山区示例（集团）'.repeat(6), kind: 'organisation' },
    })
    expect(text).toContain(body.name)
    expect(text).toContain(item.name)
  })
})

describe('what the law wants on the paper', () => {
  test.each<[string, PaperKind, string]>([
    [
      'by when the applicant hears (许可法 32)',
      'receipt',
      '最迟不超过2026年11月30日；逾期不告知的，自收到申请材料之日起即为受理',
    ],
    ['that a receipt is no acceptance', 'receipt', '不代表申请已被受理'],
    ['the query code', 'receipt', '482913'],
    [
      'the ground of acceptance (许可法 32)',
      'acceptance',
      '《中华人民共和国行政许可法》第三十二条第一款第五项',
    ],
    [
      'both due days',
      'acceptance',
      '法定办结时限二十个工作日，至2026年12月22日届满承诺办结时限五个工作日，至2026年12月1日届满',
    ],
    ['why the day falls so', 'acceptance', '当日不计入'],
    ['what is not counted (许可法 45)', 'acceptance', '听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审'],
    [
      'that everything missing is named once (许可法 32)',
      'supplement',
      '第三十二条第一款第四项的规定，现将需要补正的全部内容一次告知如下',
    ],
    ['by when to supplement', 'supplement', '请于2026年12月14日前（含当日）'],
    ['where to go instead (许可法 32)', 'not-accepted', '可以向淄博市行政审批服务局提出申请'],
    [
      'review and suit against a non-acceptance',
      'not-accepted',
      '自收到本决定书之日起六十日内向淄博市博山区人民政府申请行政复议，也可以自收到本决定书之日起六个月内直接向淄博市博山区人民法院提起行政诉讼',
    ],
    ['the article that grants (许可法 38)', 'grant', '第三十八条第一款'],
    ['by when the licence follows (许可法 44, 82)', 'grant', '十个工作日内（至2026年12月7日）颁发、送达'],
    ['that a grant is public (许可法 40)', 'grant', '予以公开，公众有权查阅'],
    ['the reasons of a denial (许可法 38)', 'denial', '申请的经营场所和设备不符合食品安全要求'],
    ['what the applicant said (许可法 36)', 'denial', '陈述、申辩的权利'],
    [
      'review and suit against a denial (许可法 38)',
      'denial',
      '申请行政复议，也可以自收到本决定书之日起六个月内',
    ],
    ['the online way to review (复议法 22)', 'denial', '通过“掌上复议”平台提交'],
    ['which papers were served, and how', 'delivery', '准予行政许可决定书（博审批准〔2026〕96号）1份'],
    ['the way of service, ticked', 'delivery', '☑直接送达☐留置送达'],
    [
      'why and how long it takes longer (许可法 42)',
      'extension',
      '第四十二条第一款的规定，经本机关负责人批准，办理期限延长十个工作日',
    ],
    ['the reasons of an extension (许可法 42)', 'extension', '延长的理由：申请的经营场所涉及两个县区交界'],
    ['both days of an extension', 'extension', '原办结期限2026年11月23日延长后的办结期限2026年12月7日'],
    [
      'how long a special procedure takes (许可法 45)',
      'special-procedure',
      '第四十五条的规定，专家评审所需时间不计算在办理期限内',
    ],
    ['when a special procedure ends', 'special-procedure', '十个工作日（自2026年11月24日至2026年12月7日）'],
    ['what a promise says and leads to', 'commitment', '逾期不改正的，撤销许可'],
    ['that a promise is freely made and may be taken back', 'commitment', '作出决定之前可以撤回承诺'],
    ['where the applicant signs', 'commitment', '申请人（签名或者盖章）'],
    ['what to put right, and by when', 'rectification', '责令你单位自本通知书送达之日起10个工作日内改正'],
    ['what is revoked, and from when', 'revocation', '自本决定书送达之日起失去效力'],
    ['who revoked it', 'revocation', '决定人：测试丁（审批岗位）'],
    [
      'review and suit against a revocation',
      'revocation',
      '申请行政复议，也可以自收到本决定书之日起六个月内',
    ],
    ['refusal and witness (民诉法 89)', 'delivery', '拒收事由和日期'],
  ])('%s', async (_, kind, sentence) => {
    expect(await textOf(examplePapers[kind])).toContain(sentence)
  })

  test('where review must come first, suit is not offered directly (复议法 23)', async () => {
    const { denial } = examplePapers
    const text = await textOf({ ...denial, remedies: { ...denial.remedies, reviewFirst: true } })
    expect(text).toContain('应当先自收到本决定书之日起六十日内')
    expect(text).toContain('自收到行政复议决定书之日起十五日内')
    expect(text).not.toContain('六个月')
  })

  test.each([
    ['20', '如不服上述处理，可以自收到本告知书之日起六十日内'],
    ['09', '如不服本裁决，可以自收到本裁决书之日起六十日内'],
    ['07', '如不服本决定，可以自收到本决定书之日起六十日内'],
  ] as const)('a paper of type %s calls itself what it is', async (type, sentence) => {
    expect(await textOf({ ...examplePapers.grant, item: { name: '示例事项', type } })).toContain(sentence)
  })

  test('where a special law gives another period, its own words stand alone', async () => {
    const { denial } = examplePapers
    const text = await textOf({
      ...denial,
      remedies: { ...denial.remedies, own: '按照特别法的示例语句办理。' },
    })
    expect(text).toContain('按照特别法的示例语句办理。')
    expect(text).not.toContain('六十日内')
  })

  test('an acceptance by lapse of time says so', async () => {
    const text = await textOf({ ...examplePapers.acceptance, why: 'deemed' })
    expect(text).toContain('自收到申请材料之日起即为受理')
    expect(text).toContain('第三十二条第一款第四项')
  })

  test('a tolerant acceptance lists what is still owed, by when', async () => {
    const gaps = [{ name: '规章制度', how: '补交一份' }]
    const text = await textOf({ ...examplePapers.acceptance, why: 'tolerant', gaps, gapsDue: '2026-12-01' })
    expect(text).toContain('请于2026年12月1日前（含当日）补齐下列材料')
    expect(text).toContain('补交一份')
  })

  describe('a second notice', () => {
    const { supplement } = examplePapers
    const [again, other] = supplement.problems
    const later = { round: 2, firstOn: '2026-11-20', suppliedOn: '2026-11-21', again: [again!], raised: [] }
    const why = '与其他材料不一致：租赁合同写的面积比布局图小'
    const raised = [{ ...other!, by: '房屋租赁合同', why }]

    test('C1 only repeats, and says so', async () => {
      const text = await textOf({ ...supplement, problems: [], later })
      expect(text).toContain('本机关已于2026年11月20日一次告知需要补正的全部内容')
      expect(text).toContain('你单位于2026年11月21日提交了补正材料')
      expect(text).toContain('一、上次告知、仍未补正的问题')
      expect(text).toContain('本次没有增加新的问题')
      expect(text).not.toContain('引出')
    })

    test('CAS-15 names apart what the applicant’s own new papers raised, by which paper and why', async () => {
      const text = await textOf({ ...supplement, problems: [], later: { ...later, raised } })
      expect(text).toContain('二、新补交的材料引出的新问题')
      expect(text).toContain('是由你单位此后自己新补交的材料引出的')
      expect(text).toContain(`“房屋租赁合同”：${why}`)
      expect(text).toContain('除第二部分外，本次没有增加新的问题')
    })

    test('names for the first time what a promise had stood in for', async () => {
      const text = await textOf({
        ...supplement,
        problems: [other!],
        later: { ...later, again: [], raised: [] },
      })
      expect(text).toContain('一、撤回告知承诺后需要提交的材料')
      expect(text).not.toContain('仍未补正的问题')
    })
  })

  test('where no licence is needed the paper tells and decides nothing (许可法 32)', async () => {
    const text = await textOf({ ...examplePapers['not-accepted'], ground: 'not-needed' })
    expect(text).toContain('行政许可申请不受理告知书')
    expect(text).toContain('第三十二条第一款第一项的规定，本机关不受理你单位的申请')
    expect(text).not.toContain('本决定书')
  })
})

describe('a paper of several pages', () => {
  const materials: ReceivedMaterial[] = Array.from({ length: 30 }, (_, i) => ({
    name: `第${i + 1}号材料：与经营品种、数量相适应的场所、设备、设施和操作流程的说明文件`,
    originals: 1,
    copies: 2,
    form: 'paper',
  }))

  test('repeats the head of its table and numbers its pages', async () => {
    const pages = await readPages(await print({ ...examplePapers.receipt, materials }))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages[1]).toContain('序号材料名称原件复印件')
    pages.forEach((page, i) => expect(page).toContain(`—${i + 1}—`))
    expect(pages.join('')).toContain('第30号材料')
  })

  test.each([5, 8, 11, 14, 17, 20])(
    'never leaves a page with the signature alone (%i materials)',
    async (count) => {
      const pages = await readPages(
        await print({ ...examplePapers.receipt, materials: materials.slice(0, count) }),
      )
      expect(pages.at(-1)).toContain('本凭证只表明收到上述材料，不代表申请已被受理。')
      expect(pages.at(-1)).toContain('扫码核验真伪')
    },
  )
})
