import path from 'node:path'
import { expect, test } from 'vitest'
import { readItems } from '#capabilities/catalogue/index.ts'
import { SAMPLE_REGIONS, sampleValues } from '#capabilities/guide/model.ts'
import { packFolder } from '#capabilities/organisation/index.ts'
import { SchemaFields } from '#ui/components/index.ts'
import { agreeing, askedFields, jsonSchema } from '#ui/form/index.ts'
import { renderPart } from '#ui/html.ts'

const PACKS = ['boshan-2020', 'dawukou-2020', 'lanshan-2019', 'liaocheng-2020', 'yiyuan-2018']
const DAY = '2026-11-23'

/** Every control a form without scripts would send, by its name; a place and a birthday are several. */
function controlsIn(page: string): Set<string> {
  const names = page.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)
  return new Set([...names].map(([, name]) => name!.split('.')[0]!))
}

test.each(PACKS)(
  'without scripts the portal asks each form of %s whole, as its JSON Schema says it',
  (pack) => {
    for (const { id, form } of readItems(path.join(packFolder(pack), 'items')).items) {
      const values = agreeing(form, sampleValues({ form, effectiveFrom: DAY }), DAY)
      const page = renderPart(SchemaFields({ schema: form, values, regions: SAMPLE_REGIONS }))
      const controls = controlsIn(page)
      const asked = askedFields(form, values).map(({ name }) => name)
      expect([id, asked.filter((name) => !controls.has(name))]).toEqual([id, []])
      const { properties } = jsonSchema(form) as { properties: Record<string, { title: string }> }
      expect([id, [...controls].filter((name) => !(name in properties))]).toEqual([id, []])
      for (const name of asked)
        expect([id, name, page.includes(properties[name]!.title)]).toEqual([id, name, true])
    }
  },
)
