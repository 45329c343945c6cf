import { afterAll, describe, expect, test } from 'vitest'
import { isPdfA2b, readPages, readQr, readText } from '#platform/documents/reading.ts'
import { createRenderer } from '#platform/documents/render.ts'
import { exampleGuide } from './examples.ts'
import { EDITIONS, type Edition } from '../contract.ts'
import { composeGuide } from './guide-data.ts'
import type { GuideData } from './guide-data.ts'

const renderer = createRenderer()
afterAll(() => renderer.close())

const print = (edition: Edition, changes: Partial<GuideData> = {}) =>
  renderer.render(composeGuide({ ...exampleGuide, ...changes }, edition))
const textOf = async (...how: Parameters<typeof print>) => readText(await print(...how))
const manyMaterials = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...exampleGuide.materials[2]!,
    name: `第${i + 1}号材料：主要设备设施布局、操作流程等文件`,
  }))

describe('the full guide', () => {
  test('is PDF/A and says everything the standard asks for, in its order', async () => {
    const pdf = await print('full')
    expect(isPdfA2b(pdf)).toBe(true)
    const text = await readText(pdf)
    const chapters = [
      '一、基本信息',
      '二、设定依据',
      '三、谁可以申请',
      '四、办理条件',
      '五、申请材料',
      '六、办理流程',
      '七、办理结果',
      '八、收费',
      '九、在哪里办',
      '十、咨询、进度查询和监督投诉',
      '十一、申请人的权利和义务',
      '十二、常见问题',
    ]
    const places = chapters.map((chapter) => text.indexOf(chapter))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test.each([
    ['the code', '实施编码：11370304MB28600000400012300101'],
    ['both limits', '法定办结时限20个工作日承诺办结时限5个工作日'],
    ['a checked basis', '全国人民代表大会常务委员会，2015年10月1日起施行。〔已与官方文本核对〕'],
    [
      'a basis still to be checked',
      '（国家市场监督管理总局令第78号）第六条。国家市场监督管理总局，2023年12月1日起施行。〔条文待核对〕',
    ],
    ['copies of a material', '原件1份、复印件1份'],
    ['a material nobody has to bring', '免予提交'],
    ['who does a step, by when', '现场核查两名以上工作人员2个工作日'],
    ['how a case may leave the process', '不属于职权范围：不予受理'],
    ['addresses and hours', '淄博市博山区石马镇示例村东'],
    ['remedies', '六十日内向博山区人民政府（博山区示例路3号行政复议接待窗口）申请行政复议'],
    ['since when its questions stand as they do', '最近更新：2026年9月1日'],
    ['version and day', '版本2026-32026年11月1日起施行'],
  ])('tells %s', async (_, sentence) => {
    expect(await textOf('full')).toContain(sentence)
  })

  test('names a fee with its basis', async () => {
    const fee = {
      charged: true,
      items: [{ name: '工本费', standard: '每证10元', basis: '示例价费〔2026〕1号' }],
    } as const
    expect(await textOf('full', { fee })).toContain('工本费每证10元示例价费〔2026〕1号无')
  })

  test('tells the further lawful paths below the ordinary steps, each with its basis', async () => {
    const text = await textOf('full')
    expect(text).toContain('除上面的环节以外，依法还可能有下列情形')
    expect(text).toContain('行政许可法第四十六条、第四十七条')
  })

  test('numbers its pages when twenty materials and twelve steps fill several', async () => {
    const steps = Array.from({ length: 12 }, (_, i) => ({
      ...exampleGuide.steps[i % 5]!,
      name: `环节${i + 1}`,
    }))
    const pages = await readPages(await print('full', { materials: manyMaterials(20), steps }))
    pages.forEach((page, i) => expect(page).toContain(`第${i + 1}页共${pages.length}页`))
    expect(pages.join('')).toContain('环节12')
  })
})

describe('the short guide', () => {
  test.each([1, 5, 20, 40, 80])('is one page with %i materials', async (count) => {
    const pages = await readPages(await print('short', { materials: manyMaterials(count) }))
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain(`要带的材料（共${count}项）`)
    expect(pages[0]).toContain('0533-0000009')
  })

  test('names all materials when they fit, and says how many are left out when they do not', async () => {
    expect(await textOf('short', { materials: manyMaterials(20) })).toContain('第20号材料')
    expect(await textOf('short', { materials: manyMaterials(80) })).toMatch(/其余\d+项见完整指南/u)
  })

  test('holds time, cost, visits, places and phones', async () => {
    const text = await textOf('short')
    for (const part of [
      '5个工作日',
      '不收费',
      '不用跑',
      '☐食品经营许可申请书',
      '石马镇便民服务中心',
      '12345',
    ])
      expect(text).toContain(part)
  })
})

test.each(['short', 'leaf', 'fold'] as const)(
  'what is handed out at a window says it in plain words (%s)',
  async (edition) => {
    const [first] = exampleGuide.materials
    const materials = [
      { ...first!, need: 'conditional' as const, tolerable: true },
      { ...first!, originals: 0, copies: 0 },
    ]
    const text = await textOf(edition, { materials })
    for (const plain of ['符合情形才要', '可以以后补', '不用带', '不用跑']) expect(text).toContain(plain)
    for (const term of ['视情况', '可容缺', '免予提交', '0次']) expect(text).not.toContain(term)
  },
)

describe.each(EDITIONS)('every edition (%s)', (edition) => {
  test('leads to the page online', () => {
    expect(readQr(composeGuide(exampleGuide, edition).images?.['qr'] ?? '')).toBe(exampleGuide.onlineUrl)
  })

  test('prints names of any kind as text, the same to the byte', async () => {
    const name = '䶮𠀋#import "x"*_$'.repeat(4)
    expect(await textOf(edition, { name })).toContain(name.replaceAll(' ', ''))
    expect(Buffer.compare(await print(edition), await print(edition))).toBe(0)
  })

  test('does without what an item may lack', async () => {
    const { statutoryLimit, quota, level, acceptingBody, uncounted, ways, ...rest } = exampleGuide
    const bare = { ...rest, faq: [], rights: [], duties: [], promisedLimit: { onTheSpot: true } } as const
    expect(await readText(await renderer.render(composeGuide(bare, edition)))).toContain('当场办结')
    expect([statutoryLimit, quota, level, acceptingBody, uncounted, ways]).toHaveLength(6)
  })
})
