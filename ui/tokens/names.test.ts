import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { baseCss } from './base-css.ts'
import { tokenCss } from './css.ts'

const root = path.join(import.meta.dirname, '../..')
const FOLDERS = ['ui/components', 'apps/citizen-web', 'apps/staff-web/src']

const sheets = FOLDERS.flatMap((folder) =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[/.])css\.ts$|\.css$/.test(name))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: fs.readFileSync(path.join(root, folder, name), 'utf8'),
    })),
)
const everything = [tokenCss, baseCss, ...sheets.map(({ text }) => text)].join('\n')
const defined = new Set([...everything.matchAll(/(--[a-z][\w-]*)\s*:/g)].map(([, name]) => name!))

/** Set by a script or on the element itself. */
const SET_ELSEWHERE = /^--(zoom$|ant-)/

test.each(sheets)('$name uses only tokens that exist', ({ text }) => {
  const used = [...text.matchAll(/var\((--[a-z][\w-]*)(?!.*\$\{)/g)].map(([, name]) => name!)
  expect(used.filter((name) => !defined.has(name) && !SET_ELSEWHERE.test(name))).toEqual([])
})

/** A code is read black on white in every theme; a page that stands for paper is white. */
const PAPER = /\.(qr-picture|viewer|signature)[^{]*\{[^}]*\}/g

test.each(sheets)('$name names colours and writes none', ({ text }) => {
  const css = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(PAPER, '')
  expect(css.match(/#[0-9a-f]{3,8}\b(?![^{;}]*\{)|\b(rgb|hsl)a?\([^)]*\)/gi) ?? []).toEqual([])
})
