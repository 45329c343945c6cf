import { expect, test } from 'vitest'
import { idsOfPath, idsOfTitle, malformedId } from './titles.ts'

test.each([
  ['CAS-24 a town cannot push a decision up', ['CAS-24']],
  ['CAS-24/a the button is not there', ['CAS-24/a']],
  ['CAS-01, CAS-16 six steps and a receipt', ['CAS-01', 'CAS-16']],
  ['CAS-07/a, CAS-07/b both halves', ['CAS-07/a', 'CAS-07/b']],
  ['CAS-01、SUP-08 六个环节', ['CAS-01', 'SUP-08']],
  ['CAS-01 and CAS-16 together', ['CAS-01', 'CAS-16']],
  ['CAS-01 CAS-16: together', ['CAS-01', 'CAS-16']],
  ['CAS-24: with a colon', ['CAS-24']],
  ['  CAS-24', ['CAS-24']],
  ['unlike CAS-24 this stays in the town', []],
  ['CAS-24 unlike CAS-25 this is a matter of tiers', ['CAS-24']],
  ['LS-2.1-03 is a clause, not a row', []],
  ['CAS-024 one digit too many', []],
  ['CAS-24a without the stroke', []],
  ['CAS-24/ab two letters', []],
  ['a plain title', []],
  ['', []],
])('the title “%s” names %j', (title, ids) => {
  expect(idsOfTitle(title)).toEqual(ids)
})

test.each([
  [['CAS-24 no pushing up', 'from the window'], ['CAS-24']],
  [['EVA-01 ratings', 'EVA-01/b a poor one'], ['EVA-01/b']],
  [
    ['CAS-01 six steps', 'CAS-16 the receipt'],
    ['CAS-01', 'CAS-16'],
  ],
  [['CAS-24 outer', 'CAS-24 inner'], ['CAS-24']],
  [['organisation', 'a place has one owner'], []],
])('the blocks and the title %j name %j', (path, ids) => {
  expect(idsOfPath(path)).toEqual(ids)
})

test.each([
  ['CAS24 no stroke', 'CAS24'],
  ['CAS-024 one digit too many', 'CAS-024'],
  ['CAS-24a without the stroke', 'CAS-24a'],
  ['CAS–24 a dash that is no hyphen', 'CAS–24'],
  ['CAS 24 a space', 'CAS 24'],
  ['CAS-24/A a capital part', 'CAS-24/A'],
  ['CAS-24 well written', undefined],
  ['CASE files are kept', undefined],
  ['the row CAS24 is only mentioned', undefined],
])('in “%s” the ill-written id is %s', (title, id) => {
  expect(malformedId(title, ['CAS', 'EVA'])).toBe(id)
})
