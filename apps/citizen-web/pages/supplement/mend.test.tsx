import { expect, test } from 'vitest'
import { renderPart } from '#ui/html.ts'
import { PaperToHandIn } from './paper.tsx'

const line = {
  material: 'form',
  name: '高龄津贴申领表',
  problem: '档次不对。',
  remedy: '请改。',
  fromForm: true,
}
const drawn = (over: object) =>
  renderPart(
    PaperToHandIn({ no: '1', line, first: true, handed: [], mend: '/my/cases/1/acts/correct-form', ...over }),
  )

test('the form is put right where it was filled in, and nobody is asked for a photo of it', () => {
  const html = drawn({})
  expect(html).toContain('href="/my/cases/1/acts/correct-form"')
  for (const said of ['改申请表里的内容', '表上要签字盖章的，传照片']) expect(html).toContain(said)
  expect(html).not.toContain('选照片或文件')
})

test('once put right it says so', () => {
  expect(drawn({ line: { ...line, mended: true } })).toContain('已改好')
})

test('any other paper is handed in as before', () => {
  const html = drawn({ line: { ...line, fromForm: false } })
  expect(html).toContain('选照片或文件')
  expect(html).not.toContain('改申请表里的内容')
})
