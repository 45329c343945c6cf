import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import type { ItemVersion } from '#capabilities/catalogue/contract.ts'
import { formProblems, packItems, SAMPLE_REGIONS, sampleValues } from '../../../testing/server-side.ts'
import { agreeing, check, decode, jsonSchema, type FormValues } from '#ui/form/index.ts'
import { samplesOf } from '#ui/form/testing/samples.ts'
import { fieldErrors, filingOf, newApplication } from './application.ts'

const PACKS = ['boshan-2020', 'dawukou-2020', 'lanshan-2019', 'liaocheng-2020', 'yiyuan-2018']
const TODAY = new Date().toISOString().slice(0, 10)
const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)

/** As a browser without scripts posts it. */
function posted(typed: FormValues): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) body.append(name, one)
  return body
}

/** The fields each of the three finds wrong. */
function judgedBy(item: ItemVersion, typed: FormValues) {
  const read = decode(item.form, posted(typed))
  const sent = filingOf(item, { ...newApplication(item, ''), values: typed }, 'hall')
  return {
    portal: check(item.form, read, { regions: SAMPLE_REGIONS, today: TODAY }).map(({ field }) => field),
    counter: Object.keys(fieldErrors(item, typed, SAMPLE_REGIONS)),
    server: formProblems(item.form, sent.form, { regions: SAMPLE_REGIONS, day: TODAY }).map(
      ({ field }) => field,
    ),
  }
}

test.each(PACKS)(
  'portal, counter and server judge every form of %s alike, and so does its JSON Schema',
  (pack) => {
    let samples = 0
    for (const item of packItems(pack)) {
      const schema = ajv.compile(jsonSchema(item.form))
      for (const { title, typed, wrong, schemaTells } of samplesOf(
        item.form,
        agreeing(item.form, sampleValues(item), TODAY),
      )) {
        samples++
        const says = judgedBy(item, typed)
        const at = `${item.id}: ${title}`
        expect([at, says.counter]).toEqual([at, says.portal])
        expect([at, says.server]).toEqual([at, says.portal])
        expect([at, wrong === undefined ? says.portal : says.portal.includes(wrong)]).toEqual([
          at,
          wrong === undefined ? [] : true,
        ])
        const answers = filingOf(item, { ...newApplication(item, ''), values: typed }, 'hall').form
        // What an interface could send and the schema turns away, no page lets through either.
        if (wrong === undefined || schemaTells)
          expect([at, schema(answers)]).toEqual([at, wrong === undefined])
      }
    }
    expect(samples).toBeGreaterThan(500)
  },
  180_000,
)
