import { inject, type Signed } from '../testing/signed.ts'
import { multipart, type Stage } from '../matrix/stage.ts'
import { got, right, type Right } from './right.ts'

const HEAD = '事项名称,基本编码,事项类型,实施主体,行使层级,设定依据'
const line = (name: string, code: string) => `${name},${code},给付,民政局,县级,示例办法第一条`

/** A file to be worked through, one to confirm, one to give up, a line of the directory, and a mapping. */
export async function importsInWork(stage: Stage): Promise<Right[]> {
  const keeper = await stage.as('items.approval-bureau')
  const waiting = await bring(stage, keeper, [line('示例救济', '尽快'), line('示例救济乙', '不详')])
  const sure = await bring(stage, keeper, [line('示例津贴', '370511998001')])
  const spare = await bring(stage, keeper, [line('示例补助', '370511998002')])
  const listed = await bring(stage, keeper, [line('示例慰问', '370511998003')])
  got(await keeper.call('POST', `/item-imports/${listed}/confirm`, {}))
  await stage.settle()
  const directory = got(await keeper.call('GET', '/directory-lines')) as { items: { id: string }[] }
  const system = { name: '示例业务系统', owner: '示例单位', mode: 'interface' }
  got(await keeper.call('PUT', '/outside-systems/shili', system))
  const caller = 'the approver of items'
  const run = `/item-imports/${waiting}`
  const file = (text: string) => multipart(Buffer.from(text), 'catalogue.csv')
  return [
    {
      ...{ caller, operation: 'itemImportFiles.uploadImport' },
      asked: { method: 'POST', url: '/api/v1/item-imports', ...file(HEAD) },
    },
    right(caller, 'itemImports.itemImport', 'GET', run),
    right(caller, 'itemImports.itemImportRows', 'GET', `${run}/rows`),
    right(caller, 'itemImports.itemImportRow', 'GET', `${run}/rows/2`),
    right(caller, 'itemImportFiles.importReport', 'GET', `${run}/export`),
    right(caller, 'itemImports.mendImportRow', 'POST', `${run}/rows/2/mend`, {
      fields: { catalogCode: '370511998004' },
    }),
    right(caller, 'itemImports.setImportRowAside', 'POST', `${run}/rows/3/set-aside`, {
      reason: '本次不导入',
    }),
    right(caller, 'itemImports.setImportRowsAside', 'POST', `${run}/set-aside`, { reason: '本次不导入' }),
    right(caller, 'itemImports.confirmImport', 'POST', `/item-imports/${sure}/confirm`, {}),
    right(caller, 'itemImports.dropImport', 'POST', `/item-imports/${spare}/drop`, {}),
    right(
      'the author of items',
      'itemImports.beginFromLine',
      'POST',
      `/directory-lines/${directory.items[0]!.id}/begin`,
      { domain: 'civil-affairs' },
    ),
    right(caller, 'outsideItems.keepOutsideSystem', 'PUT', '/outside-systems/shili', system),
    right(caller, 'outsideItems.mapOutsideItem', 'PUT', '/outside-items/shili/SL-1', {
      name: '示例系统事项',
    }),
    {
      ...{ caller, operation: 'outsideItemFiles.uploadOutsideItems' },
      asked: {
        ...{ method: 'POST', url: '/api/v1/outside-items' },
        ...file('系统编号,系统事项编码,系统事项名称\r\nshili,SL-2,示例系统事项乙'),
      },
    },
  ]
}

async function bring(stage: Stage, keeper: Signed, lines: readonly string[]): Promise<string> {
  const { payload, headers } = multipart(Buffer.from([HEAD, ...lines].join('\n')), 'catalogue.csv')
  const reply = await inject(stage.app, {
    ...{ method: 'POST', url: '/api/v1/item-imports', payload },
    headers: { ...headers, cookie: keeper.cookie, 'x-csrf-token': keeper.csrfToken },
  })
  await stage.settle()
  return (got(reply) as { id: string }).id
}
