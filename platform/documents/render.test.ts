import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { isPdfA2b, readText } from './reading.ts'
import { createRenderer, MissingGlyph, TemplateFault, TypesetterLost } from './render.ts'

const renderer = createRenderer()
afterAll(() => renderer.close())

const sample = (name: string) => fileURLToPath(new URL(`./samples/${name}.typ`, import.meta.url))
const print = (text: string, date = '2026-11-23') =>
  renderer.render({ template: sample('plain'), data: { date, text } })

describe('a document', () => {
  test('is PDF/A-2b and gives its text back', async () => {
    const pdf = await print('淄博市博山区行政审批服务局')
    expect(isPdfA2b(pdf)).toBe(true)
    expect(await readText(pdf)).toBe('淄博市博山区行政审批服务局☐☑')
  })

  test('has the same bytes for the same data, also from another process', async () => {
    const other = createRenderer()
    const [one, two, three] = [await print('同样的内容'), await print('同样的内容'), await otherPrint(other)]
    expect(Buffer.compare(one, two)).toBe(0)
    expect(Buffer.compare(one, three)).toBe(0)
  })

  test('carries the date of its data and not of the clock', async () => {
    const source = Buffer.from(await print('日期', '2020-02-29')).toString('latin1')
    // Midnight in Shanghai is four in the afternoon of the day before in UTC.
    expect(source).toContain('<xmp:CreateDate>2020-02-28T16:00:00')
  })

  test('needs a date', async () => {
    await expect(print('没有日期', '前天')).rejects.toThrow('needs a date')
  })
})

describe('what people typed', () => {
  test.each([
    ['an import', '#import "/etc/passwd"'],
    ['code', '#{ panic() } #read("a")'],
    ['markup signs', '*粗* _斜_ $x^2$ `码` = 标题 @引用 <标签> // 注释 \\ ~ --'],
    ['quotes', '"单位" \'人\' “引号”'],
    ['what closes JSON', '"}],"date":"2000-01-01'],
  ])('stays text: %s', async (_, text) => {
    expect(await readText(await print(text))).toBe(`${text}☐☑`.replace(/\s/gu, ''))
  })

  test('loses only what nobody can see', async () => {
    expect(await readText(await print('甲\u0000乙\u202e丙\u200b丁\ufeff\u0007'))).toBe('甲乙丙丁☐☑')
  })
})

describe('rare hanzi', () => {
  test.each(['䶮', '㛃', '𬱖', '𠅤', '𠀃', '𠀋'])('%s prints', async (hanzi) => {
    expect(await readText(await print(`测试${hanzi}`))).toBe(`测试${hanzi}☐☑`)
  })

  test('without a glyph are named, and no blank box is printed', async () => {
    const refused = print('测试\u{2a6d0}乙🧾')
    await expect(refused).rejects.toThrow(MissingGlyph)
    await expect(refused).rejects.toMatchObject({
      characters: ['\u{2a6d0}', '🧾'],
      message: expect.stringContaining('（U+2A6D0）'),
    })
  })

  test('from private-use areas are never guessed at', async () => {
    await expect(print('测试\ue863')).rejects.toMatchObject({ code: 'missing-glyph', characters: ['\ue863'] })
  })
})

describe('the typesetter', () => {
  test('reports a wrong template as our fault', async () => {
    await expect(
      renderer.render({ template: sample('wrong'), data: { date: '2026-11-23' } }),
    ).rejects.toThrow(TemplateFault)
  })

  test('serves many callers in turn', async () => {
    const texts = Array.from({ length: 12 }, (_, i) => `第${i}份`)
    const pages = await Promise.all(texts.map(async (text) => readText(await print(text))))
    expect(pages).toEqual(texts.map((text) => `${text}☐☑`))
  })

  test('is given up after two tries when it hangs, and the next document prints', async () => {
    const impatient = createRenderer({ timeoutMs: 2_000 })
    await expect(
      impatient.render({ template: sample('endless'), data: { date: '2026-11-23' } }),
    ).rejects.toThrow(TypesetterLost)
    const pdf = await impatient.render({
      template: sample('plain'),
      data: { date: '2026-11-23', text: '又好了' },
    })
    expect(await readText(pdf)).toBe('又好了☐☑')
    await impatient.close()
  }, 30_000)

  test('uses the licensed fonts a deployment has put into a folder, and does without the folder', async () => {
    const folder = dirname(fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSerif.ttf')))
    const deployed = createRenderer({ fontDirectories: [folder, '/does/not/exist'] })
    const request = { template: sample('face'), data: { date: '2026-11-23', face: 'DejaVu Serif' } }
    const [withFolder, without] = [await deployed.render(request), await renderer.render(request)]
    const uses = (pdf: Uint8Array) => Buffer.from(pdf).includes('DejaVuSerif')
    expect([uses(withFolder), uses(without)]).toEqual([true, false])
    await deployed.close()
  })

  test('rests when there is nothing to do and starts again with the next document', async () => {
    const sleepy = createRenderer({ idleMs: 0 })
    const request = { template: sample('plain'), data: { date: '2026-11-23', text: '再来' } }
    const first = await sleepy.render(request)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(Buffer.compare(first, await sleepy.render(request))).toBe(0)
    await sleepy.close()
  })

  test('that cannot start says why', async () => {
    const nowhere = createRenderer({ workspace: '/does/not/exist' })
    await expect(
      nowhere.render({ template: sample('plain'), data: { date: '2026-11-23' } }),
    ).rejects.toThrow()
    await nowhere.close()
  })

  test('takes no work once closed', async () => {
    const closed = createRenderer()
    await closed.close()
    await expect(
      closed.render({ template: sample('plain'), data: { date: '2026-11-23', text: '' } }),
    ).rejects.toThrow('closed')
  })
})

async function otherPrint(other: ReturnType<typeof createRenderer>): Promise<Uint8Array> {
  try {
    return await other.render({ template: sample('plain'), data: { date: '2026-11-23', text: '同样的内容' } })
  } finally {
    await other.close()
  }
}
