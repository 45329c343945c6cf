import { expect, test } from 'vitest'
import { refusedPapers } from './refused-papers.ts'

const papers = [
  { material: 'id-card', name: '居民身份证', files: ['a', 'b'] },
  { material: 'photo', name: '照片', files: ['c'] },
]
const refused = (code: string) => ({ refused: true as const, code, sentence: '有文件没有收下。' })

test.each([
  ['one paper', 'file-not-clean', { files: ['b'] }, ['id-card']],
  ['each once', 'file-not-clean', { files: ['a', 'b', 'c'] }, ['id-card', 'photo']],
  ['a file that is gone', 'file-not-yours', { files: ['c'] }, ['photo']],
  ['a file of no paper', 'file-not-clean', { files: ['z'] }, undefined],
  ['no file named', 'file-not-clean', undefined, undefined],
  ['another refusal', 'too-many-files', { files: ['a'] }, undefined],
])('%s is told on the line of its paper', (_, code, facts, wanted) => {
  const told = refusedPapers(refused(code), facts, papers)
  expect(told.problems?.map(({ field }) => field)).toEqual(wanted)
  for (const { message } of told.problems ?? []) expect(message).toMatch(/^(居民身份证|照片)(还没有|里有)/)
})
