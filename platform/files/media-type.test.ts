import { expect, test } from 'vitest'
import { contentOf } from './content.ts'
import { downloadHeaders } from './download-headers.ts'
import { MEDIA_TYPES, mediaTypeOf, type MediaType } from './media-type.ts'
import { docx, eicar, jpeg, ofd, pdf, png, webp, xlsx, zip } from './samples.ts'
import { builtInScanner } from './scanner.ts'

const all = Object.keys(MEDIA_TYPES) as MediaType[]
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const cut = (bytes: Buffer, by: number) => bytes.subarray(0, bytes.length - by)

test.each<[string, Buffer, string]>([
  ['营业执照.pdf', pdf(), 'application/pdf'],
  ['照片.JPG', jpeg(), 'image/jpeg'],
  ['照片.jpeg', jpeg(), 'image/jpeg'],
  ['a.png', png(), 'image/png'],
  ['a.webp', webp(), 'image/webp'],
  ['a.ofd', ofd(), 'application/ofd'],
  ['a.docx', docx(), word],
  ['a.xlsx', xlsx(), sheet],
  ['a.jpg', png(), 'file-type-not-allowed'],
  ['a.pdf', docx(), 'file-type-not-allowed'],
  ['a.docx', xlsx(), 'file-type-not-allowed'],
  ['a', pdf(), 'file-type-not-allowed'],
  ['a.pdf.exe', pdf(), 'file-type-not-allowed'],
  ['a.html', Buffer.from('<!doctype html><script>1</script>'), 'file-type-not-allowed'],
  ['a.pdf', Buffer.from('<html>%PDF-1.7'), 'file-type-not-allowed'],
  ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-type-not-allowed'],
  ['a.sh', Buffer.from('#!/bin/sh\n'), 'file-type-not-allowed'],
  ['a.exe', Buffer.from('MZ\x90'), 'file-type-not-allowed'],
  ['a.zip', zip(['a.txt']), 'file-type-not-allowed'],
  ['a.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), 'file-type-not-allowed'],
  ['a.pdf', Buffer.from('%PDF-1.7 and then the upload broke off'), 'file-unreadable'],
  ['a.png', cut(png(), 12), 'file-unreadable'],
  ['a.png', png(0, 10), 'file-unreadable'],
  ['a.jpg', cut(jpeg(), 2), 'file-unreadable'],
  ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'file-unreadable'],
  ['a.webp', cut(webp(), 5), 'file-unreadable'],
  ['a.docx', cut(docx(), 5), 'file-unreadable'],
  ['a.docx', Buffer.concat([docx(), Buffer.from('glued on')]), 'file-unreadable'],
  ['a.docx', docx('../../etc/passwd'), 'file-unreadable'],
  ['a.png', png(40_000, 40_000), 'file-too-large'],
])('%s (%#) is %s', async (fileName, bytes, expected) => {
  const type = await mediaTypeOf(contentOf(bytes), fileName, all)
  expect('code' in type ? type.code : type.mediaType).toBe(expected)
})

test('a route may take less than everything', async () => {
  expect(await mediaTypeOf(contentOf(pdf()), 'a.pdf', ['image/png'])).toEqual({
    code: 'file-type-not-allowed',
  })
})

test.each<[string, Buffer, MediaType, unknown]>([
  ['a plain PDF', pdf(), 'application/pdf', 'clean'],
  ['a plain DOCX', docx(), word, 'clean'],
  ['the test virus', pdf(eicar), 'application/pdf', { rejected: 'eicar-test-file' }],
  ['a PDF with a script', pdf('/S /JavaScript'), 'application/pdf', { rejected: 'pdf-script' }],
  ['a PDF that starts a program', pdf('/S /Launch'), 'application/pdf', { rejected: 'pdf-launch' }],
  ['a DOCX with a macro', docx('word/vbaProject.bin'), word, { rejected: 'macro' }],
  ['an XLSX with a program', xlsx('xl/embeddings/setup.exe'), sheet, { rejected: 'program-inside' }],
])('the built-in scanner looks at %s', async (_, bytes, mediaType, verdict) => {
  expect(await builtInScanner.scan(contentOf(bytes), mediaType)).toEqual(verdict)
})

test('the scanner finds what lies across two chunks', async () => {
  const bytes = pdf(eicar)
  const halves = {
    ...contentOf(bytes),
    async *stream() {
      yield bytes.subarray(0, 50)
      yield bytes.subarray(50)
    },
  }
  expect(await builtInScanner.scan(halves, 'application/pdf')).toEqual({ rejected: 'eicar-test-file' })
})

test.each([
  ['application/pdf', false, 'attachment'],
  ['application/pdf', true, 'inline'],
  ['image/png', true, 'inline'],
  [word, true, 'attachment'],
  ['text/html', true, 'attachment'],
  ['image/svg+xml', true, 'attachment'],
] as const)('%s asked inline %s leaves as %s', (mediaType, inline, disposition) => {
  const headers = downloadHeaders({ mediaType, fileName: '营业执照 1.pdf', size: 12 }, { inline })
  expect(headers['content-disposition']).toBe(
    `${disposition}; filename="____ 1.pdf"; filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7%201.pdf`,
  )
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cache-control']).toBe('private, no-store')
})

test('a hostile name cannot leave its header or turn its direction', () => {
  const disposition = downloadHeaders({
    mediaType: 'application/pdf',
    fileName: 'a"\r\nx: y\u202efdp.exe/..\\',
    size: 1,
  })['content-disposition']!
  expect(disposition).toBe(
    `attachment; filename="a___x_ y_fdp.exe_.._"; filename*=UTF-8''a___x_%20y_fdp.exe_.._`,
  )
})
